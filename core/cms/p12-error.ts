// What can be wrong with a PKCS#12 file, or with the passphrase given for it.
import type { ErrorCode } from '../domain/error-code.ts';
import { PenaError } from '../domain/pena-error.ts';
import { CmsError } from './cms-error.ts';

export type P12ErrorCode =
  | Extract<ErrorCode, `P12_${string}`>
  | 'CERT_AMBIGUOUS'
  | 'CERT_NOT_FOUND'
  | 'CERT_KEY_MISSING'
  | 'CMS_ALGORITHM_UNSUPPORTED';

export class P12Error extends PenaError<P12ErrorCode> {
  override readonly name = 'P12Error';
}

/** What reading the file threw: a structure that cannot be read is the file's fault here. */
export function p12Error(thrown: unknown): unknown {
  return thrown instanceof CmsError && thrown.code.endsWith('_MALFORMED')
    ? new P12Error('P12_MALFORMED', {}, { cause: thrown })
    : thrown;
}
