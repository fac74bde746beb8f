// The verdict as a sentence that a clerk can repeat on the telephone: for the terminal, the window and reports.
import { FORBIDDEN_CHANGES } from '../change-code.ts';
import { decisiveReason } from '../decisive-reason.ts';
import type { Verdict } from '../indication.ts';
import type { Language } from '../language.ts';
import type { Zone } from '../local-time.ts';
import type { ReasonCode } from '../reason-code.ts';
import type { FileReport } from '../report.ts';
import { reasonHelp } from './reason-help.ts';
import { afterColon, errorSentence, reasonSentence } from './sentence.ts';

type Judged = Pick<FileReport, 'verdict' | 'signatures' | 'error'>;

interface VerdictWords {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly practice: string;
  readonly unreadable: string;
  readonly passedOne: string;
  readonly passedAll: (count: number) => string;
  readonly intact: string;
  readonly noGround: string;
  readonly exercise: string;
  readonly pictures: string;
  readonly stampsOnly: string;
  readonly unreadableAdvice: string;
  readonly askSigned: string;
}

const WORDS: Readonly<Record<Language, VerdictWords>> = {
  id: {
    verdicts: {
      TOTAL_PASSED: 'Sah: dapat diandalkan',
      INDETERMINATE: 'Belum dapat dipastikan',
      TOTAL_FAILED: 'Jangan diandalkan',
      NO_SIGNATURE: 'Tidak ditandatangani secara elektronik',
    },
    practice: 'Sah untuk latihan saja',
    unreadable: 'Tidak dapat diperiksa',
    passedOne: 'Tanda tangannya utuh dan dapat dipercaya.',
    passedAll: (count) => `Seluruh ${String(count)} tanda tangan utuh dan dapat dipercaya.`,
    intact: 'Isi yang ditandatangani masih utuh, tetapi itu belum cukup untuk mengandalkannya.',
    noGround: 'Jangan jadikan berkas ini dasar keputusan.',
    exercise: 'Di luar mode latihan berkas ini tidak sah. Jangan jadikan dasar keputusan.',
    pictures:
      'Gambar tanda tangan, cap, atau kode QR pada halaman bukan bukti tanda tangan elektronik.',
    stampsOnly:
      'Dokumen ini hanya memuat penanda waktu: itu menunjukkan kapan dokumen ada, bukan siapa yang bertanggung jawab atas isinya.',
    unreadableAdvice: 'Hasil ini tidak menyatakan apa pun tentang tanda tangan di dalamnya.',
    askSigned:
      'Bila seharusnya ditandatangani, mintalah berkas PDF aslinya kepada pengirimnya. Mencetak, memindai, atau menyimpan ulang dokumen menghilangkan tanda tangan elektroniknya.',
  },
  en: {
    verdicts: {
      TOTAL_PASSED: 'Valid: can be relied on',
      INDETERMINATE: 'Cannot be confirmed yet',
      TOTAL_FAILED: 'Do not rely on it',
      NO_SIGNATURE: 'Not electronically signed',
    },
    practice: 'Valid for practice only',
    unreadable: 'Cannot be checked',
    passedOne: 'The signature is intact and trusted.',
    passedAll: (count) => `All ${String(count)} signatures are intact and trusted.`,
    intact: 'What was signed is still intact, but that alone is not enough to rely on it.',
    noGround: 'Base no decision on this file.',
    exercise: 'Outside practice mode this file is not valid. Base no decision on it.',
    pictures:
      'A picture of a signature, a seal or a QR code on the page does not prove an electronic signature.',
    stampsOnly:
      'It only bears a time stamp: that shows when the document was there, not who answers for what it says.',
    unreadableAdvice: 'This says nothing about the signatures in it.',
    askSigned:
      'If it should be signed, ask the sender for the original PDF file. Printing, scanning or saving a document anew loses its electronic signature.',
  },
};

/** "Sah: dapat diandalkan", without the one thing that is wrong or missing. */
export function verdictWords(report: Judged, language: Language): string {
  const { verdict, error } = report;
  const reason = decisiveReason(report)?.code ?? null;
  return verdictLabel({ verdict, reason, unreadable: error !== null }, language);
}

/** The same from what a table knows of a file: its verdict and the reason that is said first. */
export function verdictLabel(
  {
    verdict,
    reason,
    unreadable,
  }: { verdict: Verdict; reason: ReasonCode | null; unreadable: boolean },
  language: Language,
): string {
  const words = WORDS[language];
  if (unreadable) return words.unreadable;
  if (isExercise({ verdict, reason })) return words.practice;
  return words.verdicts[shownVerdict({ verdict, reason })];
}

/** Whose words and look stand for a verdict: an exercise is as certain to be none of the real thing as it can be. */
export function shownVerdict({
  verdict,
  reason,
}: {
  readonly verdict: Verdict;
  readonly reason: ReasonCode | null;
}): Verdict {
  return reason === 'SIGNED_IN_PRACTICE' ? 'TOTAL_FAILED' : verdict;
}

/** The same of a report. */
export function shownVerdictOf(report: Pick<Judged, 'verdict' | 'signatures'>): Verdict {
  return shownVerdict({ verdict: report.verdict, reason: decisiveReason(report)?.code ?? null });
}

/** The verdict's words with the one thing that is wrong or missing. */
export function verdictSentence(report: Judged, language: Language, zone: Zone): string {
  const words = verdictWords(report, language);
  const why = whyOf(report, language, zone);
  return why === null ? `${words}.` : `${words}: ${afterColon(why)}`;
}

/** Whether a verdict that passed is practice mode's own about one of its signatures: a word and a look of its own. */
export function isExercise({
  verdict,
  reason,
}: {
  readonly verdict: Verdict;
  readonly reason: ReasonCode | null;
}): boolean {
  return verdict === 'TOTAL_PASSED' && reason === 'PRACTICE_SIGNATURE';
}

function whyOf(report: Judged, language: Language, zone: Zone): string | null {
  const { error } = report;
  if (error !== null) return errorSentence(error.code, error.params, language, zone);
  const reason = decisiveReason(report);
  return reason === null ? null : reasonSentence(reason.code, reason.params, language, zone);
}

/** What to do now; null where there is nothing to do, or where the error says it. */
export function verdictHelp(report: Judged, language: Language): string | null {
  if (report.error !== null) return null;
  if (report.verdict === 'NO_SIGNATURE') return WORDS[language].askSigned;
  const reason = decisiveReason(report);
  return reason === null ? null : reasonHelp(reason.code, language);
}

/** One more sentence: what that means. */
export function verdictAdvice(report: Judged, language: Language): string | null {
  const { signatures, error } = report;
  const words = WORDS[language];
  if (error !== null) return words.unreadableAdvice;
  switch (shownVerdictOf(report)) {
    case 'TOTAL_PASSED':
      if (decisiveReason(report) !== null) return words.exercise;
      return passed(signatures.filter(({ type }) => type !== 'docTimeStamp').length, words);
    case 'TOTAL_FAILED':
      return words.noGround;
    case 'NO_SIGNATURE':
      return signatures.length === 0 ? words.pictures : words.stampsOnly;
    case 'INDETERMINATE':
      return signatures.every(({ intact }) => intact) ? words.intact : null;
  }
}

function passed(count: number, words: VerdictWords): string {
  return count === 1 ? words.passedOne : words.passedAll(count);
}

const CONTENT_CHANGED: readonly ReasonCode[] = ['DIGEST_MISMATCH', ...FORBIDDEN_CHANGES];

/** They trust whom the country recognises, not whom one user or office has added. */
function trustedThere({ signatures }: Judged): boolean {
  return signatures
    .filter(({ type }) => type !== 'docTimeStamp')
    .every(({ issuedUnder }) => issuedUnder === 'BSRE' || issuedUnder === 'OTHER_RECOGNISED');
}

/** How the public verification services word the same (seen there; quoted, so never translated). */
export function familiarPhrase(report: Judged): string | null {
  if (report.error !== null) return null;
  switch (report.verdict) {
    case 'TOTAL_PASSED':
      // Nobody outside calls an exercise valid.
      if (decisiveReason(report) !== null) return null;
      return trustedThere(report) ? 'Dokumen valid, Sertifikat yang digunakan terpercaya' : null;
    case 'NO_SIGNATURE':
      return 'Dokumen belum ditandatangani secara elektronik';
    case 'TOTAL_FAILED': {
      const reason = decisiveReason(report);
      return reason !== null && CONTENT_CHANGED.includes(reason.code)
        ? 'Konten Dokumen mengalami perubahan oleh pihak yang tidak berhak'
        : null;
    }
    case 'INDETERMINATE':
      return null;
  }
}
