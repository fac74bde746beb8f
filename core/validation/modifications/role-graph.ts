// Which objects of a document are reached from its trailer, in which parts, and by which others. It
// grows from revision to revision: each revision adds what it changed, so the whole is walked once.
import { integerOf, PdfRef, type PdfObject, PdfStream } from '../../pdf/objects.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import type { XrefEntry } from '../../pdf/xref/section.ts';
import { type Edge, eachEdge, isLoose, type Role } from './roles.ts';
import { Several } from './several.ts';

/** Parts of objects looked at in one document. */
const MAX_VISITS = 4_000_000;

/** An object's number and generation as one number. */
export type Key = number;

const GENERATIONS = 0x10000;
export const TRAILER: Key = -1;

export function keyOf({ num, gen }: PdfRef): Key {
  return num * GENERATIONS + Math.min(gen, GENERATIONS - 1);
}

export function refOf(key: Key): PdfRef {
  return new PdfRef(Math.floor(key / GENERATIONS), key % GENERATIONS);
}

interface Visit {
  readonly key: Key;
  readonly role: Role;
}

export class RoleGraph {
  #roles = new Several<Key, Role>();
  #parents = new Several<Key, Key>();
  #generations = new Several<number, Key>();
  readonly #firm: Visit[] = [];
  /** Walked last: what only names a page must know which objects are pages. */
  readonly #loose: (Visit & { readonly parent: Key; readonly naming: boolean })[] = [];
  #visits = 0;
  /** Objects of the first revision that cannot be read by themselves. */
  readonly broken = new Set<Key>();
  /** Objects that are referred to and were not there when they were looked for. */
  readonly missing = new Set<Key>();

  /** What it holds in memory, in entries. */
  get count(): number {
    return this.#roles.count + this.#parents.count + this.#generations.count;
  }

  /** To go on from, while this one stays as it is. Only of one that is drained. */
  copy(): RoleGraph {
    const copy = new RoleGraph();
    copy.#roles = this.#roles.copy();
    copy.#parents = this.#parents.copy();
    copy.#generations = this.#generations.copy();
    copy.#visits = this.#visits;
    for (const key of this.broken) copy.broken.add(key);
    for (const key of this.missing) copy.missing.add(key);
    return copy;
  }

  /** All objects that are reached, each once. */
  keys(): Iterable<Key> {
    return this.#roles.keys();
  }

  rolesOf(key: Key): readonly Role[] {
    return this.#roles.listOf(key);
  }

  has(key: Key, kind: string): boolean {
    for (const role of this.#roles.listOf(key)) {
      if (role === kind || role.startsWith(`${kind}:`)) return true;
    }
    return false;
  }

  /** Objects that refer, or once referred, to this one. */
  parentsOf(key: Key): ReadonlySet<Key> {
    return this.#parents.of(key);
  }

  /** All that is known under an object number: one for each generation ever referred to. */
  keysOf(num: number): ReadonlySet<Key> {
    return this.#generations.of(num);
  }

  /**
   * Follows the references of one object in one of its parts; `drain` goes on from there.
   * @param known what it was when it was followed in that part before; null: it was not
   */
  follow(key: Key, role: Role, value: PdfObject, known: PdfObject = null): void {
    const found = ({ ref, role: part, naming }: Edge): void => {
      const target = keyOf(ref);
      if (isLoose(part)) this.#loose.push({ key: target, role: part, parent: key, naming });
      else this.#add(target, part, key);
    };
    eachEdge(role, value, refOf(key).num, found, known);
  }

  /** Walks all that was found and not yet looked at. */
  async drain(reader: PdfReader): Promise<void> {
    for (;;) {
      const visit = this.#firm.pop() ?? this.#nextLoose();
      if (visit === undefined) return;
      if (visit !== null) await this.#visit(reader, visit);
    }
  }

  #nextLoose(): Visit | null | undefined {
    const next = this.#loose.pop();
    if (next === undefined) return undefined;
    const { key, role, parent, naming } = next;
    if (naming && this.#isNamed(key)) return null;
    if (!this.#note(key, role, parent)) return null;
    return { key, role };
  }

  /** Pages, fields, annotations and the like are reached in their own right. */
  #isNamed(key: Key): boolean {
    return ['page-node', 'annot', 'field', 'struct-elem', 'catalog'].some((kind) =>
      this.has(key, kind),
    );
  }

  #add(key: Key, role: Role, parent: Key): void {
    if (this.#note(key, role, parent)) this.#firm.push({ key, role });
  }

  /** Whether the object is new in this part. */
  #note(key: Key, role: Role, parent: Key): boolean {
    this.#visits += 1;
    if (this.#visits > MAX_VISITS) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'objects' });
    this.#parents.add(key, parent);
    if (this.#roles.lacks(key)) this.#generations.add(Math.floor(key / GENERATIONS), key);
    return this.#roles.add(key, role);
  }

  async #visit(reader: PdfReader, { key, role }: Visit): Promise<void> {
    const { num, gen } = refOf(key);
    const entry = await reader.entry(num);
    if (leadsNowhere(entry, gen)) this.missing.add(key);
    if (entry?.kind === 'compressed')
      this.#add(keyOf(new PdfRef(entry.stream, 0)), 'container', key);
    const value = await readOrNull(reader, key);
    if (value === undefined) {
      this.broken.add(key);
      return;
    }
    if (value instanceof PdfStream && !(await endsWithin(reader, value))) this.broken.add(key);
    this.follow(keyOf(new PdfRef(num, gen)), role, value);
  }
}

/** Whether no object of that generation is there: the reference is to null (7.3.10). */
export function leadsNowhere(entry: XrefEntry | undefined, gen: number): boolean {
  if (entry?.kind === 'offset') return entry.gen !== gen;
  return entry?.kind !== 'compressed' || gen !== 0;
}

/** An object's value; undefined where it cannot be read. Throws PDF_LIMIT_EXCEEDED. */
export async function readOrNull(reader: PdfReader, key: Key): Promise<PdfObject | undefined> {
  const { num, gen } = refOf(key);
  try {
    return await reader.object(num, gen);
  } catch (error) {
    if (error instanceof PdfError && error.code !== 'PDF_LIMIT_EXCEEDED') return undefined;
    throw error;
  }
}

/** Whether a stream's data end before the revision does. */
async function endsWithin(reader: PdfReader, { dict, data }: PdfStream): Promise<boolean> {
  if (data instanceof Uint8Array) return true;
  try {
    const length = integerOf(await reader.resolve(dict.get('Length')));
    return length !== undefined && length >= 0 && data.offset + length <= reader.file.size;
  } catch (error) {
    if (error instanceof PdfError && error.code !== 'PDF_LIMIT_EXCEEDED') return false;
    throw error;
  }
}
