// Opening, closing and showing documents.
import { dialog, shell, type BrowserWindow } from 'electron';
import { documentContract, type OpenedDocument } from '../../../core/contract/document.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import type { Documents } from '../../main/documents.ts';
import { repairBroken } from '../../main/repairing.ts';
import { mainTexts } from '../../main/texts.ts';
import { failureOf } from '../failure.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly documents: Documents;
  readonly language: () => Settings['language'];
}

export function documentAnswers({ window, documents, language }: Parts) {
  return {
    'document.open': answer(documentContract['document.open'], async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: [{ name: mainTexts(language()).pdfFiles, extensions: ['pdf'] }],
      });
      const [path] = filePaths;
      return path === undefined ? null : unlessCancelled(documents.open(path));
    }),
    'document.unlock': answer(documentContract['document.unlock'], ({ document }) =>
      unlessCancelled(documents.unlock(document)),
    ),
    'document.repair': answer(documentContract['document.repair'], () =>
      repairBroken({ window, documents, language }),
    ),
    'document.close': answer(documentContract['document.close'], async ({ document }) => {
      await documents.close(document);
      return {};
    }),
    'document.reveal': answer(documentContract['document.reveal'], ({ document }) => {
      shell.showItemInFolder(documents.get(document).file.path);
      return {};
    }),
  };
}

/** Null where the window for the password was left: the person knows why nothing opens. */
async function unlessCancelled(opening: Promise<OpenedDocument>): Promise<OpenedDocument | null> {
  try {
    return await opening;
  } catch (thrown) {
    if (failureOf(thrown).code === 'CANCELLED') return null;
    throw thrown;
  }
}
