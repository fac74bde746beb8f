// What kind of changes came after a signature: for the terminal, the window and reports. Without full stops.
import { FORBIDDEN_CHANGES } from '../change-code.ts';
import type { Modification } from '../indication.ts';
import type { Language } from '../language.ts';
import type { ReasonCode } from '../reason-code.ts';
import type { SignatureReport } from '../report.ts';

const WORDS: Readonly<Record<Language, Readonly<Record<Modification | 'unclear', string>>>> = {
  id: {
    NONE: 'Tidak ada',
    LTA_UPDATES: 'Hanya bukti verifikasi yang ditambahkan',
    FORM_FILLING: 'Isian formulir atau tanda tangan ditambahkan',
    ANNOTATIONS: 'Catatan ditambahkan atau diubah',
    OTHER: 'Isi diubah',
    NOT_JUDGED: 'Belum dinilai',
    unclear: 'Tidak dapat dipastikan apa yang berubah',
  },
  en: {
    NONE: 'None',
    LTA_UPDATES: 'Only proof for verification was added',
    FORM_FILLING: 'Form entries or signatures were added',
    ANNOTATIONS: 'Comments were added or changed',
    OTHER: 'Content was changed',
    NOT_JUDGED: 'Not judged yet',
    unclear: 'What was changed cannot be told',
  },
};

const FORBIDDEN: readonly ReasonCode[] = FORBIDDEN_CHANGES;

/** Of a revision none of whose changes is named. */
export function unnamedChanges(level: Modification, language: Language): string {
  return WORDS[language][level === 'OTHER' ? 'unclear' : level];
}

/** Of all that came after a signature: where the file is built unclearly, nobody has seen content change. */
export function changesTold(
  { modification, reasons }: Pick<SignatureReport, 'modification' | 'reasons'>,
  language: Language,
): string {
  const unclear =
    modification === 'OTHER' &&
    reasons.some(({ code }) => code === 'STRUCTURE_UNCLEAR') &&
    !reasons.some(({ code }) => FORBIDDEN.includes(code));
  return WORDS[language][unclear ? 'unclear' : modification];
}
