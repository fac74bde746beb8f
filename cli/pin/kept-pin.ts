// The keychain's part in the PIN of the command line: used where nobody handed one in, kept where
// --store-pin says so.
import { readCertificate } from '../../core/cms/certificate.ts';
import { toPenaError } from '../../core/domain/pena-error.ts';
import type { PinPrompt } from '../../core/ports/token.ts';
import { StoredPinPrompt } from '../../native/keychain/stored-pin.ts';
import { explain } from '../explain.ts';
import { openKeychain } from '../keychain.ts';
import type { Shell } from '../shell.ts';
import { secretTexts } from '../texts/secrets.ts';
import type { PinSource } from './source.ts';

/** @param certificate DER */
export function keptPin(
  asking: PinPrompt,
  source: PinSource,
  certificate: Uint8Array,
  { storePin }: { readonly storePin?: boolean },
  shell: Shell,
): StoredPinPrompt {
  const { sha256, commonName, notAfter } = readCertificate(certificate);
  const texts = secretTexts(shell.language).pin;
  return new StoredPinPrompt({
    ...{ asking, certificate: sha256, store: openKeychain(shell) },
    note: { label: commonName, expires: notAfter },
    use: source.kind !== 'given',
    keep: () => storePin === true,
    onEvent: (event, problem) => {
      shell.err.line(texts[event], { tone: event === 'kept' ? 'ok' : 'warn' });
      if (problem !== null) shell.err.line(explain(toPenaError(problem), shell).text);
    },
  });
}
