// What a letter says of a case. The NIK stands on the statement only where its owner gave it.
import { formatDate, formatDateTime, type Zone } from '../../domain/local-time.ts';
import type { ReportGround } from '../../domain/revocation-request.ts';
import type { LostKeyCase } from '../lost-key/case.ts';
import { GROUND_RULES } from '../lost-key/ground.ts';
import type { LetterFields } from './template.ts';

export const GROUND_NAMES: Readonly<Record<ReportGround, string>> = {
  lost: 'hilang',
  damaged: 'rusak',
  inaccessible: 'tidak dapat diakses',
  compromised: 'kerahasiaan kunci privat diketahui atau diduga diketahui pihak lain',
  moved: 'pemilik pindah tugas',
  retired: 'pemilik pensiun',
};

const TYPES = {
  individual: 'individu',
  position: 'jabatan, wewenang, atau organisasi',
  system: 'Sistem Elektronik',
} as const;

/** Of the statement, which alone bears a number of the owner's agency. */
export function fieldsOfStatement(lost: LostKeyCase, zone: Zone, now: Date): LetterFields {
  return { ...fieldsOfCase(lost, zone, now), 'letter.number': lost.statementNumber ?? '' };
}

export function fieldsOfCase(lost: LostKeyCase, zone: Zone, now: Date): LetterFields {
  const { owner, superior, certificate, event, authorityReport, reportedBy } = lost;
  const moment = (time: string | null): string =>
    time === null ? '' : formatDateTime(time, zone, 'id');
  const day = (time: string | Date | null): string =>
    time === null ? '' : formatDate(time, zone, 'id');
  const officer = { name: lost.reporterName ?? '', nip: null };
  const reporter = { owner, superior, 'registration-authority': officer }[reportedBy];
  return {
    'letter.date': day(now),
    'owner.name': owner.name,
    'owner.nip': owner.nip ?? '',
    'owner.nik': owner.nik ?? '',
    'owner.rank': owner.rank ?? '',
    'owner.position': owner.position ?? '',
    'owner.unit': owner.unit ?? '',
    'owner.email': owner.email ?? '',
    'superior.name': superior?.name ?? '',
    'superior.nip': superior?.nip ?? '',
    'superior.position': superior?.position ?? '',
    'reporter.name': reporter?.name ?? '',
    'reporter.nip': reporter?.nip ?? '',
    'certificate.serial': certificate.serial,
    'certificate.subject': certificate.subject ?? '',
    'certificate.issuer': certificate.issuer,
    'certificate.notAfter': day(certificate.notAfter),
    'certificate.type': certificate.type === null ? '' : TYPES[certificate.type],
    'event.ground': GROUND_NAMES[lost.ground],
    'event.happenedAt': moment(event.happenedAt),
    'event.place': event.place,
    'event.lastOwnUse': moment(event.lastOwnUse),
    'event.reportedAt': day(lost.openedAt),
    'event.narrative': event.narrative,
    'report.agency': authorityReport?.agency ?? '',
    'report.number': authorityReport?.number ?? '',
    // A date without a time of day: noon keeps it the same day in every zone of the country.
    'report.date': authorityReport === null ? '' : day(`${authorityReport.date}T05:00:00Z`),
    reissue: GROUND_RULES[lost.ground].reissue
      ? 'diterbitkan Sertifikat Elektronik baru bagi pemiliknya'
      : '',
  };
}
