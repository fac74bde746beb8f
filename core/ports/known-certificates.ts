// The certificates ever seen on this computer, as far as reporting one of them needs the list.
import type { KnownCertificate } from '../domain/known-certificate.ts';

export interface KnownCertificates {
  /** @throws {PenaError} CERTIFICATE_REGISTRY_INVALID, FILE_NOT_READABLE */
  list(): Promise<readonly KnownCertificate[]>;
  find(sha256: string): Promise<KnownCertificate | null>;
  see(
    sightings: readonly Omit<
      KnownCertificate,
      'firstSeen' | 'lastSeen' | 'lastSigned' | 'reportedLost'
    >[],
  ): Promise<void>;
  /** From now on nothing is signed with it here. @throws {PenaError} CERT_NOT_FOUND */
  markReported(sha256: string, since: Date): Promise<void>;
  /** @throws {PenaError} CERT_NOT_FOUND */
  withdrawReport(sha256: string): Promise<void>;
}
