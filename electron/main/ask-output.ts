// Where a new PDF beside an old one is to be written, as the person says.
import { basename, dirname, extname, join } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { FileError } from '../../native/files/file-error.ts';
import { sameFile } from '../../native/files/file-source.ts';

export interface Output {
  readonly path: string;
  readonly overwrite: boolean;
}

interface Proposal {
  readonly title: string;
  readonly pdfFiles: string;
  /** Put before the ending of the old one's name. */
  readonly suffix: string;
}

/** Null where the dialog was closed without a choice. @throws {FileError} FILE_OUTPUT_IS_INPUT */
export async function askOutput(
  window: BrowserWindow,
  input: string,
  { title, pdfFiles, suffix }: Proposal,
): Promise<Output | null> {
  const stem = basename(input, extname(input));
  const { filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(dirname(input), `${stem}-${suffix}.pdf`),
    filters: [{ name: pdfFiles, extensions: ['pdf'] }],
    properties: ['showOverwriteConfirmation'],
  });
  if (filePath === '') return null;
  // The dialog has asked before it named a file that is there; not for a name that we complete.
  const overwrite = extname(filePath) !== '';
  const path = overwrite ? filePath : `${filePath}.pdf`;
  if (path === input || (await sameFile(path, input))) {
    throw new FileError('FILE_OUTPUT_IS_INPUT', { file: basename(path) });
  }
  return { path, overwrite };
}
