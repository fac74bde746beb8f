// A document prepared for several signers: a copy with their fields, where the person says.
import type { BrowserWindow } from 'electron';
import type { RequestOf as Request, ResponseOf } from '../../core/contract/entry.ts';
import type { prepareContract } from '../../core/contract/prepare.ts';
import type { Settings } from '../../core/contract/settings.ts';
import type { Journal } from '../../core/ports/journal.ts';
import { logUnexpected } from '../ipc/failure.ts';
import { askOutput } from './ask-output.ts';
import type { Documents } from './documents.ts';
import { mainTexts } from './texts.ts';

export interface PreparingParts {
  readonly window: BrowserWindow;
  readonly documents: Documents;
  readonly journal: Journal;
  readonly language: () => Settings['language'];
}

type Contract = (typeof prepareContract)['prepare.start'];

/**
 * Null where no place was chosen.
 * @throws {PenaError} HANDLE_UNKNOWN, PDF_*, TAG_*, WORKFLOW_FORBIDDEN, FILE_*
 */
export async function prepareDocument(
  { window, documents, journal, language }: PreparingParts,
  { document, fields }: Request<Contract>,
): Promise<ResponseOf<Contract>> {
  const open = documents.get(document);
  const { prepareTitle: title, pdfFiles } = mainTexts(language());
  const output = await askOutput(window, open.file.path, { title, pdfFiles, suffix: 'siap' });
  if (output === null) return null;
  const { path, overwrite } = output;
  const order = { file: open.file, output: path, overwrite, fields };
  const { documentSha256, resultSha256, onText } = await documents.read('prepare', order, open);
  // The new document is there: what cannot be noted undoes nothing.
  await journal
    .append({
      ...{ kind: 'prepared', document: documentSha256, result: resultSha256 },
      fields: fields.length,
    })
    .catch((thrown: unknown) => logUnexpected('journal', thrown));
  return { opened: await documents.open(path, open), onText };
}
