// A letter from a template, the office's letterhead, its fields, and the fonts that ship, to a file that is there whole
// or not at all.
import { PenaError } from '../../core/domain/pena-error.ts';
import { letterPdf } from '../../core/lifecycle/letters/letter-pdf.ts';
import { type Letterhead, letterheadOf } from '../../core/lifecycle/letters/letterhead.ts';
import {
  letterTemplate,
  type LetterFields,
  type LetterTemplate,
} from '../../core/lifecycle/letters/template.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { readLetterhead, readLetterTemplate } from '../../native/files/letter-templates.ts';
import { loadFonts } from '../../native/files/resources.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { authorityName, letterFolders } from '../../native/settings/letter-folders.ts';

export interface LetterParts {
  readonly template: LetterTemplate;
  readonly letterhead: Letterhead;
}

/** @param folder of templates that was named; @throws {PenaError} LETTER_*, SETTINGS_INVALID, POLICY_UNSAFE, FILE_* */
export async function letterParts(name: string, folder: string | null): Promise<LetterParts> {
  const folders = await letterFolders(folder);
  const read = letterTemplate.safeParse(await readLetterTemplate(name, folders));
  if (!read.success) throw new PenaError('LETTER_TEMPLATE_INVALID', { name });
  const { head, emblem } = await readLetterhead(folders);
  return { template: read.data, letterhead: letterheadOf(head, emblem, await authorityName()) };
}

/** @throws {PenaError} LETTER_EMBLEM_INVALID, FILE_* */
export async function drawLetter(
  { template, letterhead }: LetterParts,
  fields: LetterFields,
  version: string,
): Promise<Uint8Array> {
  const meta = { time: new Date(), tool: `Pena ${version}`, practice: practiceMode() };
  return letterPdf(template, fields, meta, { fonts: await loadFonts(), letterhead });
}

/** @throws {PenaError} LETTER_EMBLEM_INVALID, FILE_* */
export async function writeLetter(
  parts: LetterParts,
  fields: LetterFields,
  path: string,
  version: string,
): Promise<void> {
  const bytes = await drawLetter(parts, fields, version);
  const output = await createAtomicOutput(path, { overwrite: false });
  try {
    await output.append(bytes);
    await output.commit();
  } finally {
    await output.abort();
  }
}
