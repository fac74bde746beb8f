// The search for documents in doubt: folders from the system's dialog, the list as a file, or with the report.
import { app, dialog, type BrowserWindow } from 'electron';
import { doubtContract } from '../../../core/contract/doubt.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import type { DoubtSearch } from '../../main/lost-key/doubt.ts';
import { saveAs } from '../../main/save-as.ts';
import { mainTexts } from '../../main/texts.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly settings: () => Settings;
  readonly doubt: DoubtSearch;
}

export function doubtAnswers({ window, settings, doubt }: Parts) {
  const version = app.getVersion();
  return {
    'lostKey.doubtSearch': answer(
      doubtContract['lostKey.doubtSearch'],
      async ({ case: handle, folders }) => {
        if (!folders) return doubt.search(handle, []);
        const { filePaths } = await dialog.showOpenDialog(window, {
          properties: ['openDirectory', 'multiSelections'],
        });
        return filePaths.length === 0 ? null : doubt.search(handle, filePaths);
      },
    ),
    'lostKey.doubtStop': answer(doubtContract['lostKey.doubtStop'], () => {
      doubt.stop();
      return Promise.resolve({});
    }),
    'lostKey.doubtSave': answer(doubtContract['lostKey.doubtSave'], ({ as }) =>
      saveAs(
        window,
        {
          title: mainTexts(settings().language).lostKey.save,
          ...{ defaultPath: `daftar-dokumen-diragukan.${as}`, extension: as },
        },
        () => doubt.file(as, settings().zone, version),
      ),
    ),
    'lostKey.doubtAttach': answer(doubtContract['lostKey.doubtAttach'], () =>
      doubt.attach(settings().zone, version),
    ),
  };
}
