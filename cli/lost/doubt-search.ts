// The search for documents in doubt as the terminal runs it: in this process, offline, with the anchors of settings
// and command.
import type { DoubtList } from '../../core/lifecycle/doubt/doubt-list.ts';
import { examine, suspectOf } from '../../core/lifecycle/doubt/examine.ts';
import { searchDoubtful } from '../../core/lifecycle/doubt/search.ts';
import { suspectDer } from '../../core/lifecycle/doubt/suspect.ts';
import type { LostKeyCase } from '../../core/lifecycle/lost-key/case.ts';
import type { CaseStore } from '../../core/ports/case-store.ts';
import { checkCheckpoint } from '../../core/signing/journal/checkpoint.ts';
import type { ValidationOptions } from '../../core/validation/validate-document.ts';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { walkPdfs } from '../../native/files/walk-pdfs.ts';
import { signedRecords } from '../../native/journal/signed-records.ts';
import '../pictures.ts';

export interface DoubtSearch {
  readonly lost: LostKeyCase;
  readonly cases: Pick<CaseStore, 'readPaper'>;
  /** Files and folders; none: only the journal is asked. */
  readonly paths: readonly string[];
  readonly journal: string;
  readonly validation: ValidationOptions;
  readonly onFile: (files: number) => void;
}

/** @throws {PenaError} CANCELLED, CASE_*, JOURNAL_*, FILE_* */
export async function doubtfulIn({
  lost,
  cases,
  paths,
  journal,
  validation,
  onFile,
}: DoubtSearch): Promise<DoubtList> {
  const { sha256, serial } = lost.certificate;
  const der = await suspectDer(lost, cases, new CertificateRegistry());
  const suspect = suspectOf(der, serial);
  const known = await signedRecords(journal, sha256, checkCheckpoint);
  return searchDoubtful(lost, {
    ...{ steps: walkPdfs(paths), ...known, now: validation.now, onFile },
    examine: async (path) => {
      const source = await openFileSource(path);
      try {
        return await examine(source, suspect, validation);
      } finally {
        await source.close();
      }
    },
  });
}
