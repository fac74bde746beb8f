// From the first click this program signs no more with a certificate that is reported: marked in the list of
// certificates, its stored PIN deleted, both written down in the journal.
import { sightingOf } from '../../core/cms/certificate-sighting.ts';
import { readCertificate } from '../../core/cms/certificate.ts';
import type { Journal } from '../../core/ports/journal.ts';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { createKeychain } from '../../native/keychain/keychain.ts';

/** What became of a PIN that may be stored. */
export type PinFate = 'deleted' | 'none' | 'unknown';

/** @param der the certificate's; @param since when its key may have left its owner's hands */
export async function block(der: Uint8Array, since: Date, journal: Journal): Promise<PinFate> {
  const { sha256 } = readCertificate(der);
  const registry = new CertificateRegistry();
  if ((await registry.find(sha256)) === null) {
    const sighting = sightingOf(der, null, null);
    if (sighting !== null) await registry.see([sighting]);
  }
  await registry.markReported(sha256, since);
  await journal.append({ kind: 'certificate', did: 'reported-lost', certificate: sha256 });
  const pin = await deletePin(sha256);
  if (pin === 'deleted') {
    await journal.append({ kind: 'secret', what: 'pin', did: 'deleted', certificate: sha256 });
  }
  return pin;
}

/** A keychain that is locked or does not answer holds up no report. */
async function deletePin(sha256: string): Promise<PinFate> {
  const store = createKeychain();
  try {
    const { state } = await store.state();
    if (state === 'absent') return 'none';
    return (await store.delete({ kind: 'pin', id: sha256 })) ? 'deleted' : 'none';
  } catch {
    return 'unknown';
  }
}
