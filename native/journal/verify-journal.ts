// Reads the whole journal and says whether anything was edited, left out, moved, repeated or cut off, and
// in which line of which file.
import type { Checkpoint, JournalFault, JournalRecord } from '../../core/domain/journal-entry.ts';
import { type ChainHead, GENESIS, type ReadLine, readLine, sha256 } from './chain.ts';
import { fileName, journalFiles, readHead, readJournalFile } from './journal-folder.ts';

export interface JournalFinding {
  readonly fault: JournalFault;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Number of the record that is there, or that ought to be. */
  readonly n: number | null;
}

export interface CheckpointVerdict {
  readonly ok: boolean;
  /** ISO 8601; of a time stamp. */
  readonly time: string | null;
  /** Whose token it is. */
  readonly by: string | null;
}

export interface CheckpointReport extends CheckpointVerdict {
  readonly n: number;
  /** The record it speaks for, and with it all before. */
  readonly head: number;
  readonly form: Checkpoint['form'];
}

export interface JournalReport {
  /** False where anything was found but a last record that is unfinished. */
  readonly ok: boolean;
  readonly files: number;
  readonly records: number;
  readonly head: ChainHead;
  /** Crashes in the middle of a line, noted by the next writer. */
  readonly healed: number;
  readonly checkpoints: readonly CheckpointReport[];
  readonly findings: readonly JournalFinding[];
}

export interface VerifyOptions {
  /** Whether a checkpoint's token is over its hash, and whose it is. */
  readonly checkpoint: (checkpoint: Checkpoint) => CheckpointVerdict;
  /** A head written down elsewhere, at an export say: the journal must contain it. */
  readonly expect?: ChainHead | undefined;
  readonly onRecord?: (record: JournalRecord) => void;
}

const MAX_FINDINGS = 1000;

/** @throws {PenaError} JOURNAL_UNREADABLE */
export async function verifyJournal(
  folder: string,
  options: VerifyOptions,
): Promise<JournalReport> {
  const numbers = await journalFiles(folder);
  const lines: Line[] = [];
  for (const number of numbers) {
    lines.push(...linesOf(fileName(number), await readJournalFile(folder, number)));
  }
  const check = new ChainCheck(lines, options);
  check.run();
  check.compare(await readHead(folder));
  check.compare(options.expect ?? null);
  const findings = check.findings.slice(0, MAX_FINDINGS);
  return {
    ...{ ok: findings.every(({ fault }) => fault === 'unfinished'), files: numbers.length },
    ...{ records: check.records, head: check.last, healed: check.healed },
    ...{ checkpoints: check.checkpoints, findings },
  };
}

interface Line {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** False for a last line without a line end. */
  readonly closed: boolean;
  readonly read: ReadLine;
}

function linesOf(file: string, bytes: Buffer): Line[] {
  const texts = bytes.toString('latin1').split('\n');
  const rest = texts.pop() ?? '';
  const line = (latin1: string, index: number, closed: boolean): Line => {
    const text = Buffer.from(latin1, 'latin1').toString('utf8');
    return { file, line: index + 1, text: latin1, closed, read: readLine(text) };
  };
  const lines = texts.map((text, index) => line(text, index, true));
  return rest === '' ? lines : [...lines, line(rest, texts.length, false)];
}

class ChainCheck {
  readonly findings: JournalFinding[] = [];
  readonly checkpoints: CheckpointReport[] = [];
  last: ChainHead = GENESIS;
  records = 0;
  healed = 0;
  readonly #lines: readonly Line[];
  readonly #options: VerifyOptions;
  /** Hashes of the records met at their place, by number. */
  readonly #hashes = new Map<number, string>();
  readonly #met = new Set<string>();
  /** How often each number stands in what is still to come. */
  readonly #ahead = new Map<number, number>();
  #before: Line | null = null;
  #broken: Line[] = [];

  constructor(lines: readonly Line[], options: VerifyOptions) {
    this.#lines = lines;
    this.#options = options;
    for (const { read } of lines) {
      if (read.kind === 'record') this.#ahead.set(read.n, (this.#ahead.get(read.n) ?? 0) + 1);
    }
  }

  run(): void {
    for (const line of this.#lines) {
      const { read } = line;
      if (read.kind === 'malformed') {
        this.#broken.push(line);
        continue;
      }
      this.#ahead.set(read.n, (this.#ahead.get(read.n) ?? 1) - 1);
      this.#closeGap(read);
      this.#record(line, read);
    }
    // The end of the last file: a crash, and perhaps another one while the first was being noted.
    const [first] = this.#broken;
    if (first !== undefined && this.#broken.at(-1)?.closed === false) {
      this.#find('unfinished', first, null);
    } else for (const line of this.#broken) this.#find('malformed', line, null);
  }

  /** A head that is known from elsewhere: the journal must have that record. */
  compare(known: ChainHead | null): void {
    if (known === null || known.n === 0) return;
    const there = this.#hashes.get(known.n);
    const { file = fileName(1), line = 0 } = this.#before ?? {};
    if (known.n > this.last.n) {
      this.findings.push({ fault: 'truncated', file, line: line + 1, n: this.last.n + 1 });
    } else if (there !== undefined && there !== known.hash) {
      this.findings.push({ fault: 'edited', file, line, n: known.n });
    }
  }

  /** What no record is: noted by the record behind it as cut off in a crash, or a finding. */
  #closeGap(next: Extract<ReadLine, { kind: 'record' }>): void {
    if (this.#broken.length === 0) return;
    const torn = Buffer.from(this.#broken.map(({ text }) => text).join('\n'), 'latin1');
    const { entry } = next;
    const noted =
      entry?.kind === 'healed' && entry.bytes === torn.length && entry.sha256 === sha256(torn);
    if (noted) this.healed += 1;
    else for (const line of this.#broken) this.#find('malformed', line, null);
    this.#broken = [];
  }

  #record(line: Line, read: Extract<ReadLine, { kind: 'record' }>): void {
    const { n, prev, hash, entry } = read;
    if (this.#met.has(hash) && read.whole) {
      this.#find('replayed', line, n);
      return;
    }
    const wanted = this.last.n + 1;
    if (n < wanted) {
      this.#find(read.whole ? 'reordered' : 'edited', line, n);
      return;
    }
    if (n > wanted) {
      const later = (this.#ahead.get(wanted) ?? 0) > 0;
      this.#find(later ? 'reordered' : 'missing', line, later ? n : wanted);
    } else if (prev !== this.last.hash) this.#find('edited', this.#before ?? line, wanted - 1);
    if (!read.whole) this.#find('edited', line, n);
    else if (entry === null) this.#find('foreign', line, n);
    this.last = { n, hash };
    this.#before = line;
    this.#met.add(hash);
    this.#hashes.set(n, hash);
    this.records += 1;
    if (entry === null || !read.whole) return;
    if (entry.kind === 'checkpoint') this.#checkpoint(line, n, entry);
    this.#options.onRecord?.({ n, at: read.at, prev, entry, hash });
  }

  #checkpoint(line: Line, n: number, checkpoint: Checkpoint): void {
    const { head, hash, form } = checkpoint;
    const verdict = this.#options.checkpoint(checkpoint);
    const ok = verdict.ok && this.#hashes.get(head) === hash;
    this.checkpoints.push({ n, head, form, ...verdict, ok });
    if (!ok) this.#find('checkpoint', line, n);
  }

  #find(fault: JournalFault, { file, line }: Line, n: number | null): void {
    this.findings.push({ fault, file, line, n });
  }
}
