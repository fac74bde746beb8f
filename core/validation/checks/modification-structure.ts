// How the file was added to after signing (ISO 32000-2 7.5.6). The known attacks that append without a
// proper revision ("1 Trillion Dollar Refund", Mladenov et al. 2019: incremental saving) and those that
// lead a section's entries to bytes hidden before ("Shadow Attacks", Mainka et al. 2021) are format
// failures: the signature's mathematics holds, but the file is not what a reader may rely on. What is only
// unusual cannot be relied on either, and is not called a forgery.
import type { StructureFault } from '../../pdf/structure-fault.ts';
import type { SignatureFacts } from '../facts.ts';
import { type Check, failsIf } from './check.ts';

const FORGED: ReadonlySet<StructureFault> = new Set([
  'second-xref',
  'unlisted-object',
  'misplaced-object',
  'bypassed-section',
  'appended-objects',
]);

function faultOf({ intact, changes }: SignatureFacts, forged: boolean): StructureFault | null {
  if (!intact) return null;
  const isOne = (fault: StructureFault): boolean =>
    fault !== 'cut-off' && FORGED.has(fault) === forged;
  return changes?.faults.find(isOne) ?? null;
}

export const structureSound: Check = {
  id: 'structure-sound',
  reason: 'STRUCTURE_FORGED',
  indication: 'TOTAL_FAILED',
  subIndication: 'FORMAT_FAILURE',
  failure: (facts) => {
    const fault = faultOf(facts, true);
    return failsIf(fault !== null, { rule: fault ?? '' });
  },
};

/** A download that broke off: what was signed is whole, and what came after it is not. */
export const fileComplete: Check = {
  id: 'structure-complete',
  reason: 'FILE_INCOMPLETE',
  indication: 'INDETERMINATE',
  subIndication: 'FORMAT_FAILURE',
  failure: ({ intact, changes }) => failsIf(intact && changes?.faults.includes('cut-off') === true),
};

export const structureClear: Check = {
  id: 'structure-clear',
  reason: 'STRUCTURE_UNCLEAR',
  indication: 'INDETERMINATE',
  subIndication: 'FORMAT_FAILURE',
  failure: (facts) => {
    const fault = faultOf(facts, false);
    return failsIf(fault !== null, { rule: fault ?? '' });
  },
};
