// A broken document that could not be opened is rebuilt into a new file where the person says.
import type { BrowserWindow } from 'electron';
import type { ResponseOf } from '../../core/contract/entry.ts';
import type { documentContract } from '../../core/contract/document.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { askOutput } from './ask-output.ts';
import type { Documents } from './documents.ts';
import { journalFolder } from './office-journal.ts';
import { mainTexts } from './texts.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly documents: Documents;
  readonly language: () => Settings['language'];
}

/**
 * Null where no place was chosen.
 * @throws {PenaError} HANDLE_UNKNOWN where nothing broken was opened last; PDF_REPAIR_*, FILE_*, JOURNAL_*
 */
export async function repairBroken({
  window,
  documents,
  language,
}: Parts): Promise<ResponseOf<(typeof documentContract)['document.repair']>> {
  const file = documents.broken;
  if (file === null) throw new PenaError('HANDLE_UNKNOWN');
  const { repairTitle: title, pdfFiles } = mainTexts(language());
  const asked = await askOutput(window, file.path, { title, pdfFiles, suffix: 'diperbaiki' });
  if (asked === null) return null;
  const { path: output, overwrite } = asked;
  const order = { file, output, overwrite, journal: journalFolder() };
  const { lost } = await documents.read('repair', order);
  return { opened: await documents.open(output), lost };
}
