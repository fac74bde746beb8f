// The superior's acknowledgement: files out and in by the system's dialogs, the letter opened to be read and signed.
import { basename, extname } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { acknowledgeContract } from '../../../core/contract/acknowledge.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { REPORT_LIMITS } from '../../../core/domain/report-limits.ts';
import { createAtomicOutput } from '../../../native/files/atomic-output.ts';
import { readPaper, readSmallFile } from '../../../native/files/small-file.ts';
import type { Documents } from '../../main/documents.ts';
import type { Acknowledgements } from '../../main/lost-key/acknowledgements.ts';
import { saveAs } from '../../main/save-as.ts';
import { mainTexts } from '../../main/texts.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly settings: () => Settings;
  readonly documents: Documents;
  readonly acknowledgements: Acknowledgements;
}

const ENDING = 'penamengetahui';
const FILES = { request: [ENDING], answer: [ENDING, 'pdf'], signed: ['pdf'] } as const;

/** A letter, and the few lines beside it. @throws {PenaError} PACKAGE_TOO_LARGE, FILE_* */
export function readAcknowledgement(path: string): Promise<Uint8Array> {
  return readSmallFile(path, REPORT_LIMITS.packageBytes, 'PACKAGE_TOO_LARGE');
}

export function acknowledgeAnswers({ window, settings, documents, acknowledgements }: Parts) {
  const texts = () => mainTexts(settings().language).acknowledge;
  const choose = async (what: keyof typeof FILES): Promise<string | null> => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile'],
      filters: [{ name: texts()[what], extensions: [...FILES[what]] }],
    });
    return filePaths[0] ?? null;
  };
  const save = (name: string, make: () => Promise<Uint8Array>) =>
    saveAs(
      window,
      { title: texts().save, defaultPath: `${name}.${ENDING}`, extension: ENDING },
      make,
    );
  return {
    'lostKey.askSuperior': answer(acknowledgeContract['lostKey.askSuperior'], ({ case: handle }) =>
      save('permintaan-mengetahui', () => acknowledgements.ask(handle)),
    ),
    'lostKey.takeAnswer': answer(
      acknowledgeContract['lostKey.takeAnswer'],
      async ({ case: handle }) => {
        const path = await choose('answer');
        return path === null
          ? null
          : acknowledgements.take(handle, await readAcknowledgement(path));
      },
    ),
    'lostKey.openRequest': answer(acknowledgeContract['lostKey.openRequest'], async () => {
      const path = await choose('request');
      return path === null ? null : acknowledgements.open(await readAcknowledgement(path));
    }),
    'lostKey.openLetter': answer(acknowledgeContract['lostKey.openLetter'], async ({ request }) => {
      const letter = acknowledgements.letter(request);
      const { filePath } = await dialog.showSaveDialog(window, {
        ...{ title: texts().save, defaultPath: 'surat-keterangan.pdf' },
        filters: [{ name: texts().signed, extensions: ['pdf'] }],
        properties: ['showOverwriteConfirmation'],
      });
      if (filePath === '') return null;
      const named = extname(basename(filePath)) !== '';
      const path = named ? filePath : `${filePath}.pdf`;
      const output = await createAtomicOutput(path, { overwrite: named });
      try {
        await output.append(letter);
        await output.commit();
      } finally {
        await output.abort();
      }
      return documents.open(path);
    }),
    'lostKey.answerRequest': answer(
      acknowledgeContract['lostKey.answerRequest'],
      async ({ request }) => {
        const path = await choose('signed');
        if (path === null) return null;
        const { file, by } = await acknowledgements.answer(request, await readPaper(path));
        return { ...(await save('jawaban-mengetahui', () => Promise.resolve(file))), by };
      },
    ),
  };
}
