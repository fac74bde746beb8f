// The lost-key wizard's questions: which certificate, what happened, papers, and what has become of it.
import { app, dialog, type BrowserWindow } from 'electron';
import { type CaseHandle, lostKeyContract } from '../../../core/contract/lost-key.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { toPenaError } from '../../../core/domain/pena-error.ts';
import { readPaper } from '../../../native/files/small-file.ts';
import type { ChosenCertificates } from '../../main/lost-key/chosen.ts';
import type { LostKeyDesk } from '../../main/lost-key/desk.ts';
import { letterOf, mailOf, packageOf } from '../../main/lost-key/files.ts';
import type { ReportWays } from '../../main/lost-key/ways.ts';
import { saveAs } from '../../main/save-as.ts';
import { mainTexts } from '../../main/texts.ts';
import { answer } from '../answer.ts';
import { failureOf } from '../failure.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly settings: () => Settings;
  readonly chosen: ChosenCertificates;
  readonly desk: LostKeyDesk;
  readonly ways: ReportWays;
  /** @throws {PenaError} PAPER_SIGNED_BY_LOST_KEY, CMS_MALFORMED */
  readonly refuseLostKey: (path: string, handle: CaseHandle) => Promise<void>;
}

const FILES = {
  'signed-pdf': ['pdf'],
  'certificate-file': ['cer', 'crt', 'pem', 'der'],
  paper: ['pdf', 'jpg', 'jpeg', 'png'],
} as const;

export function lostKeyAnswers({ window, settings, chosen, desk, ways, refuseLostKey }: Parts) {
  const choose = async (what: keyof typeof FILES): Promise<string | null> => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile'],
      filters: [
        { name: mainTexts(settings().language).lostKey[what], extensions: [...FILES[what]] },
      ],
    });
    return filePaths[0] ?? null;
  };
  const save = (name: string, extension: string, make: () => Promise<Uint8Array>) =>
    saveAs(
      window,
      {
        title: mainTexts(settings().language).lostKey.save,
        ...{ defaultPath: `${name}.${extension}`, extension },
      },
      make,
    );
  const version = app.getVersion();
  return {
    'lostKey.cases': answer(lostKeyContract['lostKey.cases'], () => desk.list()),
    'lostKey.unlock': answer(lostKeyContract['lostKey.unlock'], () => desk.unlock()),
    'lostKey.ways': answer(lostKeyContract['lostKey.ways'], async () => {
      try {
        const laidDown = await ways.laidDown();
        return { ...laidDown, problem: null };
      } catch (thrown) {
        const nothing = { authority: null, phone: null, email: null, ways: [] };
        return { ...nothing, problem: failureOf(thrown) };
      }
    }),
    'lostKey.choose': answer(lostKeyContract['lostKey.choose'], async (request) => {
      if (request.from === 'registry') return chosen.registry(request.sha256);
      if (request.from === 'typed') return chosen.typed(request.serial, request.issuer);
      const path = await choose(request.from);
      if (path === null) return null;
      return request.from === 'signed-pdf' ? chosen.signedPdf(path) : chosen.file(path);
    }),
    'lostKey.unblock': answer(lostKeyContract['lostKey.unblock'], async ({ meant }) => {
      await chosen.unblock(meant);
      return {};
    }),
    'lostKey.report': answer(lostKeyContract['lostKey.report'], async (request) => {
      try {
        return await desk.report(chosen.get(request.meant), request);
      } catch (thrown) {
        if (toPenaError(thrown).code === 'CANCELLED') return null;
        throw thrown;
      }
    }),
    'lostKey.send': answer(lostKeyContract['lostKey.send'], ({ case: handle }) =>
      desk.send(handle),
    ),
    'lostKey.saveReport': answer(lostKeyContract['lostKey.saveReport'], ({ case: handle, as }) => {
      if (as === 'package') {
        return save('laporan', 'penareport', async () => packageOf(await desk.reportOf(handle)));
      }
      return save('laporan', 'eml', async () => {
        const { email } = await ways.laidDown();
        return mailOf(await desk.reportOf(handle), email);
      });
    }),
    'lostKey.handedOver': answer(lostKeyContract['lostKey.handedOver'], ({ case: handle, by }) =>
      desk.told(handle, by === 'email' ? 'mailed' : 'handed-over'),
    ),
    'lostKey.people': answer(lostKeyContract['lostKey.people'], ({ case: handle, ...told }) =>
      desk.people(handle, told),
    ),
    'lostKey.letter': answer(lostKeyContract['lostKey.letter'], ({ case: handle, letter }) =>
      save(letter, 'pdf', async () =>
        letterOf(letter, await desk.caseOf(handle), settings().zone, version),
      ),
    ),
    'lostKey.addPaper': answer(lostKeyContract['lostKey.addPaper'], async (request) => {
      const path = await choose('paper');
      if (path === null) return null;
      const bytes = await readPaper(path);
      if (request.paper.kind === 'statement') await refuseLostKey(path, request.case);
      return desk.addPaper(request.case, bytes, request.paper);
    }),
    'lostKey.reissueRequested': answer(lostKeyContract['lostKey.reissueRequested'], (request) =>
      desk.told(request.case, 'new-certificate'),
    ),
    'lostKey.takeBack': answer(lostKeyContract['lostKey.takeBack'], ({ case: handle, why }) =>
      desk.takeBack(handle, why),
    ),
    'lostKey.delete': answer(lostKeyContract['lostKey.delete'], ({ case: handle, unsent }) =>
      desk.delete(handle, unsent),
    ),
  };
}
