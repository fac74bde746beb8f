// What can be wrong with a CMS structure, a certificate or a time stamp, or with what is asked of it.
import type { ErrorCode } from '../domain/error-code.ts';
import { PenaError } from '../domain/pena-error.ts';

export type CmsErrorCode = Extract<
  ErrorCode,
  `CMS_${string}` | `CERT_${string}` | `CMP_${string}` | `TSA_${string}`
>;

export class CmsError extends PenaError<CmsErrorCode> {
  override readonly name = 'CmsError';
}
