// The certificates ever seen on this computer, those that end first at the top.
import { certificateContract, type ShownCertificate } from '../../../core/contract/certificate.ts';
import {
  daysLeft,
  expiringCertificates,
  expiryWarning,
  type KnownCertificate,
  replacementOf,
} from '../../../core/domain/known-certificate.ts';
import { CertificateRegistry } from '../../../native/certificates/certificate-registry.ts';
import { answer } from '../answer.ts';

/** Most that the contract lets through (core/contract/certificate.ts). */
const MOST = 500;

export function certificateAnswers() {
  return {
    'certificate.known': answer(certificateContract['certificate.known'], shownNow),
    'certificate.forget': answer(certificateContract['certificate.forget'], async ({ sha256 }) => {
      await new CertificateRegistry().forget(sha256);
      return shownNow();
    }),
  };
}

async function shownNow(): Promise<{ certificates: ShownCertificate[] }> {
  return { certificates: shownOf(await new CertificateRegistry().list(), new Date()) };
}

function shownOf(all: readonly KnownCertificate[], now: Date): ShownCertificate[] {
  const urgent = new Set(expiringCertificates(all, now));
  return all
    .map((one) => ({
      ...{ sha256: one.sha256, name: short(one.name), issuer: short(one.issuer) },
      token:
        one.token === null
          ? null
          : { label: short(one.token.label), serial: short(one.token.serial) },
      ...{ notBefore: one.notBefore, notAfter: one.notAfter, lastSeen: one.lastSeen },
      ...{ warning: expiryWarning(one, now), daysLeft: daysLeft(one, now) },
      replaced: replacementOf(one, all) !== null,
      urgent: urgent.has(one),
      reportedLostSince: one.reportedLost?.since ?? null,
    }))
    .sort((a, b) => Number(b.urgent) - Number(a.urgent) || a.notAfter.localeCompare(b.notAfter))
    .slice(0, MOST);
}

/** shortText of the contract. */
function short(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}
