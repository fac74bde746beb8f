// From the first click this program signs no more with a certificate that is reported: marked in the list of
// certificates, its stored PIN deleted, both written down in the journal. The way back is as explicit.
import { sightingOf } from '../../cms/certificate-sighting.ts';
import { readCertificate } from '../../cms/certificate.ts';
import type { Journal } from '../../ports/journal.ts';
import type { KnownCertificates } from '../../ports/known-certificates.ts';
import type { SecretStore } from '../../ports/secret-store.ts';

/** What became of a PIN that may be stored. */
export const PIN_FATES = ['deleted', 'none', 'unknown'] as const;
export type PinFate = (typeof PIN_FATES)[number];

export interface BlockPlaces {
  readonly known: KnownCertificates;
  readonly journal: Journal;
  readonly secrets: Pick<SecretStore, 'state' | 'delete'>;
}

/**
 * @param der the certificate's; @param since when its key may have left its owner's hands
 * @throws {PenaError} CERT_MALFORMED, CERTIFICATE_REGISTRY_*, JOURNAL_*, FILE_*
 */
export async function block(
  der: Uint8Array,
  since: Date,
  { known, journal, secrets }: BlockPlaces,
): Promise<PinFate> {
  const { sha256 } = readCertificate(der);
  if ((await known.find(sha256)) === null) {
    const sighting = sightingOf(der, null, null);
    if (sighting !== null) await known.see([sighting]);
  }
  await known.markReported(sha256, since);
  // Before the journal: one that is busy must leave neither the key usable nor its PIN behind.
  const pin = await deletePin(sha256, secrets);
  await journal.append({ kind: 'certificate', did: 'reported-lost', certificate: sha256 });
  if (pin === 'deleted') {
    await journal.append({ kind: 'secret', what: 'pin', did: 'deleted', certificate: sha256 });
  }
  return pin;
}

/**
 * Lets the certificate sign here again.
 * @throws {PenaError} CERT_NOT_FOUND, JOURNAL_*, FILE_*
 */
export async function unblock(
  sha256: string,
  { known, journal }: Pick<BlockPlaces, 'known' | 'journal'>,
): Promise<void> {
  // Written down before it is done: a block that is lifted leaves its trace.
  await journal.append({ kind: 'certificate', did: 'report-withdrawn', certificate: sha256 });
  await known.withdrawReport(sha256);
}

/** A keychain that is locked or does not answer holds up no report. */
async function deletePin(sha256: string, store: BlockPlaces['secrets']): Promise<PinFate> {
  try {
    const { state } = await store.state();
    if (state === 'absent') return 'none';
    return (await store.delete({ kind: 'pin', id: sha256 })) ? 'deleted' : 'none';
  } catch {
    return 'unknown';
  }
}
