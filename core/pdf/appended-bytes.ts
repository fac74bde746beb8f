// The bytes that an incremental update appended, looked at one by one (ISO 32000-2 7.5.6): nothing but
// objects, one cross-reference section that lists exactly them, and the end. Whatever else stands there
// could be what another reader shows.
import { AppendedWalk, HIDDEN, type Met } from './appended-walk.ts';
import { isCutOff } from './cut-off.ts';
import { latin1 } from './lexer.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';
import type { StructureFault } from './structure-fault.ts';
import type { ChainLink } from './xref/chain.ts';
import type { XrefEntry } from './xref/section.ts';

export interface Appended {
  readonly faults: ReadonlySet<StructureFault>;
  /** What the revision's section says of each object. */
  readonly entries: ReadonlyMap<number, XrefEntry>;
  /** Objects said to stand in the bytes of earlier revisions. */
  readonly backward: ReadonlySet<number>;
  /** Objects of a hybrid file that readers of tables alone take for free (7.5.8.4). */
  readonly concealed: ReadonlySet<number>;
  /** Objects that an appended object stream holds and the section leads not to. */
  readonly unlisted: ReadonlySet<number>;
}

/** Objects of all appended revisions that are looked at one by one. */
const MAX_ENTRIES = 2_000_000;
const ENTRY_WORK = 16;

/**
 * @param reader the file as of the revision; `start` is where the revision before ended
 * @throws {PdfError} PDF_LIMIT_EXCEEDED, and PDF_XREF_BROKEN for an entry that is none
 */
export async function readAppended(reader: PdfReader, start: number): Promise<Appended> {
  const [link] = reader.links;
  if (link === undefined) throw new PdfError('PDF_XREF_BROKEN');
  const walk = new AppendedWalk(reader, link, start);
  await walk.run();
  return { faults: walk.faults, ...(await listed(reader, link, walk)) };
}

const ENDING = 128;

/** Whether a revision ends with the offset of the section by which the chain of sections reads it. */
export async function endsWithItsSection({ file, links }: PdfReader): Promise<boolean> {
  const from = Math.max(0, file.size - ENDING);
  const text = latin1(await file.read(from, file.size - from));
  const match = /startxref[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+%%EOF[\0\t\n\f\r ]*$/.exec(text);
  return Number(match?.[1] ?? -1) === links[0]?.section.offset;
}

const CHUNK = 64 << 10;
/** Longer than any word that is looked for. */
const OVERLAP = 16;

/** What follows the last revision; null where it is nothing, or only white space. */
export async function faultAfterEnd(
  { file }: PdfReader,
  from: number,
): Promise<'appended-bytes' | 'appended-objects' | 'cut-off' | null> {
  let fault: 'appended-bytes' | null = null;
  for (let at = from; at < file.size; at += CHUNK) {
    const text = latin1(await file.read(at, CHUNK + OVERLAP));
    if (HIDDEN.test(text)) return (await isCutOff(file, from)) ? 'cut-off' : 'appended-objects';
    if (/[^\0\t\n\f\r ]/.test(text)) fault = 'appended-bytes';
  }
  return fault;
}

/** Compares what the section lists with what stands there. */
async function listed(
  reader: PdfReader,
  link: ChainLink,
  walk: AppendedWalk,
): Promise<Omit<Appended, 'faults'>> {
  const { entries, concealed } = await readEntries(reader, link, walk);
  const backward = new Set<number>();
  /** Listed objects, by number. */
  const placed = new Map<number, Met>();
  for (const [num, entry] of entries) {
    if (entry.kind === 'compressed') {
      const stream = entries.get(entry.stream);
      if (stream?.kind !== 'offset' || stream.offset < walk.start) backward.add(num);
    }
    if (entry.kind !== 'offset') continue;
    if (entry.offset < walk.start) {
      backward.add(num);
      continue;
    }
    const found = await walk.leadsTo(entry.offset);
    if (found?.num === num && found.gen === entry.gen) placed.set(num, found);
    else walk.faults.add('misplaced-object');
  }
  // A cross-reference stream need not list itself (7.5.8.1).
  const own = [link.section, link.hybrid].flatMap((one) =>
    one?.kind === 'stream' ? [one.offset] : [],
  );
  const sections = new Set<number>();
  for (const offset of own) sections.add((await walk.leadsTo(offset))?.position ?? -1);
  for (const met of walk.objects.values()) {
    const known = placed.get(met.num);
    if (known?.position === met.position || sections.has(met.position)) continue;
    if (known === undefined || !(await walk.sameBytes(known, met))) {
      walk.faults.add('unlisted-object');
    }
  }
  return { entries, backward, concealed, unlisted: await packed(reader, entries, walk) };
}

/** Readers that look for an object by its number find the other one of two, or one that nothing lists. */
async function packed(
  reader: PdfReader,
  entries: ReadonlyMap<number, XrefEntry>,
  walk: AppendedWalk,
): Promise<ReadonlySet<number>> {
  const unlisted = new Set<number>();
  const streams = new Set<number>();
  for (const entry of entries.values()) if (entry.kind === 'compressed') streams.add(entry.stream);
  for (const stream of streams) {
    const place = entries.get(stream);
    if (place?.kind !== 'offset' || place.offset < walk.start) continue;
    const numbers = await numbersIn(reader, stream);
    reader.spend(numbers.length * ENTRY_WORK);
    if (new Set(numbers).size < numbers.length) walk.faults.add('ambiguous-entry');
    for (const num of numbers) {
      const entry = entries.get(num);
      if (entry?.kind !== 'compressed' || entry.stream !== stream) unlisted.add(num);
    }
  }
  return unlisted;
}

async function numbersIn(reader: PdfReader, stream: number): Promise<readonly number[]> {
  try {
    return await reader.numbersIn(stream);
  } catch (error) {
    // What it holds cannot be read, and is judged as missing.
    if (error instanceof PdfError && error.code !== 'PDF_LIMIT_EXCEEDED') return [];
    throw error;
  }
}

async function readEntries(
  reader: PdfReader,
  { section, hybrid }: ChainLink,
  walk: AppendedWalk,
): Promise<Pick<Appended, 'concealed'> & { entries: Map<number, XrefEntry> }> {
  const entries = new Map<number, XrefEntry>();
  const concealed = new Set<number>();
  /** What was said of the number before, where that stays. */
  const take = (num: number, entry: XrefEntry, completes: boolean): XrefEntry | undefined => {
    reader.spend(ENTRY_WORK);
    // Some readers take it for the null object, others give up the whole section.
    if (entry.kind === 'free' && entry.unknown === true) walk.faults.add('odd-syntax');
    const before = entries.get(num);
    // What the table of a hybrid file calls free is for its stream to locate (7.5.8.4).
    if (before !== undefined && !(completes && before.kind === 'free')) return before;
    entries.set(num, entry);
    if (before !== undefined && entry.kind !== 'free') concealed.add(num);
    if (entries.size > MAX_ENTRIES) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'objects' });
    return undefined;
  };
  const refuse = async (before: XrefEntry, entry: XrefEntry): Promise<void> => {
    if (!(await samePlace(walk, before, entry))) walk.faults.add('ambiguous-entry');
  };
  for (const source of hybrid === null ? [section] : [section, hybrid]) {
    const kept = source.keptEntries();
    if (kept === null) {
      for await (const [num, entry] of source.entries()) {
        const before = take(num, entry, source === hybrid);
        if (before !== undefined) await refuse(before, entry);
      }
      continue;
    }
    for (const [num, entry] of kept) {
      const before = take(num, entry, source === hybrid);
      if (before !== undefined) await refuse(before, entry);
    }
  }
  return { entries, concealed };
}

async function samePlace(walk: AppendedWalk, a: XrefEntry, b: XrefEntry): Promise<boolean> {
  if (a.kind === 'free') return b.kind === 'free';
  if (a.kind !== 'offset' || b.kind !== 'offset' || a.gen !== b.gen) return false;
  if (a.offset === b.offset) return true;
  const [one, other] = [await walk.leadsTo(a.offset), await walk.leadsTo(b.offset)];
  return one !== null && other !== null && walk.sameBytes(one, other);
}
