// Reports of a lost key as the wizard would write them, with a certificate that exists.
import { createHash, randomUUID } from 'node:crypto';
import { readCertificate } from '../../../core/cms/certificate.ts';
import type { PaperKind, RevocationRequest } from '../../../core/domain/revocation-request.ts';
import type { Paper } from '../../../core/ports/report-channel.ts';
import { fieldsOf } from '../../../core/trust/revocation/certificate-fields.ts';
import { makeAuthority, makeSigner } from '../../core/support/test-certificates.ts';

export function paper(text: string, kind: PaperKind = 'statement'): Paper {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reference = { kind, name: 'surat keterangan.pdf', mediaType: 'application/pdf', sha256 };
  return { reference, bytes };
}

export function report(
  der: Uint8Array = makeSigner('Budi', makeAuthority('CA uji')).der,
  papers: readonly Paper[] = [],
  changes: Partial<RevocationRequest> = {},
): RevocationRequest {
  const certificate = readCertificate(der);
  return {
    caseId: randomUUID(),
    idempotencyKey: randomUUID(),
    certificate: {
      issuer: certificate.issuer,
      issuerName: Buffer.from(fieldsOf(certificate).issuer.bytes).toString('base64'),
      serial: certificate.serial,
      sha256: certificate.sha256,
    },
    reason: 'keyCompromise',
    ground: 'lost',
    invalidityDate: '2026-11-25T14:00:00.000Z',
    reportedAt: '2026-11-25T15:00:00.000Z',
    reportedBy: 'owner',
    owner: { name: 'Budi Santoso', nip: '198001012005011001', email: 'budi@example.go.id' },
    narrative: 'Token hilang di perjalanan pulang.',
    papers: papers.map(({ reference }) => reference),
    ...changes,
  };
}
