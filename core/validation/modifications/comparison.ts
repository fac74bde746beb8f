// One revision beside the one before: both readers, what changed between them, and what was found.
import { LIMITS } from '../../pdf/limits.ts';
import { nameOf, PdfDict, type PdfObject, PdfRef, PdfString } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { beginningOf } from '../../pdf/text-string.ts';
import { sameObject, sameValue } from '../../pdf/equality.ts';
import { type ChangeLevel, type Finding, worst } from './finding.ts';
import type { FieldNames } from './field-names.ts';
import type { PageNumbers } from './page-numbers.ts';
import type { PageWriting } from './page-writing.ts';
import type { References } from './references.ts';
import { type Key, keyOf, readOrNull, type RoleGraph } from './role-graph.ts';

const MAX_FINDINGS = 200;
const MAX_NAME = 500;

interface Details {
  readonly params?: Finding['params'];
  readonly field?: string;
  readonly seen?: true;
}

export interface ComparisonInput {
  readonly before: PdfReader;
  readonly after: PdfReader;
  readonly graph: RoleGraph;
  readonly pages: PageNumbers;
  readonly names: FieldNames;
  readonly writing: PageWriting;
  readonly references: References;
  /** Objects whose value differs. */
  readonly changed: ReadonlySet<Key>;
  /** Where the later revision's own bytes begin. */
  readonly start: number;
}

export class Comparison {
  readonly before: PdfReader;
  readonly after: PdfReader;
  readonly graph: RoleGraph;
  readonly pages: PageNumbers;
  readonly names: FieldNames;
  readonly writing: PageWriting;
  readonly changed: ReadonlySet<Key>;
  readonly start: number;
  /** New fields that were judged already. */
  readonly addedFields = new Set<Key>();
  /** Of objects as the later revision has them. */
  readonly references: References;
  readonly #findings = new Map<string, Finding>();

  constructor(input: ComparisonInput) {
    const { before, after, graph, pages, names, writing, references, changed, start } = input;
    this.before = before;
    this.after = after;
    this.graph = graph;
    this.pages = pages;
    this.names = names;
    this.writing = writing;
    this.references = references;
    this.changed = changed;
    this.start = start;
  }

  get findings(): Finding[] {
    return [...this.#findings.values()];
  }

  found(code: Finding['code'], level: ChangeLevel, details: Details = {}): void {
    const { params = {}, ...rest } = details;
    // The same is found in every part that an object plays: its gravest level counts. Of very many, the kinds are enough.
    const key = JSON.stringify([code, this.#findings.size < MAX_FINDINGS ? details : null]);
    const before = this.#findings.get(key)?.level;
    if (before !== undefined && worst([before, level]) === before) return;
    this.#findings.set(key, { code, level, params, ...rest });
  }

  forbidden(code: Finding['code'], params: Finding['params'] = {}): void {
    this.found(code, 'OTHER', { params });
  }

  /** Whether two entries lead to the same thing, written directly or not, and that did not change. */
  async same(a: PdfObject | undefined, b: PdfObject | undefined): Promise<boolean> {
    if (sameValue(a, b)) return !(a instanceof PdfRef && this.changed.has(keyOf(a)));
    const before = await this.before.resolve(a);
    const after = await this.after.resolve(b);
    return sameObject({ reader: this.before, value: before }, { reader: this.after, value: after });
  }

  async existed(key: Key): Promise<boolean> {
    return ((await readOrNull(this.before, key)) ?? null) !== null;
  }

  /** The page that an object stands on, for sentences; none where it is not known. */
  async pageParams(page: number): Promise<Finding['params']> {
    const number = await this.pages.numberOf(page);
    return number === null ? {} : { page: number };
  }
}

/** An entry of a field, own or inherited (12.7.4.1). */
export async function inherited(
  reader: PdfReader,
  dict: PdfDict,
  key: string,
): Promise<PdfObject | undefined> {
  let node: PdfDict | undefined = dict;
  for (let depth = 0; node !== undefined && depth < LIMITS.treeDepth; depth += 1) {
    const value = node.get(key);
    if (value !== undefined) return value;
    node = await reader.resolveDict(node.get('Parent'));
  }
  return undefined;
}

export interface FieldInfo {
  /** Fully qualified (12.7.4.2). */
  readonly name: string;
  readonly type: string | undefined;
  /** Whether a signature field bears a signature. */
  readonly signed: boolean;
}

export async function fieldInfo(reader: PdfReader, dict: PdfDict): Promise<FieldInfo> {
  const names: string[] = [];
  let node: PdfDict | undefined = dict;
  for (let depth = 0; node !== undefined && depth < LIMITS.treeDepth; depth += 1) {
    const title = await written(reader, node.get('T'));
    if (title instanceof PdfString) names.unshift(beginningOf(title, MAX_NAME));
    const parent = node.get('Parent');
    node = parent === undefined ? undefined : await reader.resolveDict(parent);
  }
  const type = nameOf(
    await written(reader, dict.get('FT') ?? (await inherited(reader, dict, 'FT'))),
  );
  const value = type === 'Sig' ? await reader.resolve(await inherited(reader, dict, 'V')) : null;
  return { name: names.join('.').slice(0, MAX_NAME), type, signed: value !== null };
}

/** Most entries are written where they belong: no promise is made for them. */
function written(
  reader: PdfReader,
  object: PdfObject | undefined,
): PdfObject | undefined | Promise<PdfObject> {
  return object instanceof PdfRef ? reader.resolve(object) : object;
}

/** The dictionary of the annotation or field with that object number. */
export async function ownerDict(
  reader: PdfReader,
  graph: RoleGraph,
  num: number,
): Promise<PdfDict | undefined> {
  for (const key of graph.keysOf(num)) {
    const value = await readOrNull(reader, key);
    if (value instanceof PdfDict) return value;
  }
  return undefined;
}
