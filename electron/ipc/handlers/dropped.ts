// What was dropped on the window: for the preload alone, which has the paths from the system.
import { droppedContract } from '../../../core/contract/dropped.ts';
import type { Documents } from '../../main/documents.ts';
import type { ManyFiles } from '../../main/many-files.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly documents: Documents;
  readonly many: ManyFiles;
}

export function droppedAnswers({ documents, many }: Parts) {
  return {
    'document.openDropped': answer(droppedContract['document.openDropped'], ({ path }) =>
      documents.open(path),
    ),
    'many.listDropped': answer(droppedContract['many.listDropped'], ({ paths }) =>
      many.list(paths),
    ),
  };
}
