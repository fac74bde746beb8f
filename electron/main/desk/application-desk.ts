// Applications at the registration authority's desk as its window works on them; the same file as the receiver and
// `pena ra application` write to.
import {
  deskApplicationHandle,
  type DeskApplicationHandle,
  type DeskApplicationRow,
  type DeskApplications,
  type DeskApplicationShown,
} from '../../../core/contract/desk-applications.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { digestOf } from '../../../core/lifecycle/channels/wire.ts';
import {
  applicationPapers,
  type ApplicationVerdict,
  decideApplication,
  deskApplication,
  takeApplication,
} from '../../../core/lifecycle/applications/desk.ts';
import { paperType } from '../../../core/lifecycle/papers/strip-metadata.ts';
import type { ReportStore } from '../../../core/ports/report-receiver.ts';
import { Handles } from '../../ipc/handles.ts';
import { shownApplication, shownApplicationRow } from './shown-application.ts';

/** Most that the contract lets through (core/contract/desk-applications.ts). */
const MOST = 500;

interface OpenedFile {
  readonly isOpen: boolean;
  /** @throws {PenaError} RA_STORE_UNREADABLE where the secret was not given yet */
  readonly applications: ReportStore;
}

export class ApplicationDesk {
  readonly #file: OpenedFile;
  readonly #ids = new Handles<DeskApplicationHandle, string>('dap', (text) =>
    deskApplicationHandle.parse(text),
  );
  /** An application keeps its handle from one list to the next. */
  readonly #handles = new Map<string, DeskApplicationHandle>();
  /** As read last: the window looks every few seconds, and a package may be megabytes. */
  readonly #rows = new Map<string, { stamp: string; row: DeskApplicationRow | null }>();
  /** What stood in the window when it was shown last: decisions are on that. */
  readonly #seen = new Map<string, ApplicationVerdict['seen']>();

  constructor(file: OpenedFile) {
    this.#file = file;
  }

  /** @throws {PenaError} RA_STORE_UNREADABLE */
  list(): DeskApplications {
    if (!this.#file.isOpen) return { open: false, applications: [], unreadable: 0 };
    const applications: DeskApplicationRow[] = [];
    let unreadable = 0;
    for (const { caseId, stamp } of this.#file.applications.stamps(MOST)) {
      const known = this.#rows.get(caseId);
      const row = known?.stamp === stamp ? known.row : this.#readRow(caseId);
      this.#rows.set(caseId, { stamp, row });
      if (row === null) unreadable++;
      else applications.push(row);
    }
    const done = ({ state }: DeskApplicationRow): number => (state === 'received' ? 0 : 1);
    applications.sort(
      (a, b) =>
        done(a) - done(b) || a.receivedAt.localeCompare(b.receivedAt) * (done(a) === 0 ? 1 : -1),
    );
    return { open: true, applications, unreadable };
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, RA_* */
  show(handle: DeskApplicationHandle, whole: boolean): DeskApplicationShown {
    const id = this.#ids.get(handle);
    const one = deskApplication(this.#file.applications, id);
    this.#seen.set(id, one.seen);
    return shownApplication(handle, one, whole);
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, RA_APPLICATION_INCOMPLETE, RA_REASON_MISSING, RA_CASE_DECIDED, RA_* */
  decide(
    handle: DeskApplicationHandle,
    verdict: Pick<ApplicationVerdict, 'state' | 'reason'>,
  ): DeskApplicationShown {
    const id = this.#ids.get(handle);
    const seen = this.#seen.get(id);
    const on = seen === undefined ? verdict : { ...verdict, seen };
    decideApplication(this.#file.applications, id, on, new Date());
    return this.show(handle, false);
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, RA_CASE_UNKNOWN */
  enclosure(handle: DeskApplicationHandle, sha256: string) {
    const papers = applicationPapers(this.#file.applications, this.#ids.get(handle));
    const found = papers.find(({ bytes }) => digestOf(bytes) === sha256);
    if (found === undefined) throw new PenaError('RA_CASE_UNKNOWN');
    return { ...found, mediaType: paperType(found.bytes) };
  }

  /** @throws {PenaError} PACKAGE_*, RA_STORE_UNREADABLE */
  take(bytes: Uint8Array): DeskApplicationShown {
    const id = takeApplication(this.#file.applications, bytes, new Date());
    return this.show(this.#handleOf(id), false);
  }

  /** Null where it cannot be read. */
  #readRow(id: string): DeskApplicationRow | null {
    try {
      return shownApplicationRow(this.#handleOf(id), deskApplication(this.#file.applications, id));
    } catch (thrown) {
      if (!(thrown instanceof PenaError)) throw thrown;
      return null;
    }
  }

  #handleOf(id: string): DeskApplicationHandle {
    const handle = this.#handles.get(id) ?? this.#ids.issue(id);
    this.#handles.set(id, handle);
    return handle;
  }
}
