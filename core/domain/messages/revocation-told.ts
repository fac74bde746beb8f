// Whether a certificate was revoked, line by line: for the terminal, the window and reports. Without full stops.
import type { Language } from '../language.ts';
import { formatDateTime, type Zone } from '../local-time.ts';
import type { RevocationSummary } from '../report.ts';
import { revocationReason } from './revocation-reason.ts';

const WORDS = {
  id: {
    NOT_JUDGED: 'Belum dinilai',
    UNKNOWN: 'Tidak diketahui',
    GOOD: 'Tidak dicabut',
    goodThen: 'Belum dicabut pada waktu yang terbukti',
    REVOKED: 'Dicabut',
    held: (time: string) => `Dibekukan sementara sejak ${time}`,
    at: (time: string) => `Dicabut pada ${time}`,
    later: (time: string) => `Dicabut kemudian, pada ${time}`,
    asOf: (source: string, time: string) => `, menurut ${source} tanggal ${time}`,
    embedded: (list: string) => `Data ${list} ada di dalam dokumen`,
  },
  en: {
    NOT_JUDGED: 'Not judged yet',
    UNKNOWN: 'Not known',
    GOOD: 'Not revoked',
    goodThen: 'Not revoked yet at the proven time',
    REVOKED: 'Revoked',
    held: (time: string) => `On hold since ${time}`,
    at: (time: string) => `Revoked on ${time}`,
    later: (time: string) => `Revoked later, on ${time}`,
    asOf: (source: string, time: string) => `, by ${source} of ${time}`,
    embedded: (list: string) => `The document holds ${list} data`,
  },
} as const;

/** The status and what it rests on; what happened later; what proof the document brings. */
export function revocationTold(
  { status, source, checkedAt, revokedAt, reason, embedded }: RevocationSummary,
  language: Language,
  zone: Zone,
): string[] {
  const words = WORDS[language];
  const time = (text: string): string => formatDateTime(text, zone, language);
  const asOf =
    source === null || checkedAt === null ? '' : words.asOf(source.toUpperCase(), time(checkedAt));
  const why = (name: string | null): string =>
    name === null ? '' : ` (${revocationReason(name, language)})`;
  const lines: string[] = [];
  if (revokedAt === null) lines.push(`${words[status]}${asOf}`);
  else if (status === 'GOOD') {
    lines.push(`${words.goodThen}${asOf}`, words.later(time(revokedAt)) + why(reason));
  } else if (reason === 'certificateHold') {
    lines.push(`${words.held(time(revokedAt))}${asOf}`);
  } else lines.push(`${words.at(time(revokedAt))}${why(reason)}${asOf}`);
  if (embedded.length > 0) {
    lines.push(words.embedded(embedded.map((kind) => kind.toUpperCase()).join(', ')));
  }
  return lines;
}
