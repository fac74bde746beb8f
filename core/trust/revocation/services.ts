// What asking for revocation needs from outside, and what came of a question that led to nothing.
import type { Certificate } from '../../cms/certificate.ts';
import { type PenaError, toPenaError } from '../../domain/pena-error.ts';
import type { HttpClient } from '../../ports/http-client.ts';
import type { RevocationCache } from '../../ports/revocation-cache.ts';

export interface RevocationServices {
  readonly http: HttpClient;
  readonly now: Date;
  /** Unpredictable bytes; null: ask OCSP without a nonce, so that answers made in advance will do. */
  readonly random: ((length: number) => Uint8Array) | null;
  /** Null: ask anew, whatever is known. */
  readonly cache: RevocationCache | null;
  /** Certificates in which responders and CRL issuers may be found. */
  readonly others?: readonly Certificate[];
  /** Whether a CRL issuer other than the certificate's is valid under the same anchor. */
  readonly accepts?: (crlIssuer: Certificate) => boolean;
  /** For one question. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** One source that gave no usable answer. */
export interface RevocationProblem {
  readonly source: 'ocsp' | 'crl';
  /** Empty where no address is known. */
  readonly url: string;
  /** NET_*, OCSP_*, CRL_* or REVOCATION_NO_SOURCE. */
  readonly error: PenaError;
}

export const TIMEOUT = 15_000;

/** The failure to tell of; what is no failure of the source (CANCELLED, bugs) is thrown on. */
export function failureOf(thrown: unknown): PenaError {
  const failure = toPenaError(thrown);
  if (failure.code === 'CANCELLED' || failure.code === 'INTERNAL') throw thrown;
  return failure;
}

/** Server and port of an address, for texts. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

export function limits({ timeoutMs = TIMEOUT, signal }: RevocationServices) {
  return { timeoutMs, ...(signal === undefined ? {} : { signal }) };
}
