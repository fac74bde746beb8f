// What stamps say of the person at this computer, in a file of its own: it names where the picture of the
// person's signature lies, which the main window is not told. The picture itself stays where it is: no copy is
// kept.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { ShownStampOwner } from '../../core/contract/stamp-owner.ts';
import { KeptJson } from '../../native/files/kept-json.ts';
import type { StampOwnerOrder } from '../hosts/protocol-shapes.ts';

const kept = z.strictObject({
  nip: z.string().max(200),
  qr: z.string().max(200),
  /** Absolute path; null: none. */
  specimen: z.string().min(1).max(4096).nullable(),
});
type Kept = z.infer<typeof kept>;

const NOTHING: Kept = { nip: '', qr: '', specimen: null };

export class StampOwnerStore {
  readonly #kept: KeptJson<Kept>;

  private constructor(path: string, current: Kept) {
    this.#kept = new KeptJson(path, current);
  }

  /** A file that cannot be understood counts as none. */
  static async open(path: string): Promise<StampOwnerStore> {
    return new StampOwnerStore(path, (await read(path)) ?? NOTHING);
  }

  /** For the window: no path. */
  get shown(): ShownStampOwner {
    const { nip, qr, specimen } = this.#kept.current;
    return { nip, qr, specimen: specimen === null ? null : { name: nameOf(specimen) } };
  }

  /** For a document host, which reads the picture itself. */
  get order(): StampOwnerOrder {
    const { nip, qr, specimen } = this.#kept.current;
    return { nip, qr: qr === '' ? null : qr, specimen };
  }

  /** @throws {PenaError} FILE_* where it cannot be kept; then nothing has changed */
  async change(part: { readonly [K in keyof Kept]?: Kept[K] | undefined }): Promise<void> {
    await this.#kept.change((current) => kept.parse({ ...current, ...part }));
  }
}

function nameOf(path: string): string {
  return basename(path).slice(0, 255);
}

async function read(path: string): Promise<Kept | null> {
  try {
    return kept.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
