// An application as the window is shown it: how far it is, what it lacks, and the NIK covered.
import type { LetterHandle, ShownLetter } from '../../../core/contract/letters.ts';
import type { Application } from '../../../core/lifecycle/applications/application.ts';
import { gapsOf, stateOf, untilOf } from '../../../core/lifecycle/applications/state.ts';

export function shownLetter(handle: LetterHandle, one: Application): ShownLetter {
  const { kind, openedAt, papers, events } = one;
  const { 'owner.nik': nik = '', ...told } = one.told;
  const last = events.findLast((event) => event.kind === 'handed-in' || event.kind === 'answered');
  const { fields, papers: missing, agreement } = gapsOf(one);
  return {
    letter: handle,
    ...{ kind, openedAt, state: stateOf(one), stateAt: last?.at ?? null, until: untilOf(one) },
    reason: last?.kind === 'answered' ? last.reason : '',
    told,
    // The last four digits, by which its owner knows it.
    nikMasked: nik === '' ? '' : `${'•'.repeat(12)}${nik.slice(-4)}`,
    papers: papers.map(({ paper, at }) => ({ paper, at })),
    missing: { fields: [...fields], papers: [...missing], agreement },
    agreedAt: events.findLast((event) => event.kind === 'agreed')?.at ?? null,
  };
}
