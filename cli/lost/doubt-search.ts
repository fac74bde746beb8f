// The search for documents in doubt as the terminal runs it: in this process, offline, with the anchors of settings
// and command.
import { readCertificate } from '../../core/cms/certificate.ts';
import type { DoubtList } from '../../core/lifecycle/doubt/doubt-list.ts';
import { examine, type Suspect } from '../../core/lifecycle/doubt/examine.ts';
import { searchDoubtful } from '../../core/lifecycle/doubt/search.ts';
import type { LostKeyCase } from '../../core/lifecycle/lost-key/case.ts';
import type { CaseStore } from '../../core/ports/case-store.ts';
import { checkCheckpoint } from '../../core/signing/journal/checkpoint.ts';
import type { ValidationOptions } from '../../core/validation/validate-document.ts';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { walkPdfs } from '../../native/files/walk-pdfs.ts';
import { signedRecords } from '../../native/journal/signed-records.ts';

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
  const suspect = await suspectOf(lost, cases);
  const { sha256 } = lost.certificate;
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

/** By the certificate itself where it lies with the case or was seen here, else by its number. */
async function suspectOf(
  { id, kept, certificate: { sha256, serial } }: LostKeyCase,
  cases: Pick<CaseStore, 'readPaper'>,
): Promise<Suspect> {
  if (kept !== undefined) {
    const der = await cases.readPaper(id, kept.certificate);
    return { kind: 'certificate', certificate: readCertificate(der) };
  }
  const seen = sha256 === null ? null : await new CertificateRegistry().find(sha256);
  if (seen === null) return { kind: 'serial', serial };
  const der = new Uint8Array(Buffer.from(seen.certificate, 'base64'));
  return { kind: 'certificate', certificate: readCertificate(der) };
}
