// What was dropped on the window: for the preload alone, which has the paths from the system.
import { extname } from 'node:path';
import { droppedContract } from '../../../core/contract/dropped.ts';
import type { Documents } from '../../main/documents.ts';
import type { Acknowledgements } from '../../main/lost-key/acknowledgements.ts';
import type { ChosenCertificates } from '../../main/lost-key/chosen.ts';
import type { ManyFiles } from '../../main/many-files.ts';
import { answer } from '../answer.ts';
import { readAcknowledgement } from './acknowledge.ts';

interface Parts {
  readonly acknowledgements: Pick<Acknowledgements, 'open' | 'take'>;
  readonly chosen: Pick<ChosenCertificates, 'signedPdf' | 'file'>;
  readonly documents: Documents;
  readonly many: ManyFiles;
}

export function droppedAnswers({ documents, many, acknowledgements, chosen }: Parts) {
  return {
    'document.openDropped': answer(droppedContract['document.openDropped'], ({ path }) =>
      documents.open(path),
    ),
    'many.listDropped': answer(droppedContract['many.listDropped'], ({ paths }) =>
      many.list(paths),
    ),
    'lostKey.openDroppedRequest': answer(
      droppedContract['lostKey.openDroppedRequest'],
      async ({ path }) => acknowledgements.open(await readAcknowledgement(path)),
    ),
    'lostKey.takeDroppedAnswer': answer(
      droppedContract['lostKey.takeDroppedAnswer'],
      async ({ path, case: handle }) =>
        acknowledgements.take(handle, await readAcknowledgement(path)),
    ),
    'lostKey.chooseDropped': answer(droppedContract['lostKey.chooseDropped'], ({ path }) =>
      extname(path).toLowerCase() === '.pdf' ? chosen.signedPdf(path) : chosen.file(path),
    ),
  };
}
