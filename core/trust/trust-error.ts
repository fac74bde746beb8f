// What can be wrong with the proof of a certificate's revocation or of its validity.
import type { ErrorCode } from '../domain/error-code.ts';
import { PenaError } from '../domain/pena-error.ts';

export type TrustErrorCode = Extract<
  ErrorCode,
  `OCSP_${string}` | `CRL_${string}` | `REVOCATION_${string}`
>;

export class TrustError extends PenaError<TrustErrorCode> {
  override readonly name = 'TrustError';
}
