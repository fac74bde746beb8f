// Verifying many files: choosing them, each one's result, the table.
import { extname, join } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { manyContract } from '../../../core/contract/many.ts';
import { createAtomicOutput } from '../../../native/files/atomic-output.ts';
import { userFolders } from '../../../native/settings/user-folders.ts';
import type { Documents } from '../../main/documents.ts';
import type { ManyFiles } from '../../main/many-files.ts';
import { tableOf } from '../../main/many-table.ts';
import { outsideOrder } from '../../main/outside-orders.ts';
import type { SettingsStore } from '../../main/settings-store.ts';
import { mainTexts } from '../../main/texts.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly documents: Documents;
  readonly many: ManyFiles;
  readonly settings: SettingsStore;
}

export function manyAnswers({ window, documents, many, settings }: Parts) {
  return {
    'many.choose': answer(manyContract['many.choose'], async ({ kind }) => {
      const { pdfFiles } = mainTexts(settings.current.language);
      const { filePaths } = await dialog.showOpenDialog(
        window,
        kind === 'folder'
          ? { properties: ['openDirectory'] }
          : {
              properties: ['openFile', 'multiSelections'],
              filters: [{ name: pdfFiles, extensions: ['pdf'] }],
            },
      );
      return filePaths.length === 0 ? null : many.list(filePaths);
    }),
    'many.check': answer(manyContract['many.check'], async ({ file, offline }) => {
      const cache = join(userFolders().cache, 'revocation');
      const outside = await outsideOrder();
      return many.check(file, { outside, offline, now: new Date(), cache });
    }),
    'many.open': answer(manyContract['many.open'], ({ file }) => documents.open(many.pathOf(file))),
    'many.saveTable': answer(manyContract['many.saveTable'], async () => {
      const { filePath } = await dialog.showSaveDialog(window, {
        title: mainTexts(settings.current.language).saveReportTitle,
        defaultPath: 'verifikasi.csv',
        filters: [{ name: 'CSV', extensions: ['csv'] }],
        properties: ['showOverwriteConfirmation'],
      });
      if (filePath === '') return { saved: false };
      // The dialog has asked before it named a file that is there; not for a name that we complete.
      const named = extname(filePath) !== '';
      const path = named ? filePath : `${filePath}.csv`;
      const output = await createAtomicOutput(path, { overwrite: named });
      try {
        await output.append(Buffer.from(tableOf(many.results(), settings.current)));
        await output.commit();
      } finally {
        await output.abort();
      }
      return { saved: true };
    }),
  };
}
