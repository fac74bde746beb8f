// Digests over many byte ranges of one file in one pass. Ranges begin alike, at the first byte: the running
// state is copied where a range leaves out its /Contents, so that hashing stays linear in the file.
import { createHash, type Hash } from 'node:crypto';
import type { HashName } from '../cms/algorithms.ts';
import { forkOf, hashBy } from '../cms/hashing.ts';
import { PenaError } from '../domain/pena-error.ts';
import { Chunks } from '../pdf/chunks.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import type { SignedRange } from './byte-range.ts';

/**
 * Ranges that may be under way at one place. In a file made by signers there is one, for each revision
 * holds its own signature; a file with more was made to be slow.
 */
const MAX_OVERLAPPING = 16;

export interface RangeDigests {
  /** Of the whole file, hexadecimal. */
  readonly sha256: string;
  /** Null where too many ranges overlap. */
  digestOf(range: SignedRange, hash: HashName): Uint8Array | null;
}

/** A digest under way over a file's beginning. */
export interface Begun {
  readonly at: number;
  readonly sha256: Hash;
}

interface Job extends SignedRange {
  readonly hash: HashName;
  state: Hash | null;
  digest: Uint8Array | null;
}

const keyOf = ({ firstEnd, secondStart, secondEnd }: SignedRange, hash: HashName): string =>
  `${hash} ${firstEnd} ${secondStart} ${secondEnd}`;

/**
 * Reads the source once.
 * @param begun over its first octets, which are not read again where every range leads beyond them
 * @throws CANCELLED, FILE_CHANGED and what the source throws
 */
export async function digestRanges(
  source: ByteSource,
  requests: readonly { readonly range: SignedRange; readonly hash: HashName }[],
  signal?: AbortSignal,
  begun: Begun | null = null,
): Promise<RangeDigests> {
  const jobs = new Map<string, Job>();
  for (const { range, hash } of requests) {
    const { firstEnd, secondStart, secondEnd } = range;
    const job: Job = { firstEnd, secondStart, secondEnd, hash, state: null, digest: null };
    jobs.set(keyOf(range, hash), job);
  }
  const from = begun !== null && leadBeyond(requests, begun.at) ? begun : null;
  const pass = new Pass([...jobs.values()], from);
  const chunks = new Chunks(source);
  const start = from?.at ?? 0;
  let next = chunks.read(start);
  for (let at = start; at < source.size;) {
    const chunk = await next;
    if (signal?.aborted) throw new PenaError('CANCELLED');
    if (chunk.length === 0) throw new PenaError('FILE_CHANGED');
    at += chunk.length;
    // The disk works on the next chunk while this one is hashed.
    if (at < source.size) next = chunks.read(at);
    pass.take(chunk);
  }
  return {
    sha256: pass.end(),
    digestOf: (range, hash) => jobs.get(keyOf(range, hash))?.digest ?? null,
  };
}

function leadBeyond(
  requests: readonly { readonly range: SignedRange; readonly hash: HashName }[],
  at: number,
): boolean {
  return requests.every(({ range, hash }) => hash === 'sha256' && range.firstEnd >= at);
}

class Pass {
  readonly #file: Hash;
  /** One running digest of the file's beginning for each other hash function, as far as it is needed. */
  readonly #others = new Map<HashName, { readonly state: Hash; until: number }>();
  readonly #events: readonly { readonly at: number; readonly run: () => void }[];
  readonly #live = new Set<Job>();
  readonly #hashing = new Set<Job>();
  #nextEvent = 0;
  #at: number;

  constructor(jobs: readonly Job[], begun: Begun | null) {
    this.#file = begun?.sha256.copy() ?? createHash('sha256');
    this.#at = begun?.at ?? 0;
    for (const { hash, firstEnd } of jobs) {
      if (hash === 'sha256') continue;
      const other = this.#others.get(hash) ?? { state: hashBy(hash), until: 0 };
      other.until = Math.max(other.until, firstEnd);
      this.#others.set(hash, other);
    }
    // Array.sort is stable: events of one job at one place keep their order.
    this.#events = jobs
      .flatMap((job) => [
        { at: job.firstEnd, run: () => this.#fork(job) },
        { at: job.secondStart, run: () => this.#resume(job) },
        { at: job.secondEnd, run: () => this.#finish(job) },
      ])
      .sort((a, b) => a.at - b.at);
  }

  take(chunk: Uint8Array): void {
    const start = this.#at;
    const end = start + chunk.length;
    for (;;) {
      this.#runEvents();
      const stop = Math.min(this.#events[this.#nextEvent]?.at ?? end, end);
      if (stop > this.#at) this.#update(chunk.subarray(this.#at - start, stop - start));
      if (stop === end) return;
    }
  }

  end(): string {
    this.#runEvents();
    return this.#file.digest('hex');
  }

  #runEvents(): void {
    for (;;) {
      const event = this.#events[this.#nextEvent];
      if (event === undefined || event.at > this.#at) return;
      this.#nextEvent++;
      event.run();
    }
  }

  #update(bytes: Uint8Array): void {
    this.#file.update(bytes);
    for (const other of this.#others.values()) {
      if (this.#at < other.until) other.state.update(bytes);
    }
    for (const job of this.#hashing) job.state?.update(bytes);
    this.#at += bytes.length;
  }

  #fork(job: Job): void {
    if (this.#live.size >= MAX_OVERLAPPING) return;
    this.#live.add(job);
    job.state = forkOf(this.#others.get(job.hash)?.state ?? this.#file, job.hash);
  }

  #resume(job: Job): void {
    if (job.state !== null) this.#hashing.add(job);
  }

  #finish(job: Job): void {
    this.#live.delete(job);
    this.#hashing.delete(job);
    job.digest = job.state?.digest() ?? null;
    job.state = null;
  }
}
