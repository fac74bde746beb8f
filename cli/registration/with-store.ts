// The desk's file, open for one piece of work.
import type { ReportStore } from '../../core/ports/report-receiver.ts';
import { openReportStore } from '../../native/registration/report-store.ts';
import { readSecretFile } from './secret-file.ts';

export interface DeskOptions {
  readonly store: string;
  readonly deskFile: string;
}

/** @throws {PenaError} RA_STORE_UNREADABLE, FILE_*, USAGE; what `work` throws */
export async function withStore<T>(
  { store: path, deskFile }: DeskOptions,
  work: (store: ReportStore) => T | Promise<T>,
): Promise<T> {
  const secret = readSecretFile(deskFile, '--desk-file');
  const store = openReportStore(path, secret);
  secret.fill(0);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
