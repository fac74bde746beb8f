// What can go wrong between this program and a key on a token.
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { PenaError } from '../../core/domain/pena-error.ts';

export type TokenErrorCode =
  | Extract<ErrorCode, `TOKEN_${string}`>
  | 'CERT_KEY_MISSING'
  | 'CERT_AMBIGUOUS'
  | 'CERT_NOT_FOUND'
  | 'CANCELLED';

/**
 * `params.module` is the module's file name (not its path), `params.token` the token's label,
 * `params.ckr` a return value that has no code of its own, in hexadecimal.
 */
export class TokenError extends PenaError<TokenErrorCode> {
  override readonly name = 'TokenError';
}
