// Verifying an open document, opening it as it was signed, and saving what was found.
import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { validationContract, type ShownDocumentReport } from '../../../core/contract/validation.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { userFolders } from '../../../native/settings/user-folders.ts';
import type { Documents, OpenFile } from '../../main/documents.ts';
import { outsideOrder } from '../../main/outside-orders.ts';
import { saveAs } from '../../main/save-as.ts';
import type { SettingsStore } from '../../main/settings-store.ts';
import { mainTexts } from '../../main/texts.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly documents: Documents;
  readonly settings: SettingsStore;
}

export function validationAnswers({ window, documents, settings }: Parts) {
  /** The last of each document, for as long as it is open: what is saved is what was shown. */
  const reports = new WeakMap<OpenFile, ShownDocumentReport>();
  return {
    'validation.start': answer(
      validationContract['validation.start'],
      async ({ document, offline }) => {
        const open = documents.get(document);
        const { name, file } = open;
        const now = new Date();
        const outside = await outsideOrder(null);
        const cache = join(userFolders().cache, 'revocation');
        const found = await documents.read(
          'validate',
          { file, outside, offline, now, cache },
          open,
        );
        const report = { name, checkedAt: now.toISOString(), ...found };
        reports.set(open, report);
        return report;
      },
    ),
    'validation.openSigned': answer(
      validationContract['validation.openSigned'],
      ({ document, signature }) => documents.openSigned(document, signature),
    ),
    'validation.saveReport': answer(
      validationContract['validation.saveReport'],
      async ({ document, format }) => {
        const open = documents.get(document);
        const report = reports.get(open);
        if (report === undefined) throw new PenaError('HANDLE_UNKNOWN');
        const { language, zone } = settings.current;
        const { name, checkedAt, ...found } = report;
        const wanted = {
          title: mainTexts(language).saveReportTitle,
          defaultPath: besides(open, `${language === 'id' ? '-laporan' : '-report'}.${format}`),
          extension: format,
        };
        return saveAs(window, wanted, async () => {
          const files = [{ file: name, report: found, problem: null }];
          const order = { checkedAt, files, format, language, zone, version: app.getVersion() };
          return (await documents.read('report', order)).bytes;
        });
      },
    ),
  };
}

function besides({ file: { path } }: OpenFile, ending: string): string {
  return (
    path.slice(0, path.length - basename(path).length) + basename(path, extname(path)) + ending
  );
}
