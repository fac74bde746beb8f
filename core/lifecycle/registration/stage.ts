// Where a case stands at the desk, and which of them comes first: a first report of a key in strange hands waits for
// nobody (Pasal 16(3)a). "Revoked" follows from OCSP or CRL alone.
import type { RegistrationCase } from './cases.ts';
import type { TakenStep } from './steps.ts';

export type DeskStage = 'received' | 'rejected' | 'accepted' | 'revocation-asked' | 'revoked';

export function stageOf(
  one: Pick<RegistrationCase, 'state' | 'messages'>,
  steps: readonly TakenStep[],
): DeskStage {
  if (steps.some((step) => step.kind === 'status' && step.status === 'revoked')) return 'revoked';
  if (one.state === 'received') return 'received';
  if (!one.messages.some(({ state }) => state === 'accepted')) return 'rejected';
  const asked = steps.some(({ kind }) => kind === 'revocation-asked');
  return asked ? 'revocation-asked' : 'accepted';
}

/** Whether something came since somebody last opened the case. */
export function isUnread(
  { messages }: Pick<RegistrationCase, 'messages'>,
  steps: readonly TakenStep[],
): boolean {
  const read = steps.map((step) => (step.kind === 'opened' ? step.upTo : 0));
  return (messages.at(-1)?.n ?? 0) > Math.max(0, ...read);
}

/** Grounds on which somebody else may be using the key now. */
const AT_RISK: readonly string[] = ['lost', 'compromised'];

/** 0 comes first: an undecided first report of a key at risk, then other first reports, then papers. */
export function urgencyOf(one: RegistrationCase, stage: DeskStage): number {
  const [first] = one.messages;
  const ground = one.reports[0]?.ground ?? '';
  if (stage === 'received' && first?.state === 'received') return AT_RISK.includes(ground) ? 0 : 1;
  return 2 + ['received', 'accepted', 'revocation-asked', 'rejected', 'revoked'].indexOf(stage);
}
