// Names that fields of a document have already (ISO 32000-2 12.7.4.2): a second field of the same name is
// the same field to a viewer.
import { formFields } from '../../pdf/form-fields.ts';
import type { PdfReader } from '../../pdf/reader.ts';

export class FieldNames {
  readonly #reader: PdfReader;
  #names: Promise<Set<string>> | null = null;

  /** @param taken what `taken` said when this was left off; null: nobody has asked yet */
  constructor(reader: PdfReader, taken: ReadonlySet<string> | null = null) {
    this.#reader = reader;
    if (taken !== null) this.#names = Promise.resolve(new Set(taken));
  }

  /** All names so far, to go on from; null where nobody has asked. */
  async taken(): Promise<ReadonlySet<string> | null> {
    return this.#names;
  }

  /** Whether the name is new; from then on it is not. */
  async take(name: string): Promise<boolean> {
    this.#names ??= formFields(this.#reader).then((fields) => new Set(fields.map((f) => f.name)));
    const names = await this.#names;
    if (names.has(name)) return false;
    names.add(name);
    return true;
  }
}
