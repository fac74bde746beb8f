// Batches: which files, the review, the run, and its table.
import { mkdir, writeFile } from 'node:fs/promises';
import { dialog, shell, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { batchContract, type ChosenBatch } from '../../../core/contract/batch.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { writeError } from '../../../native/files/file-error.ts';
import { filesOfFolder, sealedFiles, singleFiles } from '../../main/batch-files.ts';
import type { Batches } from '../../main/batches.ts';
import type { Certificates } from '../../main/certificates.ts';
import { mainTexts } from '../../main/texts.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly batches: Batches;
  readonly certificates: Certificates;
  readonly language: () => Settings['language'];
}

export function batchAnswers({ window, batches, certificates, language }: Parts) {
  const ask = async (options: OpenDialogOptions): Promise<string[]> =>
    (await dialog.showOpenDialog(window, options)).filePaths;
  const choose = async (what: 'files' | 'folder' | 'sealed'): Promise<ChosenBatch | null> => {
    const { pdfFiles, sealedBatches } = mainTexts(language());
    const filter = what === 'files' ? { name: pdfFiles, extensions: ['pdf'] } : null;
    const sealedFilter = { name: sealedBatches, extensions: ['penabatch'] };
    const paths = await ask({
      properties:
        what === 'folder'
          ? ['openDirectory']
          : what === 'files'
            ? ['openFile', 'multiSelections']
            : ['openFile'],
      ...(what === 'folder' ? {} : { filters: [filter ?? sealedFilter] }),
    });
    const [first] = paths;
    if (first === undefined) return null;
    const files =
      what === 'files'
        ? singleFiles(paths)
        : what === 'folder'
          ? await filesOfFolder(first)
          : await sealedFiles(first);
    return files.paths.length === 0 ? null : batches.open(files);
  };
  return {
    'batch.choose': answer(batchContract['batch.choose'], ({ what }) => choose(what)),
    'batch.review': answer(batchContract['batch.review'], ({ batch, certificate, ...wish }) => {
      const { choice, certificate: known } = certificates.get(certificate);
      return batches.review(batch, { ...wish, choice, certificate: known.sha256 });
    }),
    'batch.unlock': answer(batchContract['batch.unlock'], ({ batch, row }) =>
      batches.unlock(batch, row),
    ),
    'batch.close': answer(batchContract['batch.close'], ({ batch }) => {
      batches.close(batch);
      return {};
    }),
    'batch.start': answer(batchContract['batch.start'], async ({ batch, ...wish }) => {
      if (batches.outOf(batch) === null) {
        const { batchFolder } = mainTexts(language());
        const [out] = await ask({
          properties: ['openDirectory', 'createDirectory'],
          title: batchFolder,
        });
        if (out === undefined) throw new PenaError('CANCELLED');
        batches.setOut(batch, out);
        await mkdir(out, { recursive: true });
      }
      return batches.start(batch, wish);
    }),
    'batch.cancel': answer(batchContract['batch.cancel'], () => {
      batches.cancel();
      return {};
    }),
    'batch.saveTable': answer(batchContract['batch.saveTable'], async ({ batch }) => {
      const table = batches.table(batch);
      const { tableFiles } = mainTexts(language());
      const { filePath } = await dialog.showSaveDialog(window, {
        defaultPath: 'hasil.csv',
        filters: [{ name: tableFiles, extensions: ['csv'] }],
      });
      if (filePath === '') return { saved: false };
      await writeFile(filePath, table).catch((thrown: unknown) => {
        throw writeError(thrown, filePath);
      });
      return { saved: true };
    }),
    'batch.reveal': answer(batchContract['batch.reveal'], ({ batch }) => {
      const out = batches.outOf(batch);
      if (out !== null) shell.showItemInFolder(out);
      return {};
    }),
  };
}
