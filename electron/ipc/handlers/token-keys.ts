// A key pair, the request for its certificate, and the issued certificate: what the window asks of a token.
import { tokenKeysContract } from '../../../core/contract/token-keys.ts';
import type { TokenKeysDesk } from '../../main/token-keys.ts';
import { answer } from '../answer.ts';

export function tokenKeysAnswers(desk: TokenKeysDesk) {
  return {
    'token.keys': answer(tokenKeysContract['token.keys'], ({ token }) => desk.keys(token)),
    'token.request': answer(tokenKeysContract['token.request'], ({ token, request, key }) =>
      desk.request(token, request, key),
    ),
    'token.chooseCertificate': answer(tokenKeysContract['token.chooseCertificate'], ({ token }) =>
      desk.choose(token),
    ),
    'token.importCertificate': answer(
      tokenKeysContract['token.importCertificate'],
      ({ token, ...options }) => desk.importChosen(token, options),
    ),
    'token.removeKey': answer(tokenKeysContract['token.removeKey'], async ({ token, keyId }) => {
      await desk.remove(token, keyId);
      return {};
    }),
  };
}
