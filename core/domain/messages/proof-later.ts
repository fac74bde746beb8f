// Whether a signature can still be proven when its certificate has ended: what officials know as "LTV".
import type { Language } from '../language.ts';
import type { SignatureReport } from '../report.ts';

const WORDS = {
  archive: {
    id: 'Ya. Penanda waktu, data pencabutan, dan penanda waktu arsip ada di dalam dokumen (mendukung LTV)',
    en: 'Yes. Time stamp, revocation data and an archive time stamp are in the document (LTV)',
  },
  long: {
    id: 'Ya. Penanda waktu dan data pencabutan ada di dalam dokumen (mendukung LTV)',
    en: 'Yes. Time stamp and revocation data are in the document (LTV)',
  },
  stamped: {
    id: 'Belum lengkap. Ada penanda waktu, tetapi bukti pencabutan yang lengkap tidak ada di dalam dokumen (tidak mendukung LTV)',
    en: 'Not all of it. There is a time stamp, but no complete revocation data in the document (no LTV)',
  },
  bare: {
    id: 'Tidak, sebab tanpa penanda waktu: hanya dapat dinilai selama sertifikatnya berlaku (tidak mendukung LTV)',
    en: 'No, since there is no time stamp: it can be judged only while its certificate is valid (no LTV)',
  },
} as const;

/** Without a full stop. Null for what proves nothing anyway, and for time stamps of documents. */
export function proofLater(
  {
    type,
    intact,
    level,
    timestamps,
  }: Pick<SignatureReport, 'type' | 'intact' | 'level'> & {
    readonly timestamps: readonly Pick<SignatureReport['timestamps'][number], 'intact'>[];
  },
  language: Language,
): string | null {
  if (type !== 'signature' || !intact || level === 'UNKNOWN') return null;
  if (level === 'PAdES-B-LTA') return WORDS.archive[language];
  if (level === 'PAdES-B-LT') return WORDS.long[language];
  const stamped = timestamps.some((stamp) => stamp.intact);
  return WORDS[stamped ? 'stamped' : 'bare'][language];
}
