// Writing a file where the person says, whole or not at all.
import { extname } from 'node:path';
import { dialog, type BrowserWindow, type SaveDialogOptions } from 'electron';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';

interface Wanted extends Pick<SaveDialogOptions, 'title' | 'defaultPath'> {
  /** Without a dot. */
  readonly extension: string;
}

/**
 * False where the dialog was closed without a choice; then `make` was not asked.
 * @throws {PenaError} FILE_*, and what `make` throws
 */
export async function saveAs(
  window: BrowserWindow,
  { extension, ...wanted }: Wanted,
  make: () => Promise<Uint8Array>,
): Promise<{ saved: boolean }> {
  const { filePath } = await dialog.showSaveDialog(window, {
    ...wanted,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['showOverwriteConfirmation'],
  });
  if (filePath === '') return { saved: false };
  // The dialog has asked before it named a file that is there; not for a name that we complete.
  const named = extname(filePath) !== '';
  const path = named ? filePath : `${filePath}.${extension}`;
  // The place first: nothing is made, and noted as given out, for a file that cannot be written.
  const output = await createAtomicOutput(path, { overwrite: named });
  try {
    await output.append(await make());
    await output.commit();
  } finally {
    await output.abort();
  }
  return { saved: true };
}
