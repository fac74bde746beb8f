// What the letter of Pasal 25(1) says of a case: to Gubernur, Kepala BSSN and Kepala BSrE. No NIP, no NIK, no name of
// the owner: an incident is told by certificate, office and event.
import { formatDateTime, type Zone } from '../../domain/local-time.ts';
import { GROUND_NAMES } from '../letters/case-fields.ts';
import type { LetterFields } from '../letters/template.ts';
import type { RegistrationCase } from './cases.ts';
import type { DeskStage } from './stage.ts';

const STATES: Readonly<Record<DeskStage, string>> = {
  received: 'laporan diterima dan sedang diperiksa',
  rejected: 'permintaan belum dapat diterima, menunggu kelengkapan',
  accepted: 'permintaan pencabutan diterima, belum dicabut',
  'revocation-asked': 'pencabutan sudah dimintakan kepada BSrE, belum dicabut',
  revoked: 'dicabut, menurut OCSP atau CRL penerbitnya',
};

export function incidentFields(one: RegistrationCase, stage: DeskStage, zone: Zone): LetterFields {
  const [first] = one.reports;
  if (first === undefined) return {};
  const { certificate, ground, reportedAt, narrative } = first;
  return {
    'event.ground': GROUND_NAMES[ground],
    'event.happenedAt': formatDateTime(reportedAt, zone, 'id'),
    'event.narrative': narrative,
    'certificate.serial': certificate.serial,
    'certificate.issuer': certificate.issuer,
    'incident.state': STATES[stage],
  };
}
