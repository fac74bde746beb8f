// What each ground for giving a certificate up means: the reason that the authority is asked to record (RFC 5280
// 5.3.1), since when signatures are in doubt, and which papers follow (Peraturan Wali Kota Samarinda 13/2020).
import type { PaperKind, ReportGround, RequestedReason } from '../../domain/revocation-request.ts';

export interface GroundRule {
  readonly reason: RequestedReason;
  /** The law that names it. */
  readonly source: string;
  /** Pasal 16(4): what must accompany the report; it may follow it. */
  readonly papers: readonly PaperKind[];
  /** Pasal 16(3)b: whether the owner goes on needing a certificate of the same kind. */
  readonly reissue: boolean;
  /** Pasal 25(3)a: whether Dinas has to report it as an incident. */
  readonly incident: boolean;
  /** Whether somebody else may hold the key, so that signatures since then are in doubt. */
  readonly othersMaySign: boolean;
}

const BOTH: readonly PaperKind[] = ['police-report', 'statement'];

/**
 * A lost key counts as compromised: nobody can say that it lies where nobody finds it. One that is damaged or
 * out of reach is replaced. Whoever moves or retires leaves an office, not a secret.
 */
export const GROUND_RULES: Readonly<Record<ReportGround, GroundRule>> = {
  lost: { ...threat('Pasal 16 ayat (2)'), papers: BOTH },
  damaged: { ...worn(), papers: BOTH },
  inaccessible: { ...worn(), papers: BOTH },
  compromised: { ...threat('UU ITE Pasal 12 ayat (2) huruf c'), papers: BOTH },
  moved: { ...leaving('affiliationChanged'), reissue: true },
  retired: { ...leaving('cessationOfOperation'), reissue: false },
};

function threat(source: string): Omit<GroundRule, 'papers'> {
  return { reason: 'keyCompromise', source, reissue: true, incident: true, othersMaySign: true };
}

function worn(): Omit<GroundRule, 'papers'> {
  const source = 'Pasal 16 ayat (2)';
  return { reason: 'superseded', source, reissue: true, incident: true, othersMaySign: false };
}

function leaving(reason: RequestedReason): Omit<GroundRule, 'reissue'> {
  const source = 'Pasal 16 ayat (1)';
  return { reason, source, papers: ['statement'], incident: false, othersMaySign: false };
}

/**
 * Since when the key may be out of its owner's hands (RFC 5280 5.3.2): the last time that the owner is sure of,
 * not the time at which the loss was seen. Null: nobody knows, and no date is made up.
 * @param times ISO 8601 in UTC
 */
export function invalidityDate(
  ground: ReportGround,
  times: { readonly happenedAt: string | null; readonly lastOwnUse: string | null },
): string | null {
  const { happenedAt, lastOwnUse } = times;
  if (!GROUND_RULES[ground].othersMaySign) return happenedAt;
  const known = [happenedAt, lastOwnUse].filter((time) => time !== null);
  return known.length === 0
    ? null
    : known.reduce((a, b) => (Date.parse(a) <= Date.parse(b) ? a : b));
}
