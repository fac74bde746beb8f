// One worker of the fuzzer: takes an input that has reached something new, changes it, runs it, keeps what
// reaches something new again. Runs under build/fuzz/loader.mjs, which puts counters into core/.
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { PenaError } from '../../core/domain/pena-error.ts';
import { Random } from './random.ts';
import { makeTargets, type Target } from './targets.ts';

export interface LoopOrder {
  readonly targets: readonly string[];
  /** Of the processor's time. */
  readonly seconds: number;
  readonly seed: number;
  /** Where the input under work is written before it runs: its length, its target, its bytes. */
  readonly current: SharedArrayBuffer;
}

export interface Finding {
  readonly target: string;
  readonly what: string;
  readonly input: Uint8Array;
}

export interface Progress {
  readonly target: string;
  readonly runs: number;
  readonly corpus: number;
  readonly branches: number;
  readonly slowest: number;
}

const MAX_INPUT = 200_000;
/** One turn of a target, before the next one's. */
const TURN_MS = 5000;
const SLOW_MS = 2000;
const MAX_GROWTH = 400 << 20;
/** Runs of one input's offspring count by their order of magnitude (as in AFL). */
const BUCKETS = Uint8Array.from({ length: 256 }, (_, n) =>
  n < 4 ? n : n < 16 ? 4 : n < 64 ? 5 : 6,
);

class Campaign {
  readonly #corpus: Uint8Array[] = [];
  readonly #seen = new Map<number, number>();
  readonly #told = new Set<string>();
  readonly #name: string;
  readonly #target: Target;
  readonly #random: Random;
  readonly #before: (input: Uint8Array) => void;
  runs = 0;
  slowest = 0;

  constructor(name: string, target: Target, random: Random, before: (input: Uint8Array) => void) {
    this.#name = name;
    this.#target = target;
    this.#random = random;
    this.#before = before;
  }

  async start(): Promise<void> {
    for (const seed of this.#target.seeds) await this.#try(seed, true);
  }

  async turn(until: number): Promise<void> {
    while (processorTime() < until) {
      const random = this.#random;
      const parent = random.chance(0.3) ? this.#corpus.at(-1 - random.below(8)) : undefined;
      let input: Buffer = Buffer.from(parent ?? random.pick(this.#corpus));
      for (let rounds = 1 + random.below(4); rounds > 0; rounds -= 1) {
        input = this.#target.mutate(input, random, random.pick(this.#corpus));
      }
      if (input.length <= MAX_INPUT) await this.#try(input, false);
    }
  }

  get progress(): Progress {
    const { runs, slowest } = this;
    return {
      ...{ target: this.#name, runs, slowest },
      ...{ corpus: this.#corpus.length, branches: this.#seen.size },
    };
  }

  async #try(input: Uint8Array, seed: boolean): Promise<void> {
    branches().fill(0);
    this.#before(input);
    const memory = process.memoryUsage.rss();
    const started = processorTime();
    try {
      await this.#target.run(input);
    } catch (thrown) {
      if (!(thrown instanceof PenaError) || thrown.code === 'INTERNAL') this.#tell(input, thrown);
    }
    const taken = processorTime() - started;
    this.runs += 1;
    this.slowest = Math.max(this.slowest, taken);
    if (taken > SLOW_MS) this.#tell(input, `slow: ${Math.round(taken)} ms`);
    const growth = process.memoryUsage.rss() - memory;
    if (growth > MAX_GROWTH) this.#tell(input, `memory: ${Math.round(growth / 1e6)} MB`);
    if (this.#reachedNew() || seed) this.#corpus.push(Uint8Array.from(input));
  }

  #reachedNew(): boolean {
    let fresh = false;
    const counts = branches();
    for (let branch = 0; branch < counts.length; branch += 1) {
      const count = counts[branch]!;
      if (count === 0) continue;
      const bit = 1 << BUCKETS[count]!;
      const seen = this.#seen.get(branch) ?? 0;
      if ((seen & bit) !== 0) continue;
      this.#seen.set(branch, seen | bit);
      fresh = true;
    }
    return fresh;
  }

  #tell(input: Uint8Array, thrown: unknown): void {
    const what = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    // The same place in the code is the same finding.
    const key = what
      .replace(/\d+ (?:ms|MB|signatures)/g, '')
      .split('\n')
      .slice(0, 3)
      .join('\n');
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const finding: Finding = { target: this.#name, what, input: Uint8Array.from(input) };
    parentPort?.postMessage({ finding });
  }
}

/** Milliseconds: on a machine that others use as well, the clock tells of them. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const branches = (): Uint8Array =>
  (globalThis as unknown as { penaBranches: Uint8Array }).penaBranches;

async function work({ targets, seconds, seed, current }: LoopOrder): Promise<void> {
  const all: Readonly<Record<string, Target>> = await makeTargets();
  const head = new Int32Array(current, 0, 3);
  const room = new Uint8Array(current, 12);
  const campaigns = targets.map((name, index) => {
    const before = (input: Uint8Array): void => {
      room.set(input.subarray(0, room.length));
      Atomics.store(head, 0, Math.min(input.length, room.length));
      Atomics.store(head, 1, index);
      Atomics.add(head, 2, 1);
    };
    return new Campaign(name, all[name]!, new Random(seed + index), before);
  });
  for (const campaign of campaigns) await campaign.start();
  const end = processorTime() + seconds * 1000;
  while (processorTime() < end) {
    for (const campaign of campaigns) {
      await campaign.turn(Math.min(processorTime() + TURN_MS, end));
    }
    parentPort?.postMessage({ progress: campaigns.map(({ progress }) => progress) });
  }
}

if (!isMainThread) {
  await work(workerData as LoopOrder);
  // The last words arrive before the thread ends.
  parentPort?.close();
}
