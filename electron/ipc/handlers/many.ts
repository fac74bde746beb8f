// Verifying many files: choosing them, each one's result, the table.
import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { manyContract } from '../../../core/contract/many.ts';
import { userFolders } from '../../../native/settings/user-folders.ts';
import type { Documents } from '../../main/documents.ts';
import type { ManyFiles } from '../../main/many-files.ts';
import { tableOf } from '../../main/many-table.ts';
import { outsideOrder } from '../../main/outside-orders.ts';
import { saveAs } from '../../main/save-as.ts';
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
      const outside = await outsideOrder(null);
      return many.check(file, { outside, offline, now: new Date(), cache });
    }),
    'many.open': answer(manyContract['many.open'], ({ file }) => documents.open(many.pathOf(file))),
    'many.saveTable': answer(manyContract['many.saveTable'], () =>
      saveAs(window, { ...wantedName(settings), extension: 'csv' }, () =>
        Promise.resolve(Buffer.from(tableOf(many.results(), settings.current))),
      ),
    ),
    'many.saveReport': answer(manyContract['many.saveReport'], ({ format }) =>
      saveAs(window, { ...wantedName(settings), extension: format }, async () => {
        const { language, zone } = settings.current;
        const order = { format, language, zone, version: app.getVersion() };
        return (await documents.read('report', { ...order, ...many.report() })).bytes;
      }),
    ),
  };
}

function wantedName({ current: { language } }: SettingsStore) {
  return {
    title: mainTexts(language).saveReportTitle,
    defaultPath: language === 'id' ? 'verifikasi' : 'verification',
  };
}
