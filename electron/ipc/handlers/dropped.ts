// What was dropped on the window: for the preload alone, which has the paths from the system.
import { extname } from 'node:path';
import { droppedContract } from '../../../core/contract/dropped.ts';
import { REPORT_LIMITS } from '../../../core/domain/report-limits.ts';
import { readSmallFile } from '../../../native/files/small-file.ts';
import type { ApplicationDesk } from '../../main/desk/application-desk.ts';
import type { CaseDesk } from '../../main/desk/case-desk.ts';
import type { DeskFile } from '../../main/desk/desk-file.ts';
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
  readonly desk: {
    readonly file: Pick<DeskFile, 'unlock'>;
    readonly cases: Pick<CaseDesk, 'takePackage'>;
    readonly applications: Pick<ApplicationDesk, 'take'>;
  };
}

export function droppedAnswers({ documents, many, acknowledgements, chosen, desk }: Parts) {
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
    'desk.takeDropped': answer(droppedContract['desk.takeDropped'], async ({ path }) => {
      const { file, cases, applications } = desk;
      await file.unlock();
      const { packageBytes } = REPORT_LIMITS;
      const bytes = await readSmallFile(path, packageBytes, 'PACKAGE_TOO_LARGE');
      return extname(path).toLowerCase() === '.penareport'
        ? { kind: 'report' as const, case: cases.takePackage(bytes) }
        : { kind: 'application' as const, application: applications.take(bytes) };
    }),
  };
}
