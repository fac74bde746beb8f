// Reads pictures in a thread of its own, one at a time, which is ended when one takes too long or too much memory:
// decoders for pictures are met with data made to break them. Started for the first picture, and again after an end.
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PictureDecoder, Shades } from '../../core/ports/picture-decoder.ts';

export interface PictureLimits {
  /** Milliseconds for one picture, the start of the thread included. */
  readonly time: number;
  /** Bytes by which the whole process may grow meanwhile. */
  readonly memory: number;
}

/** A sheet in colours at 600 to the inch takes a second or two, and 250 MB. */
const LIMITS: PictureLimits = { time: 8_000, memory: 360 << 20 };
/** Milliseconds between two looks at the memory. */
const LOOK = 40;

export class PictureThread implements PictureDecoder {
  readonly #limits: PictureLimits;
  readonly #entry: string;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits = LIMITS, entry = builtEntry()) {
    this.#limits = limits;
    this.#entry = entry;
  }

  shades(document: Uint8Array): Promise<Shades | null> {
    const answer = this.#last.then(() => this.#ask(document));
    this.#last = answer;
    return answer;
  }

  /** A thread that waits holds nobody up; this is for those who want it gone. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #ask(document: Uint8Array): Promise<Shades | null> {
    return new Promise((resolve) => {
      const worker = (this.#worker ??= new Worker(this.#entry, {
        ...{ stdout: true, stderr: true, env: {}, execArgv: [] },
        resourceLimits: { maxOldGenerationSizeMb: 256 },
      }));
      const before = process.memoryUsage.rss();
      const over = (shades: Shades | null, gone: boolean): void => {
        clearInterval(watch);
        clearTimeout(timer);
        worker.off('message', answered).off('error', end).off('exit', end).unref();
        if (gone) {
          // What comes out of one that is being ended is nobody's business.
          worker.on('error', () => undefined);
          this.#worker = null;
          void worker.terminate().then(() => {
            resolve(shades);
          });
        } else resolve(shades);
      };
      const end = (): void => {
        over(null, true);
      };
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > this.#limits.memory) end();
      }, LOOK);
      const timer = setTimeout(end, this.#limits.time);
      worker.ref();
      const answered = (shades: Shades | null): void => {
        over(shades, false);
      };
      worker.on('message', answered);
      worker.on('error', end);
      worker.on('exit', end);
      worker.postMessage(document);
    });
  }
}

/** From the TypeScript sources (tests) it is the one in out/: Node 20 runs no .ts. */
function builtEntry(): string {
  const path = fileURLToPath(new URL('./thread-main.js', import.meta.url));
  return import.meta.url.endsWith('.ts')
    ? path.replace(/([\\/])(native[\\/]pictures[\\/]thread-main\.js)$/, '$1out$1$2')
    : path;
}
