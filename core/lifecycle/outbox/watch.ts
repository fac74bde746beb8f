// Watches by OCSP and CRL until the authority says revoked: no other word of anybody makes a certificate revoked.
import { readCertificate } from '../../cms/certificate.ts';
import type { OutboxReport, OutboxStatus, OutboxStore } from '../../ports/outbox-store.ts';
import type { DeliveryState } from '../../ports/report-channel.ts';
import { collectRevocation } from '../../trust/revocation/collect-revocation.ts';
import type { RevocationServices } from '../../trust/revocation/services.ts';
import { readOrNull } from './read-or-null.ts';

/** How far a report has come, as it may be shown. */
export type ReportState = 'queued' | DeliveryState | 'revoked';

export function reportState({ revoked, acknowledged }: OutboxStatus): ReportState {
  return revoked === null ? (acknowledged?.state ?? 'queued') : 'revoked';
}

/**
 * Asks about every report's certificate that is not known to be revoked. Answers must be current and signed by who
 * may say so; a certificate on hold may come back (RFC 5280 5.3.1) and does not count as revoked.
 * @returns keys of reports whose certificates have become revoked
 * @throws {PenaError} OUTBOX_BUSY, FILE_*, CANCELLED
 */
export async function watchRevocations(
  store: OutboxStore,
  services: RevocationServices,
): Promise<readonly string[]> {
  return store.alone(async () => {
    const found: string[] = [];
    for (const key of await store.keys()) {
      const kept = await readOrNull(store, key);
      if (kept === null || kept.status.revoked !== null) continue;
      const revoked = await askRevoked(kept.report, services);
      if (revoked === null) continue;
      await store.writeStatus(key, { ...kept.status, revoked, nextAttempt: null });
      found.push(key);
    }
    return found;
  });
}

async function askRevoked(
  { request, watched }: OutboxReport,
  services: RevocationServices,
): Promise<OutboxStatus['revoked']> {
  if (watched === null) return null;
  const certificate = readCertificate(watched.certificate);
  const { serial, sha256 } = request.certificate;
  if (certificate.serial !== serial || (sha256 ?? certificate.sha256) !== certificate.sha256) {
    return null;
  }
  const { answer } = await collectRevocation(
    certificate,
    readCertificate(watched.issuer),
    services,
  );
  const revocation = answer?.revocation ?? null;
  if (answer === null || revocation === null || revocation.at > services.now) return null;
  if (revocation.reason === 'certificateHold' || revocation.reason === 'removeFromCRL') return null;
  return {
    at: revocation.at.toISOString(),
    reason: revocation.reason,
    source: answer.source,
  };
}
