// A letter from a template, its fields, and the fonts that ship, to a file that is there whole or not at all.
import { PenaError } from '../../core/domain/pena-error.ts';
import { letterPdf } from '../../core/lifecycle/letters/letter-pdf.ts';
import {
  letterTemplate,
  type LetterFields,
  type LetterTemplate,
} from '../../core/lifecycle/letters/template.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { readLetterTemplate } from '../../native/files/letter-templates.ts';
import { loadFonts } from '../../native/files/resources.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';

/** @param folder of the office's templates; @throws {PenaError} LETTER_*, FILE_* */
export async function templateOf(name: string, folder: string | null): Promise<LetterTemplate> {
  const read = letterTemplate.safeParse(await readLetterTemplate(name, folder));
  if (!read.success) throw new PenaError('LETTER_TEMPLATE_INVALID', { name });
  return read.data;
}

/** @throws {PenaError} FILE_* */
export async function writeLetter(
  template: LetterTemplate,
  fields: LetterFields,
  path: string,
  version: string,
): Promise<void> {
  const meta = { time: new Date(), tool: `Pena ${version}`, practice: practiceMode() };
  const bytes = await letterPdf(template, fields, meta, await loadFonts());
  const output = await createAtomicOutput(path, { overwrite: false });
  try {
    await output.append(bytes);
    await output.commit();
  } finally {
    await output.abort();
  }
}
