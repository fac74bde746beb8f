// The registration authority's questions: inbox, a case, decisions, papers, the incident letter.
import { app, dialog, type BrowserWindow } from 'electron';
import { deskContract, type DeskHandle, type DeskCase } from '../../../core/contract/desk.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { formatDate } from '../../../core/domain/local-time.ts';
import { REPORT_LIMITS } from '../../../core/domain/report-limits.ts';
import { incidentFields } from '../../../core/lifecycle/registration/incident.ts';
import { stageOf } from '../../../core/lifecycle/registration/stage.ts';
import { readSmallFile } from '../../../native/files/small-file.ts';
import type { CaseDesk } from '../../main/desk/case-desk.ts';
import type { DeskFile } from '../../main/desk/desk-file.ts';
import type { PaperView } from '../../main/desk/paper-view.ts';
import type { Documents } from '../../main/documents.ts';
import { letterFrom } from '../../main/lost-key/files.ts';
import { saveAs } from '../../main/save-as.ts';
import { mainTexts } from '../../main/texts.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly settings: () => Settings;
  readonly file: DeskFile;
  readonly cases: CaseDesk;
  readonly papers: PaperView;
  readonly documents: Documents;
  readonly watch: (
    handle: DeskHandle,
    choose: () => Promise<string | null>,
  ) => Promise<{ case: DeskCase; answered: boolean } | null>;
}

const FILES = {
  package: ['penareport', 'zip'],
  certificate: ['cer', 'crt', 'pem', 'der', 'pdf'],
} as const;
const EXTENSIONS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

export function deskAnswers({ window, settings, file, cases, papers, documents, watch }: Parts) {
  const texts = () => mainTexts(settings().language).desk;
  const choose = async (what: keyof typeof FILES): Promise<string | null> => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile'],
      filters: [{ name: texts()[what], extensions: [...FILES[what]] }],
    });
    return filePaths[0] ?? null;
  };
  const save = (defaultPath: string, extension: string, make: () => Promise<Uint8Array>) =>
    saveAs(window, { title: texts().save, defaultPath, extension }, make);
  return {
    'desk.present': answer(deskContract['desk.present'], async () => ({
      // A policy that cannot be read makes no computer the authority's.
      present: (await file.path().catch(() => null)) !== null,
    })),
    'desk.inbox': answer(deskContract['desk.inbox'], () => cases.inbox()),
    'desk.unlock': answer(deskContract['desk.unlock'], async () => {
      await file.unlock();
      return cases.inbox();
    }),
    'desk.case': answer(deskContract['desk.case'], ({ case: handle, whole }) =>
      cases.open(handle, whole),
    ),
    'desk.decide': answer(deskContract['desk.decide'], ({ case: handle, state, reason }) =>
      cases.decide(handle, state, reason),
    ),
    'desk.note': answer(deskContract['desk.note'], ({ case: handle, kind, date, number }) =>
      cases.note(handle, { kind, date, number }),
    ),
    'desk.watch': answer(deskContract['desk.watch'], ({ case: handle }) =>
      watch(handle, () => choose('certificate')),
    ),
    'desk.openPaper': answer(deskContract['desk.openPaper'], async ({ case: handle, sha256 }) =>
      documents.open(await papers.lay(sha256, cases.paper(handle, sha256).bytes)),
    ),
    'desk.savePaper': answer(deskContract['desk.savePaper'], ({ case: handle, sha256 }) => {
      const { reference, bytes } = cases.paper(handle, sha256);
      const { mediaType, kind } = reference;
      // A name of ours: what a paper calls itself is for reading only.
      const extension = EXTENSIONS[mediaType as keyof typeof EXTENSIONS];
      return save(`${kind}-${sha256.slice(0, 8)}.${extension}`, extension, () =>
        Promise.resolve(bytes),
      );
    }),
    'desk.incident': answer(deskContract['desk.incident'], ({ case: handle, ...told }) =>
      save('laporan-insiden.pdf', 'pdf', () => {
        const { one, steps } = cases.read(handle);
        const { zone } = settings();
        const fields = {
          ...incidentFields(one, stageOf(one, steps), zone),
          ...{ 'letter.number': told.number, 'letter.place': told.place },
          'letter.date': formatDate(new Date(), zone, 'id'),
          ...{ 'owner.unit': told.unit, 'incident.actions': told.actions },
          ...{ 'office.province': told.province, 'signer.name': told.signerName },
          ...{ 'signer.position': told.signerPosition, 'signer.nip': told.signerNip },
        };
        return letterFrom(
          'laporan-insiden',
          (template) => ({ template, fields }),
          app.getVersion(),
        );
      }),
    ),
    'desk.takePackage': answer(deskContract['desk.takePackage'], async () => {
      const path = await choose('package');
      if (path === null) return null;
      const { packageBytes } = REPORT_LIMITS;
      return cases.takePackage(await readSmallFile(path, packageBytes, 'PACKAGE_TOO_LARGE'));
    }),
  };
}
