// Each revision of a document against the one before, from the first signed one on: once each, however
// many signatures there are; and from where an earlier comparison of the same bytes has ended.
import { endsWithItsSection, faultAfterEnd, readAppended } from '../../pdf/appended-bytes.ts';
import { repeats } from '../../pdf/appended-walk.ts';
import type { StructureFault } from '../../pdf/structure-fault.ts';
import { type PdfObject, PdfRef, PdfStream } from '../../pdf/objects.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import type { Revision } from '../../pdf/revisions.ts';
import type { XrefEntry } from '../../pdf/xref/section.ts';
import { trailerToFollow } from './additional-streams.ts';
import { type ComparedSoFar, goesOn, placesOf } from './compared-so-far.ts';
import { Comparison } from './comparison.ts';
import { sameObject } from '../../pdf/equality.ts';
import { type RevisionChange, worst } from './finding.ts';
import { type Change, judgeChange } from './judge-object.ts';
import { judgeTrailer } from './judge-trailer.ts';
import { FieldNames } from './field-names.ts';
import { PageNumbers } from './page-numbers.ts';
import { PageWriting } from './page-writing.ts';
import { References } from './references.ts';
import {
  type Key,
  keyOf,
  leadsNowhere,
  readOrNull,
  refOf,
  RoleGraph,
  TRAILER,
} from './role-graph.ts';
import type { Role } from './roles.ts';
import { isHarmlesslySmall, sizeOf, type Sizes, withSize } from './sizes.ts';

export interface DocumentChanges {
  /** Per revision, in the order of the history; null for those before and at the first signed one. */
  readonly revisions: readonly (RevisionChange | null)[];
  /** What is wrong with the file after its last revision, or with the first signed one. */
  readonly faults: readonly StructureFault[];
  /** Where a comparison of more revisions can go on; null where there was nothing to compare, or it must begin anew. */
  readonly soFar: ComparedSoFar | null;
}

/**
 * @param first position in `history` of the earliest signed revision
 * @param known of a file that this one begins with: the caller answers for the bytes, `goesOn` for the sections
 * @throws {PdfError} PDF_LIMIT_EXCEEDED, and others where a revision cannot be read at all
 */
export async function compareRevisions(
  whole: PdfReader,
  history: readonly Revision[],
  first: number,
  known: ComparedSoFar | null = null,
): Promise<DocumentChanges> {
  const faults = new Set<StructureFault>();
  const last = history.at(-1)?.end ?? null;
  const behind = last === null ? 'appended-bytes' : await faultAfterEnd(whole, last);
  if (behind !== null) faults.add(behind);
  const revisions: (RevisionChange | null)[] = history.slice(0, first + 1).map(() => null);
  if (first + 1 >= history.length) return { revisions, faults: [...faults], soFar: null };
  const opened = readerOf(whole, history[first]);
  const going = known !== null && goesOn(known, whole, history, first) ? known : null;
  const graph = going === null ? new RoleGraph() : going.graph.copy();
  const pages = new PageNumbers(opened.reader);
  const names = new FieldNames(opened.reader, going?.names);
  const writing = new PageWriting(opened.reader);
  const references = new References();
  if (going === null) {
    if (!(await endsWithItsSection(opened.reader))) faults.add('bypassed-section');
    graph.follow(TRAILER, 'trailer', await trailerToFollow(opened.reader));
    await graph.drain(opened.reader);
    if (await reachesBeyond(whole, graph)) faults.add('misplaced-object');
  } else revisions.push(...going.revisions.slice(first + 1));
  const lasting = going !== null || (faults.size === 0 && graph.broken.size === 0);
  let before = readerOf(whole, history[revisions.length - 1]);
  let sizes: Sizes = { largest: 0, small: 0 };
  for (const { newest } of history.slice(first, revisions.length)) {
    sizes = withSize(sizes, whole.links[newest]?.section);
  }
  for (const revision of history.slice(revisions.length)) {
    const after = readerOf(whole, revision);
    sizes = withSize(sizes, after.reader);
    const step = { before, after, graph, pages, names, writing, references, revision, sizes };
    revisions.push(await compare(step));
    before = after;
  }
  const places = going?.places ?? [];
  const soFar = lasting
    ? {
        first,
        places: [...places, ...placesOf(whole, history.slice(places.length))],
        revisions,
        graph,
        names: await names.taken(),
      }
    : null;
  return { revisions, faults: [...faults], soFar };
}

interface Opened {
  readonly reader: PdfReader;
  readonly end: number;
}

function readerOf(whole: PdfReader, revision: Revision | undefined): Opened {
  // The last one may lack its end, which is said of its bytes.
  const end = revision?.end ?? (revision?.newest === 0 ? whole.file.size : null);
  if (revision === undefined || end === null) throw new PdfError('PDF_XREF_BROKEN');
  return { reader: whole.earlier(revision.newest, end), end };
}

/** Objects that were broken when the document was signed and are whole with what was appended. */
async function reachesBeyond(whole: PdfReader, graph: RoleGraph): Promise<boolean> {
  for (const key of graph.broken) {
    const now = await readOrNull(whole, key);
    if (now instanceof PdfStream) {
      try {
        await whole.encodedData(now);
        return true;
      } catch (error) {
        if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
      }
    } else if (now !== undefined) return true;
  }
  return false;
}

/** What readers take at most, by ISO 32000-1 annex C and MuPDF. */
const MOST_NUMBERS = 8_388_607;

interface Step {
  readonly before: Opened;
  readonly after: Opened;
  readonly graph: RoleGraph;
  readonly pages: PageNumbers;
  readonly names: FieldNames;
  readonly writing: PageWriting;
  readonly references: References;
  readonly revision: Revision;
  readonly sizes: Sizes;
}

async function compare({
  before,
  after,
  graph,
  pages,
  names,
  writing,
  references,
  revision,
  sizes,
}: Step): Promise<RevisionChange> {
  const faults = new Set<StructureFault>();
  if (revision.newest !== revision.oldest) faults.add('sections');
  // A file of more objects than a reader takes is mended by it (annex C).
  if (sizeOf(after.reader) > MOST_NUMBERS) faults.add('size');
  const small = sizeOf(after.reader) < sizes.largest;
  if (small && !(await isHarmlesslySmall(after.reader, sizes))) faults.add('size');
  const start = before.end;
  const appended = await readAppended(after.reader, start);
  const { entries, backward, concealed, faults: found } = appended;
  for (const fault of found) faults.add(fault);
  for (const num of concealed) {
    // What some readers saw until now would vanish to them.
    if (graph.keysOf(num).size > 0) faults.add('ambiguous-entry');
  }
  for (const num of appended.unlisted) {
    // What rebuilds a file takes it from there; a number that is new to all shows nothing.
    if (graph.keysOf(num).size > 0) faults.add('unlisted-object');
  }
  const changes: Change[] = [];
  const rewritten: Rewritten[] = [];
  for (const [num, entry] of entries) {
    const old = await before.reader.entry(num);
    if (sameEntry(old, entry)) continue;
    const keys = graph.keysOf(num);
    const own = keyOf(new PdfRef(num, generationOf(entry)));
    for (const key of keys.has(own) ? keys : [...keys, own]) {
      const change = await readChange(before.reader, after.reader, key, faults);
      // What stands in an object stream may have changed with it, and not been followed.
      rewritten.push({ change, followed: old?.kind === 'offset' ? change.before : null });
      if (await isSame(before.reader, after.reader, change)) continue;
      changes.push(change);
      // Numbers that lead back into signed bytes can bring out what was hidden there.
      if (backward.has(num) && entry.kind === 'offset' && keys.size > 0) {
        faults.add('misplaced-object');
      }
    }
  }
  const roles = new Map<Key, readonly Role[]>();
  const changed = new Set<Key>();
  for (const { key } of changes) {
    roles.set(key, graph.rolesOf(key));
    changed.add(key);
  }
  graph.follow(TRAILER, 'trailer', await trailerToFollow(after.reader));
  for (const { change, followed } of rewritten) {
    const { key, after: value } = change;
    for (const role of graph.rolesOf(key)) graph.follow(key, role, value, followed);
  }
  const missing = graph.missing.size;
  await graph.drain(after.reader);
  if (graph.missing.size > missing) faults.add('dangling-reference');
  const cx = new Comparison({
    before: before.reader,
    after: after.reader,
    graph,
    pages,
    names,
    writing,
    references,
    changed,
    start,
  });
  await judgeTrailer(cx);
  for (const { key, after: value } of changes) {
    if (value !== null || !leadsNowhere(entries.get(refOf(key).num), refOf(key).gen)) continue;
    // Some readers that meet such a reference look through all the bytes for what is missing.
    if (await isReferenced(cx, key)) faults.add('dangling-reference');
  }
  for (const change of changes) await judgeRoles(cx, change, roles.get(change.key) ?? []);
  const levels = cx.findings.map(({ level }) => level);
  if (changes.length > 0) levels.push('LTA_UPDATES');
  return { level: worst(levels), findings: cx.findings, faults: [...faults] };
}

interface Rewritten {
  readonly change: Change;
  /** What the object was when its references were followed last. */
  readonly followed: PdfObject;
}

function generationOf(entry: XrefEntry): number {
  return entry.kind === 'offset' ? entry.gen : 0;
}

function sameEntry(a: XrefEntry | undefined, b: XrefEntry): boolean {
  if (a === undefined) return b.kind === 'free';
  switch (b.kind) {
    case 'free':
      return a.kind === 'free';
    case 'offset':
      return a.kind === 'offset' && a.offset === b.offset && a.gen === b.gen;
    case 'compressed':
      return a.kind === 'compressed' && a.stream === b.stream && a.index === b.index;
  }
}

async function readChange(
  before: PdfReader,
  after: PdfReader,
  key: Key,
  faults: Set<StructureFault>,
): Promise<Change> {
  const now = await readOrNull(after, key);
  if (now === undefined) faults.add('misplaced-object');
  else if (repeats(now)) faults.add('repeated-key');
  return { key, before: (await readOrNull(before, key)) ?? null, after: now ?? null };
}

async function isSame(before: PdfReader, after: PdfReader, change: Change): Promise<boolean> {
  if (change.before === null && change.after === null) return true;
  return sameObject(
    { reader: before, value: change.before },
    { reader: after, value: change.after },
  );
}

/**
 * An object is judged in every part it played before. One that had none is new, and judged with what
 * refers to it; one that nothing refers to any more shows nothing.
 */
async function judgeRoles(cx: Comparison, change: Change, roles: readonly Role[]): Promise<void> {
  if (roles.length === 0 || !(await isReferenced(cx, change.key))) return;
  for (const role of roles) {
    if (role !== 'container') await judgeChange(cx, role, change);
    // The objects of an object stream change with it, whatever the sections say of them.
    else cx.forbidden('DOCUMENT_CHANGED', { part: 'ObjStm' });
  }
}

async function isReferenced(cx: Comparison, key: Key): Promise<boolean> {
  for (const parent of cx.graph.parentsOf(key)) {
    const value: PdfObject | undefined =
      parent === TRAILER ? cx.after.trailer : await readOrNull(cx.after, parent);
    if (value === undefined || cx.references.hold(value, key)) return true;
    const entry = parent === TRAILER ? undefined : await cx.after.entry(refOf(parent).num);
    if (entry?.kind === 'compressed' && entry.stream === refOf(key).num) return true;
  }
  return false;
}
