// How far a certificate's chain leads, as a reader is told: that it has expired since does not make its root unknown.
import type { SignatureReport } from './report.ts';

export type ChainReach = 'none' | 'open' | 'past' | 'trusted';

/** `past`: to a root that is known, at a time outside the validity of one of the chain's certificates. */
export function chainReach({
  chain,
  trustAnchor,
  issuedUnder,
}: {
  readonly chain: readonly unknown[];
  readonly trustAnchor: string | null;
  readonly issuedUnder: SignatureReport['issuedUnder'];
}): ChainReach {
  if (chain.length === 0) return 'none';
  if (trustAnchor !== null) return 'trusted';
  return issuedUnder === null || issuedUnder === 'NOT_RECOGNISED' ? 'open' : 'past';
}
