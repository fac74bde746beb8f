// What later revisions changed (ISO 32000-2 12.8.2). Not HASH_FAILURE: the signed bytes are as they were.
// A change that no rule explains goes beyond what any signature permits: SIG_CONSTRAINTS_FAILURE, as for
// a breach of its own constraints. A change after which nobody can be sure what a viewer shows is doubtful.
import { DOUBTFUL_CHANGES, FORBIDDEN_CHANGES } from '../../domain/change-code.ts';
import type { ReasonCode } from '../../domain/reason-code.ts';
import type { SignatureFacts } from '../facts.ts';
import type { Check, ReasonParams } from './check.ts';

function firstOf({ intact, changes }: SignatureFacts, code: ReasonCode): ReasonParams | null {
  if (!intact || changes === null) return null;
  // Those that are clean have no finding of these kinds.
  if (changes.clean) return null;
  return changes.changes.find(({ finding }) => finding.code === code)?.finding.params ?? null;
}

/** One check for each kind of change, so that each is said. */
export const changesExplained: readonly Check[] = FORBIDDEN_CHANGES.map((code) => ({
  id: `change-explained-${code.toLowerCase().replaceAll('_', '-')}`,
  reason: code,
  indication: 'TOTAL_FAILED',
  subIndication: 'SIG_CONSTRAINTS_FAILURE',
  failure: (facts) =>
    code === 'SIGNATURE_VALUE_SHARED' && facts.shared
      ? { field: facts.value.fieldName }
      : firstOf(facts, code),
}));

export const changesUndoubted: readonly Check[] = DOUBTFUL_CHANGES.map((code) => ({
  id: `change-undoubted-${code.toLowerCase().replaceAll('_', '-')}`,
  reason: code,
  indication: 'INDETERMINATE',
  subIndication: 'FORMAT_FAILURE',
  failure: (facts) => firstOf(facts, code),
}));
