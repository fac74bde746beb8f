// A broken document that could not be opened is rebuilt into a new file where the person says.
import { basename, dirname, extname, join } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { ResponseOf } from '../../core/contract/entry.ts';
import type { documentContract } from '../../core/contract/document.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { FileError } from '../../native/files/file-error.ts';
import { sameFile } from '../../native/files/file-source.ts';
import type { Documents } from './documents.ts';
import { journalFolder } from './office-journal.ts';
import { mainTexts } from './texts.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly documents: Documents;
  readonly language: () => Settings['language'];
}

/**
 * Null where no place was chosen.
 * @throws {PenaError} HANDLE_UNKNOWN where nothing broken was opened last; PDF_REPAIR_*, FILE_*, JOURNAL_*
 */
export async function repairBroken({
  window,
  documents,
  language,
}: Parts): Promise<ResponseOf<(typeof documentContract)['document.repair']>> {
  const file = documents.broken;
  if (file === null) throw new PenaError('HANDLE_UNKNOWN');
  const { repairTitle, pdfFiles } = mainTexts(language());
  const stem = basename(file.path, extname(file.path));
  const { filePath } = await dialog.showSaveDialog(window, {
    title: repairTitle,
    defaultPath: join(dirname(file.path), `${stem}-diperbaiki.pdf`),
    filters: [{ name: pdfFiles, extensions: ['pdf'] }],
    properties: ['showOverwriteConfirmation'],
  });
  if (filePath === '') return null;
  // The dialog has asked before it named a file that is there; not for a name that we complete.
  const overwrite = extname(filePath) !== '';
  const output = overwrite ? filePath : `${filePath}.pdf`;
  if (output === file.path || (await sameFile(output, file.path))) {
    throw new FileError('FILE_OUTPUT_IS_INPUT', { file: basename(output) });
  }
  const order = { file, output, overwrite, journal: journalFolder() };
  const { lost } = await documents.read('repair', order);
  return { opened: await documents.open(output), lost };
}
