// Looks every two seconds whether a token whose PIN is asked for is still there.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { TokenService } from '../../native/pkcs11/token-service.ts';

/** Milliseconds between two looks. */
const WATCH = 2_000;

/** @param lost told TOKEN_REMOVED once it is gone. @returns stops looking */
export function watchToken(
  tokens: Pick<TokenService, 'list'>,
  token: { readonly label: string; readonly serial: string },
  lost: (error: PenaError) => void,
): () => void {
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    tokens
      .list()
      .then(({ tokens: there }) => {
        if (there.some(({ serial }) => serial === token.serial)) return;
        lost(new PenaError('TOKEN_REMOVED', { token: token.label }));
      })
      // What a list cannot say, the login will.
      .catch(() => undefined)
      .finally(() => (looking = false));
  }, WATCH);
  return () => clearInterval(timer);
}
