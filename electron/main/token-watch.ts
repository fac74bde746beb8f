// Says when a token whose PIN is asked for has gone.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { TokenService } from '../../native/pkcs11/token-service.ts';

/** @param lost told TOKEN_REMOVED once it is gone. @returns stops looking */
export function watchToken(
  tokens: Pick<TokenService, 'onChange'>,
  token: { readonly label: string; readonly serial: string },
  lost: (error: PenaError) => void,
): () => void {
  return tokens.onChange((there) => {
    if (!there(token.serial)) lost(new PenaError('TOKEN_REMOVED', { token: token.label }));
  });
}
