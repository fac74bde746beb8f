// Applications at the desk: the list, one of them, the decision, its papers.
import { dialog, type BrowserWindow } from 'electron';
import { deskApplicationsContract as contract } from '../../../core/contract/desk-applications.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { REPORT_LIMITS } from '../../../core/domain/report-limits.ts';
import { readSmallFile } from '../../../native/files/small-file.ts';
import type { ApplicationDesk } from '../../main/desk/application-desk.ts';
import type { PaperView } from '../../main/desk/paper-view.ts';
import type { Documents } from '../../main/documents.ts';
import { saveAs } from '../../main/save-as.ts';
import { mainTexts } from '../../main/texts.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly settings: () => Settings;
  readonly applications: ApplicationDesk;
  readonly papers: PaperView;
  readonly documents: Documents;
}

const EXTENSIONS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

export function deskApplicationsAnswers(parts: Parts) {
  const { window, settings, applications, papers, documents } = parts;
  const texts = () => mainTexts(settings().language).desk;
  return {
    'desk.applications': answer(contract['desk.applications'], () => applications.list()),
    'desk.application': answer(contract['desk.application'], ({ application, whole }) =>
      applications.show(application, whole),
    ),
    'desk.decideApplication': answer(
      contract['desk.decideApplication'],
      ({ application, ...verdict }) => applications.decide(application, verdict),
    ),
    'desk.openEnclosure': answer(
      contract['desk.openEnclosure'],
      async ({ application, sha256 }) => {
        const { bytes } = applications.enclosure(application, sha256);
        return documents.open(await papers.lay(sha256, bytes));
      },
    ),
    'desk.saveEnclosure': answer(contract['desk.saveEnclosure'], ({ application, sha256 }) => {
      const { paper, bytes, mediaType } = applications.enclosure(application, sha256);
      const extension = EXTENSIONS[mediaType];
      const wanted = {
        title: texts().save,
        defaultPath: `${paper}-${sha256.slice(0, 8)}.${extension}`,
      };
      return saveAs(window, { ...wanted, extension }, () => Promise.resolve(bytes));
    }),
    'desk.takeApplication': answer(contract['desk.takeApplication'], async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: [{ name: texts().application, extensions: ['penapermohonan', 'zip'] }],
      });
      const [path] = filePaths;
      if (path === undefined) return null;
      const { packageBytes } = REPORT_LIMITS;
      return applications.take(await readSmallFile(path, packageBytes, 'PACKAGE_TOO_LARGE'));
    }),
  };
}
