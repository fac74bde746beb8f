// What happened after each revision, gathered once from the last one backwards: with hundreds of signatures,
// going through all later revisions again for each of them would be the square.
import type { StructureFault } from '../../pdf/structure-fault.ts';
import type { DocumentChanges } from './compare-revisions.ts';
import { type ChangeLevel, type Finding, isDoubtful, isForbidden, worst } from './finding.ts';

export interface LaterChange {
  /** Which revision made it, counted from 1. */
  readonly revision: number;
  readonly finding: Finding;
}

interface Later {
  readonly level: ChangeLevel;
  readonly faults: readonly StructureFault[];
  /** No finding that is forbidden or doubtful. */
  readonly harmless: boolean;
  /** Where its changes begin in the list of all. */
  readonly from: number;
}

export class LaterChanges {
  readonly #all: readonly LaterChange[];
  /** By position of the revision after which they came. */
  readonly #after: readonly Later[];

  constructor({ revisions, faults: general }: Pick<DocumentChanges, 'revisions' | 'faults'>) {
    const all: LaterChange[] = [];
    for (const [i, change] of revisions.entries()) {
      for (const finding of change?.findings ?? []) all.push({ revision: i + 1, finding });
    }
    this.#all = all;
    // What is cut off says nothing of what it would have changed.
    const level = general.some((fault) => fault !== 'cut-off') ? 'OTHER' : 'NONE';
    let later: Later = { level, faults: general, harmless: true, from: this.#all.length };
    const after: Later[] = [];
    for (const change of revisions.toReversed()) {
      after.push(later);
      if (change === null) continue;
      const { findings, faults } = change;
      later = {
        level: worst([later.level, change.level, faults.length > 0 ? 'OTHER' : 'NONE']),
        // Mostly there are none.
        faults:
          faults.length === 0
            ? later.faults
            : [...new Set([...general, ...faults, ...later.faults])],
        harmless:
          later.harmless && !findings.some(({ code }) => isForbidden(code) || isDoubtful(code)),
        from: later.from - findings.length,
      };
    }
    this.#after = after.reverse();
  }

  /** @param at position of a revision */
  after(at: number): Omit<Later, 'from'> & { readonly changes: readonly LaterChange[] } {
    const later = this.#after[at];
    if (later === undefined) throw new Error('no such revision');
    const { level, faults, harmless, from } = later;
    return { level, faults, harmless, changes: this.#all.slice(from) };
  }
}
