// Picks the one certificate that can be signed with, out of all that show; where it is not one, says why.
import { type Certificate, readCertificate, refusalToSign } from '../../core/cms/certificate.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { TokenCertificate, TokenInfo } from '../../core/ports/token.ts';
import type { IssuerTrust } from '../../core/domain/issuer-trust.ts';
import { isIssuerKnown } from '../../core/trust/issuer-known.ts';
import { UsageError } from '../usage-error.ts';

export interface CertificateWish {
  /** Label or serial number. */
  readonly token?: string;
  /** Label, common name, or the beginning of the SHA-256. */
  readonly cert?: string;
}

export interface ChosenCertificate {
  readonly token: TokenInfo;
  readonly entry: TokenCertificate;
  readonly certificate: Certificate;
}

interface Candidate extends ChosenCertificate {
  readonly refusal: PenaError | null;
}

/**
 * @param trust whose certificates go before others'; null: all alike
 * @param problems what the modules could not do: the cause, where no token shows at all
 * @throws {PenaError} TOKEN_NONE, TOKEN_AMBIGUOUS, CERT_NOT_FOUND, CERT_AMBIGUOUS, the only refusal
 *   there is (CERT_EXPIRED, ...), or a module's problem
 */
export function chooseCertificate(
  {
    tokens,
    problems,
  }: { readonly tokens: readonly TokenInfo[]; readonly problems: readonly PenaError[] },
  wish: CertificateWish,
  now: Date,
  trust: IssuerTrust | null = null,
): ChosenCertificate {
  const inPlace = tokens.filter(
    ({ label, serial }) => wish.token === undefined || [label, serial].includes(wish.token),
  );
  if (inPlace.length === 0) throw problems[0] ?? new PenaError('TOKEN_NONE');
  const matches = matcher(wish.cert);
  const candidates = inPlace.flatMap((token) => candidatesOf(token, now)).filter(matches);
  const able = distinct(candidates.filter(({ refusal }) => refusal === null));
  const usable = preferSure(preferKnown(able, trust, now));
  const [first, second] = usable;
  if (first === undefined) throw whyNone(candidates);
  if (second === undefined) return first;
  const oneToken = usable.every(({ token }) => token.serial === first.token.serial);
  throw new PenaError(oneToken ? 'CERT_AMBIGUOUS' : 'TOKEN_AMBIGUOUS');
}

function candidatesOf(token: TokenInfo, now: Date): Candidate[] {
  return token.certificates.flatMap((entry) => {
    try {
      const certificate = readCertificate(entry.certificate);
      const refusal =
        refusalToSign(certificate, now, practiceMode()) ??
        (entry.hasPrivateKey === false
          ? new PenaError('CERT_KEY_MISSING', { token: token.label })
          : null);
      return [{ token, entry, certificate, refusal }];
    } catch {
      // One that cannot be read cannot be signed with; `pena tokens` shows it.
      return [];
    }
  });
}

function matcher(cert: string | undefined): (candidate: Candidate) => boolean {
  if (cert === undefined) return () => true;
  if (cert === '') throw new UsageError('cert');
  // As it is printed elsewhere: capitals, and groups apart.
  const digits = cert.replace(/[\s:]/g, '').toLowerCase();
  const prefix = /^[0-9a-f]{8,64}$/.test(digits) ? digits : null;
  return ({ entry, certificate }) =>
    entry.label === cert ||
    certificate.commonName === cert ||
    (prefix !== null && certificate.sha256.startsWith(prefix));
}

/** One token may show through two modules: it is one certificate all the same. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = `${candidate.token.serial} ${candidate.certificate.sha256}`;
    if (!seen.has(key)) seen.set(key, candidate);
  }
  return [...seen.values()];
}

/** Some tokens show keys only after the login: such a certificate stands back behind one with a key. */
function preferSure(candidates: readonly Candidate[]): Candidate[] {
  const sure = candidates.filter(({ entry }) => entry.hasPrivateKey === true);
  return sure.length > 0 ? sure : [...candidates];
}

/** One that a verifier may not trust is taken by itself only where there is no other. */
function preferKnown(
  candidates: readonly Candidate[],
  trust: IssuerTrust | null,
  now: Date,
): readonly Candidate[] {
  const known = candidates.filter(({ token, certificate }) => {
    const others = token.certificates.map((other) => other.certificate);
    return isIssuerKnown(certificate, others, trust, now);
  });
  return known.length > 0 ? known : candidates;
}

/** An authority's certificate is on many tokens; that it is not for signing is not the news. */
function whyNone(candidates: readonly Candidate[]): PenaError {
  const refusals = candidates.flatMap(({ refusal }) => (refusal === null ? [] : [refusal]));
  const others = refusals.filter(({ code }) => code !== 'CERT_KEY_USAGE');
  const [first] = others.length > 0 ? others : refusals;
  return first ?? new PenaError('CERT_NOT_FOUND');
}
