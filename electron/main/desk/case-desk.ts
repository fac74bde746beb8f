// The registration authority's cases as its window works on them; the same file as `pena ra serve` writes to.
import {
  type DeskCase,
  deskHandle,
  type DeskHandle,
  type DeskInbox,
  type DeskRow,
} from '../../../core/contract/desk.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { digestOf, reportBytes } from '../../../core/lifecycle/channels/wire.ts';
import { openPackage } from '../../../core/lifecycle/package/open-package.ts';
import { askIssuer } from '../../../core/lifecycle/registration/ask-issuer.ts';
import {
  decideCase,
  readCase,
  readPaper,
  type RegistrationCase,
  type Seen,
  seenOf,
} from '../../../core/lifecycle/registration/cases.ts';
import { isUnread } from '../../../core/lifecycle/registration/stage.ts';
import {
  type NotedStep,
  readSteps,
  takeStep,
  type TakenStep,
} from '../../../core/lifecycle/registration/steps.ts';
import type { Watched } from '../../../core/lifecycle/outbox/find-watched.ts';
import type { RevocationServices } from '../../../core/trust/revocation/services.ts';
import type { PaperReference } from '../../../core/domain/revocation-request.ts';
import { Handles } from '../../ipc/handles.ts';
import type { DeskFile } from './desk-file.ts';
import { shownDeskCase, shownRow } from './shown.ts';

/** Most that the contract lets through (core/contract/desk.ts). */
const MOST = 500;

/** Whoever opens it is asked for its secret elsewhere. */
type OpenedFile = Pick<DeskFile, 'isOpen' | 'store'>;

export class CaseDesk {
  readonly #file: OpenedFile;
  readonly #ids = new Handles<DeskHandle, string>('dsk', (text) => deskHandle.parse(text));
  /** A case keeps its handle from one list to the next. */
  readonly #handles = new Map<string, DeskHandle>();
  /** Rows as they were read last, by case: the window looks every few seconds, and messages may be megabytes. */
  readonly #rows = new Map<string, { readonly stamp: string; readonly row: DeskRow | null }>();
  /** What of a case stood in the window when it was shown last: decisions are on that. */
  readonly #seen = new Map<string, Seen>();

  constructor(file: OpenedFile) {
    this.#file = file;
  }

  /** Most urgent first; what waits for us oldest first, what is done newest first. @throws {PenaError} RA_STORE_UNREADABLE */
  inbox(): DeskInbox {
    if (!this.#file.isOpen) return { open: false, cases: [], unreadable: 0 };
    const cases: DeskRow[] = [];
    let unreadable = 0;
    for (const { caseId, stamp } of this.#file.store.stamps(MOST)) {
      const known = this.#rows.get(caseId);
      const row = known?.stamp === stamp ? known.row : this.#readRow(caseId);
      this.#rows.set(caseId, { stamp, row });
      if (row === null) unreadable++;
      else cases.push(row);
    }
    const waits = ({ urgency }: DeskRow): boolean => urgency < 4;
    cases.sort(
      (a, b) =>
        a.urgency - b.urgency || a.receivedAt.localeCompare(b.receivedAt) * (waits(a) ? 1 : -1),
    );
    return { open: true, cases, unreadable };
  }

  /** Shows it, and notes that it was read. @throws {PenaError} HANDLE_UNKNOWN, RA_* */
  open(handle: DeskHandle, whole: boolean): DeskCase {
    const { store } = this.#file;
    const { id, one, steps } = this.#read(handle);
    const upTo = one.messages.at(-1)?.n ?? 0;
    if (isUnread(one, steps)) takeStep(store, id, { kind: 'opened', upTo }, new Date());
    return this.#shown(handle, whole);
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, RA_CASE_DECIDED, RA_* */
  decide(handle: DeskHandle, state: 'accepted' | 'rejected', reason: string): DeskCase {
    const caseId = this.#ids.get(handle);
    const at = new Date().toISOString();
    decideCase(this.#file.store, { caseId, state, reason, at }, this.#seen.get(caseId));
    return this.#shown(handle, false);
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, RA_* */
  note(handle: DeskHandle, step: NotedStep): DeskCase {
    takeStep(this.#file.store, this.#ids.get(handle), step, new Date());
    return this.#shown(handle, false);
  }

  /** Null: the certificate is not known here. @throws {PenaError} HANDLE_UNKNOWN, RA_* */
  watchedBy(handle: DeskHandle): Watched | null {
    const kept = this.#read(handle).steps.findLast((step) => step.kind === 'certificate');
    if (kept?.kind !== 'certificate') return null;
    const der = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
    return { certificate: der(kept.certificate), issuer: der(kept.issuer) };
  }

  keepWatched(handle: DeskHandle, { certificate, issuer }: Watched): void {
    const text = (der: Uint8Array): string => Buffer.from(der).toString('base64');
    const step = { certificate: text(certificate), issuer: text(issuer) };
    takeStep(this.#file.store, this.#ids.get(handle), { kind: 'certificate', ...step }, new Date());
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, RA_*, CANCELLED */
  async ask(
    handle: DeskHandle,
    watched: Watched,
    services: RevocationServices,
  ): Promise<{ case: DeskCase; answered: boolean }> {
    const status = await askIssuer(watched, services);
    if (status !== null) takeStep(this.#file.store, this.#ids.get(handle), status, services.now);
    return { case: this.#shown(handle, false), answered: status !== null };
  }

  /** Cases whose issuer can be asked, and has not said revoked. @throws {PenaError} RA_STORE_UNREADABLE */
  watching(): readonly { readonly handle: DeskHandle; readonly watched: Watched }[] {
    return this.inbox().cases.flatMap(({ case: handle, stage }) => {
      const watched = stage === 'revoked' ? null : this.watchedBy(handle);
      return watched === null ? [] : [{ handle, watched }];
    });
  }

  /**
   * Asked by nobody at the desk: shows nothing, and notes only what was not said before.
   * @returns whether it is revoked. @throws {PenaError} HANDLE_UNKNOWN, RA_*, CANCELLED
   */
  async askQuietly(
    handle: DeskHandle,
    watched: Watched,
    services: RevocationServices,
  ): Promise<boolean> {
    const said = await askIssuer(watched, services);
    if (said === null) return false;
    const last = this.#read(handle).steps.findLast((step) => step.kind === 'status');
    const isNew =
      last?.kind !== 'status' || last.status !== said.status || last.revokedAt !== said.revokedAt;
    if (isNew) takeStep(this.#file.store, this.#ids.get(handle), said, services.now);
    return said.status === 'revoked';
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, RA_CASE_UNKNOWN */
  paper(handle: DeskHandle, sha256: string): { reference: PaperReference; bytes: Uint8Array } {
    const { id, one } = this.#read(handle);
    const all = one.reports.flatMap(({ papers }) => papers);
    const reference = all.find((paper) => paper.sha256 === sha256);
    if (reference === undefined) throw new PenaError('RA_CASE_UNKNOWN');
    return { reference, bytes: readPaper(this.#file.store, id, sha256) };
  }

  /** A package brought by hand is the same message as one that came over HTTPS. @throws {PenaError} PACKAGE_*, RA_* */
  takePackage(bytes: Uint8Array): DeskCase {
    const { store } = this.#file;
    const { request, papers } = openPackage(bytes);
    const body = reportBytes(request, papers);
    const { idempotencyKey, caseId } = request;
    const sha256 = digestOf(body);
    store.add({ idempotencyKey, caseId, receivedAt: new Date().toISOString(), sha256, body });
    if (store.byKey(idempotencyKey)?.sha256 !== sha256) throw new PenaError('RA_CONFLICT');
    return this.open(this.#handleOf(caseId), false);
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, RA_* */
  read(handle: DeskHandle): { one: RegistrationCase; steps: readonly TakenStep[] } {
    return this.#read(handle);
  }

  /** Null where it cannot be read. */
  #readRow(id: string): DeskRow | null {
    const { store } = this.#file;
    try {
      return shownRow(this.#handleOf(id), readCase(store, id), readSteps(store, id));
    } catch (thrown) {
      if (!(thrown instanceof PenaError)) throw thrown;
      return null;
    }
  }

  #read(handle: DeskHandle) {
    const { store } = this.#file;
    const id = this.#ids.get(handle);
    return { id, one: readCase(store, id), steps: readSteps(store, id) };
  }

  #shown(handle: DeskHandle, whole: boolean): DeskCase {
    const { id, one, steps } = this.#read(handle);
    this.#seen.set(id, seenOf(one));
    const shown = shownDeskCase(handle, one, steps, whole);
    if (shown === null) throw new PenaError('RA_CASE_UNKNOWN');
    return shown;
  }

  #handleOf(id: string): DeskHandle {
    const handle = this.#handles.get(id) ?? this.#ids.issue(id);
    this.#handles.set(id, handle);
    return handle;
  }
}
