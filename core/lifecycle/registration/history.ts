// What the decisions on a case say of each of its messages (Pasal 12(3), 21(2)): one made before a message came says
// nothing of it, and what was accepted stays accepted, since its revocation is on its way.
import type { Decision } from '../../ports/report-receiver.ts';

/** @param decisions of the case, in their order; null: not decided yet. @param n the message's */
export function decisionOn<D extends Decision>(n: number, decisions: readonly D[]): D | null {
  const made = decisions.filter(({ upTo }) => upTo >= n);
  return made.find(({ state }) => state === 'accepted') ?? made.at(-1) ?? null;
}
