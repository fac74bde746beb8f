// Objects that go into many documents, written down once: only their numbers differ from one to the next.
import { type PdfObject, PdfRef } from '../objects.ts';
import { serializeAround } from './serialize.ts';

/** What takes new objects. */
export interface ObjectTarget {
  /** A number for a new object. */
  allocate(): PdfRef;
  set(ref: PdfRef, object: PdfObject): void;
}

interface RawTarget {
  allocate(): PdfRef;
  /** Content that is PDF syntax already. */
  setRaw(ref: PdfRef, content: Buffer): void;
}

export class Stencil {
  /** In the order of their numbers; references, which are to each other, by place in this list. */
  readonly #objects: readonly (readonly (string | PdfRef)[])[];
  readonly #main: number;

  private constructor(objects: readonly (readonly (string | PdfRef)[])[], main: number) {
    this.#objects = objects;
    this.#main = main;
  }

  /** @param write puts all objects that it allocates into the target, and names the main one */
  static async of(write: (target: ObjectTarget) => Promise<PdfRef>): Promise<Stencil> {
    const objects: (readonly (string | PdfRef)[])[] = [];
    let next = 0;
    const main = await write({
      allocate: () => new PdfRef(next++, 0),
      set: ({ num }, object) => {
        objects[num] = serializeAround(object);
      },
    });
    return new Stencil(objects, main.num);
  }

  /** Returns the main object's place there. */
  printInto(target: RawTarget): PdfRef {
    const refs = this.#objects.map(() => target.allocate());
    const texts = refs.map(({ num, gen }) => `${String(num)} ${String(gen)} R`);
    for (const [place, pieces] of this.#objects.entries()) {
      const text = pieces.map((piece) => (piece instanceof PdfRef ? texts[piece.num] : piece));
      const ref = refs[place];
      if (ref !== undefined) target.setRaw(ref, Buffer.from(text.join(''), 'latin1'));
    }
    const main = refs[this.#main];
    if (main === undefined) throw new Error('the main object is none of those written');
    return main;
  }
}
