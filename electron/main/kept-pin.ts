// Opens a key whose PIN may come from the keychain, and go there where the PIN window was told so.
import { readCertificate } from '../../core/cms/certificate.ts';
import type { Journal } from '../../core/ports/journal.ts';
import type { SecretStore } from '../../core/ports/secret-store.ts';
import type { PinPrompt, SigningKey } from '../../core/ports/token.ts';
import { notingPrompt } from '../../native/journal/secret-notes.ts';
import { StoredPinPrompt } from '../../native/keychain/stored-pin.ts';
import type { TokenChoice } from '../../native/pkcs11/chosen-certificate.ts';
import type { TokenService } from '../../native/pkcs11/token-service.ts';
import { policyLetsStore } from '../../native/settings/secret-policy.ts';
import { logUnexpected } from '../ipc/failure.ts';
import type { PinDesk } from './pin-desk.ts';

/** The keychain as the PIN window may offer it: where the policy forbids, it is as if there were none. */
export function pinKeeper(store: SecretStore): Pick<SecretStore, 'state'> {
  return {
    state: async () =>
      (await policyLetsStore('pin')) ? store.state() : { state: 'absent', why: 'no-service' },
  };
}

/** @throws {PenaError} as TokenService.signingKey */
export async function keyWithKeptPin(
  tokens: Pick<TokenService, 'signingKey'>,
  choice: TokenChoice,
  desk: PinDesk,
  store: SecretStore,
  journal: Journal,
): Promise<SigningKey> {
  // The certificate is known with the key, and nothing is asked before its first use.
  let prompt: PinPrompt = desk;
  const key = await tokens.signingKey(choice, {
    ask: (request) => prompt.ask(request),
    judged: (accepted, code) => prompt.judged?.(accepted, code) ?? Promise.resolve(),
  });
  const { sha256, commonName, notAfter } = readCertificate(key.certificate);
  const stored = new StoredPinPrompt({
    ...{ store, asking: desk, certificate: sha256, use: true },
    note: { label: commonName, expires: notAfter },
    keep: () => desk.wantsToKeep,
    onEvent: (_event, problem) => {
      if (problem !== null) logUnexpected('keychain', problem);
    },
  });
  prompt = notingPrompt(stored, sha256, {
    ...{ journal, onProblem: (thrown) => logUnexpected('journal', thrown) },
  });
  return key;
}
