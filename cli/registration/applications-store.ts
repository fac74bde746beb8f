// Where the desk keeps applications: beside its reports, in a file of its own under the same secret.
import type { ReportStore } from '../../core/ports/report-receiver.ts';
import { applicationsPath } from '../../native/registration/applications-path.ts';
import { type DeskOptions, withStore } from './with-store.ts';

/** @throws {PenaError} RA_STORE_UNREADABLE, FILE_*, USAGE; what `work` throws */
export function withApplications<T>(
  options: DeskOptions,
  work: (store: ReportStore) => T,
): Promise<T> {
  return withStore({ ...options, store: applicationsPath(options.store) }, work);
}
