// Keeps the last stamps drawn: a batch puts the same one on many documents, and drawing it takes longer
// than all else that is computed for a signature.
import type { LoadedStampDesign } from '../../domain/stamp-design.ts';
import type { StampContent } from './stamp-content.ts';
import type { FieldValues } from './stamp-fields.ts';

const MAX_KEPT = 8;
const MAX_BYTES = 1 << 20;

interface Drawing {
  readonly loaded: LoadedStampDesign;
  readonly values: FieldValues;
  readonly size: { readonly width: number; readonly height: number };
  readonly content: Pick<StampContent, 'fonts' | 'specimen' | 'opaque'>;
}

export class KeptStamps {
  readonly #stamps = new Map<string, Uint8Array>();
  readonly #numbers = new WeakMap<object, number>();
  #next = 1;

  /** A stamp drawn before from the same things, else a new one. */
  async get(drawing: Drawing, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const key = this.#keyOf(drawing);
    const known = this.#stamps.get(key);
    if (known !== undefined) return known;
    const drawn = await draw();
    if (drawn.length > MAX_BYTES) return drawn;
    if (this.#stamps.size >= MAX_KEPT) {
      for (const oldest of this.#stamps.keys()) {
        this.#stamps.delete(oldest);
        break;
      }
    }
    this.#stamps.set(key, drawn);
    return drawn;
  }

  #keyOf({ loaded, values, size, content }: Drawing): string {
    const { fonts, specimen } = content;
    const files = [fonts.regular, fonts.bold, fonts.arabic?.regular, fonts.arabic?.bold, specimen];
    const sources = [loaded, ...files].map((source) => this.#numberOf(source));
    return JSON.stringify([values, size.width, size.height, content.opaque === true, sources]);
  }

  /** Files and designs are the same where they are the same object: they are never written to. */
  #numberOf(source: object | undefined): number {
    if (source === undefined) return 0;
    const known = this.#numbers.get(source);
    if (known !== undefined) return known;
    this.#next += 1;
    this.#numbers.set(source, this.#next);
    return this.#next;
  }
}
