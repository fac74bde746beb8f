// A bounded walk over folders for PDF files that leaves nothing out in silence: what is not entered or cannot be read
// is named, with why. Each file is met once, however many names it has.
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SkipReason } from '../../core/domain/doubt.ts';

type Step =
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'skipped';
      readonly path: string;
      readonly why: SkipReason;
    };

export interface WalkLimits {
  /** Folders below what was named. */
  readonly depth: number;
  /** Names that are looked at in all, files and folders of every kind. */
  readonly entries: number;
}

const LIMITS: WalkLimits = { depth: 50, entries: 1_000_000 };

/** In the order of names within each folder. @param paths files and folders */
export async function* walkPdfs(
  paths: readonly string[],
  limits: WalkLimits = LIMITS,
): AsyncGenerator<Step> {
  const walk = new Walk(limits);
  for (const path of paths) {
    const stats = await stat(path).catch(() => null);
    if (stats === null) yield { kind: 'skipped', path, why: 'unreadable' };
    else if (stats.isDirectory()) yield* walk.below(path, 0);
    else yield* walk.file(path);
  }
}

class Walk {
  readonly #limits: WalkLimits;
  readonly #met = new Set<string>();
  #entries = 0;

  constructor(limits: WalkLimits) {
    this.#limits = limits;
  }

  async *below(folder: string, depth: number): AsyncGenerator<Step> {
    const names: { name: string; folder: boolean; link: boolean }[] = [];
    try {
      const here = await stat(folder, { bigint: true });
      if (!this.#isNew(`${here.dev}:${here.ino}`)) return;
      for await (const entry of await opendir(folder)) {
        if (++this.#entries > this.#limits.entries) {
          yield { kind: 'skipped', path: folder, why: 'limit' };
          return;
        }
        const link = entry.isSymbolicLink();
        const isPdf = /\.pdf$/i.test(entry.name);
        if (entry.isDirectory()) names.push({ name: entry.name, folder: true, link: false });
        else if (isPdf || link) names.push({ name: entry.name, folder: false, link });
      }
    } catch {
      yield { kind: 'skipped', path: folder, why: 'unreadable' };
      return;
    }
    names.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of names) {
      const path = join(folder, entry.name);
      if (entry.folder) {
        if (depth >= this.#limits.depth) yield { kind: 'skipped', path, why: 'too-deep' };
        else yield* this.below(path, depth + 1);
      } else if (entry.link) yield* this.#link(path);
      else yield* this.file(path);
    }
  }

  /** A linked folder may lead out of what was meant, or back: it is named and not entered. */
  async *#link(path: string): AsyncGenerator<Step> {
    const stats = await stat(path).catch(() => null);
    if (stats?.isDirectory() === true) yield { kind: 'skipped', path, why: 'link' };
    else if (/\.pdf$/i.test(path)) yield* this.file(path);
  }

  async *file(path: string): AsyncGenerator<Step> {
    const stats = await stat(path, { bigint: true }).catch(() => null);
    if (stats === null) yield { kind: 'skipped', path, why: 'unreadable' };
    // A pipe would be waited for without end.
    else if (!stats.isFile()) yield { kind: 'skipped', path, why: 'not-a-file' };
    else if (this.#isNew(`${stats.dev}:${stats.ino}`)) yield { kind: 'file', path };
  }

  #isNew(identity: string): boolean {
    if (this.#met.has(identity)) return false;
    this.#met.add(identity);
    return true;
  }
}
