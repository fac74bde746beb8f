// Watches by OCSP and CRL until the authority says revoked: no other word of anybody makes a certificate revoked.
import { readCertificate } from '../../cms/certificate.ts';
import type { OutboxReport, OutboxStatus, OutboxStore } from '../../ports/outbox-store.ts';
import type { DeliveryState } from '../../ports/report-channel.ts';
import { collectRevocation } from '../../trust/revocation/collect-revocation.ts';
import type { RevocationServices } from '../../trust/revocation/services.ts';
import { isSettled } from './deliver.ts';
import type { FindWatched, Watched } from './find-watched.ts';
import { readOrNull } from './read-or-null.ts';

/** How far a report has come, as it may be shown. */
export type ReportState = 'queued' | DeliveryState | 'revoked';

export function reportState({ revoked, acknowledged }: OutboxStatus): ReportState {
  return revoked === null ? (acknowledged?.state ?? 'queued') : 'revoked';
}

/**
 * Asks about every report's certificate that is not known to be revoked. Answers must be current and signed by who
 * may say so; a certificate on hold may come back (RFC 5280 5.3.1) and does not count as revoked.
 * @param find where the report itself names no certificates to watch by; what it finds is kept
 * @returns keys of reports whose certificates have become revoked
 * @throws {PenaError} OUTBOX_BUSY, FILE_*, CANCELLED
 */
export async function watchRevocations(
  store: OutboxStore,
  services: RevocationServices,
  find: FindWatched = () => Promise.resolve(null),
): Promise<readonly string[]> {
  return store.alone(async () => {
    const found: string[] = [];
    const answers = new Map<string, OutboxStatus['revoked']>();
    for (const key of await store.keys()) {
      const kept = await readOrNull(store, key);
      if (kept === null || kept.status.revoked !== null) continue;
      const { message: report, status } = kept;
      const watched = report.watched ?? status.watched ?? (await find(report.request));
      if (watched === null || !isMeant(report, watched)) continue;
      const name = readCertificate(watched.certificate).sha256;
      if (!answers.has(name)) answers.set(name, await askRevoked(watched, services));
      const revoked = answers.get(name) ?? null;
      const isNew = report.watched === null && status.watched === undefined;
      const next = { ...status, ...(isNew ? { watched } : {}) };
      if (revoked === null) {
        if (isNew) await store.writeStatus(key, next);
        continue;
      }
      const nextAttempt = isSettled(report, { ...status, revoked }) ? null : status.nextAttempt;
      await store.writeStatus(key, { ...next, revoked, nextAttempt });
      found.push(key);
    }
    return found;
  });
}

/** Whoever found it: another certificate than the reported one says nothing of it. */
function isMeant({ request }: OutboxReport, { certificate: der }: Watched): boolean {
  const certificate = readCertificate(der);
  const { serial, sha256 } = request.certificate;
  return certificate.serial === serial && (sha256 ?? certificate.sha256) === certificate.sha256;
}

async function askRevoked(
  { certificate, issuer }: Watched,
  services: RevocationServices,
): Promise<OutboxStatus['revoked']> {
  const { answer } = await collectRevocation(
    readCertificate(certificate),
    readCertificate(issuer),
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
