// Opens a key whose PIN may come from the keychain, and go there where the PIN window was told so.
import { readCertificate } from '../../core/cms/certificate.ts';
import type { SecretStore } from '../../core/ports/secret-store.ts';
import type { PinPrompt, SigningKey } from '../../core/ports/token.ts';
import { StoredPinPrompt } from '../../native/keychain/stored-pin.ts';
import type { TokenChoice, TokenService } from '../../native/pkcs11/token-service.ts';
import { logUnexpected } from '../ipc/failure.ts';
import type { PinDesk } from './pin-desk.ts';

/** @throws {PenaError} as TokenService.signingKey */
export async function keyWithKeptPin(
  tokens: Pick<TokenService, 'signingKey'>,
  choice: TokenChoice,
  desk: PinDesk,
  store: SecretStore,
): Promise<SigningKey> {
  // The certificate is known with the key, and nothing is asked before its first use.
  let prompt: PinPrompt = desk;
  const key = await tokens.signingKey(choice, {
    ask: (request) => prompt.ask(request),
    judged: (accepted) => prompt.judged?.(accepted) ?? Promise.resolve(),
  });
  const { sha256, commonName, notAfter } = readCertificate(key.certificate);
  prompt = new StoredPinPrompt({
    ...{ store, asking: desk, certificate: sha256, use: true },
    note: { label: commonName, expires: notAfter },
    keep: () => desk.wantsToKeep,
    onEvent: (_event, problem) => {
      if (problem !== null) logUnexpected('keychain', problem);
    },
  });
  return key;
}
