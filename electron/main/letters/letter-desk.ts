// The applications of this user as the window works on them; on the disk each is encrypted under a key of its own.
import { randomUUID } from 'node:crypto';
import {
  letterHandle,
  type LetterHandle,
  type LetterList,
  type ShownLetter,
} from '../../../core/contract/letters.ts';
import type { ApplicationKind, ApplicationPaper } from '../../../core/domain/application-kind.ts';
import type { Zone } from '../../../core/domain/local-time.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type {
  Application,
  ApplicationEvent,
  Told,
} from '../../../core/lifecycle/applications/application.ts';
import {
  deleteApplication,
  handInOf,
  queueHandIn,
  sentStatus,
} from '../../../core/lifecycle/applications/hand-in.ts';
import { applicationPackage } from '../../../core/lifecycle/applications/package.ts';
import {
  addApplicationPaper,
  beginApplication,
  note,
  readApplication,
  tell,
} from '../../../core/lifecycle/applications/steps.ts';
import type { HandIn } from '../../../core/ports/application-channel.ts';
import type { CaseStore } from '../../../core/ports/case-store.ts';
import type { KnownCertificates } from '../../../core/ports/known-certificates.ts';
import type { LostPlaces } from '../../../native/cases/places.ts';
import { effectiveSettings } from '../../../native/settings/effective-settings.ts';
import { Handles } from '../../ipc/handles.ts';
import type { DraftsAccess } from '../lost-key/drafts-access.ts';
import type { ReportSender } from '../lost-key/sender.ts';
import { shownLetter } from './shown-letter.ts';

interface Parts {
  readonly drafts: Pick<DraftsAccess, 'quietly' | 'openly'>;
  /** Their names alone, without a key. */
  readonly ids: () => Promise<readonly string[]>;
  readonly known: Pick<KnownCertificates, 'find'>;
  readonly sender: Pick<ReportSender, 'now'>;
}

/** Most that the contract lets through (core/contract/letters.ts). */
const MOST = 200;

export class LetterDesk {
  readonly #parts: Parts;
  readonly #ids = new Handles<LetterHandle, string>('ltr', (text) => letterHandle.parse(text));
  /** A letter keeps its handle from one list to the next. */
  readonly #handles = new Map<string, LetterHandle>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Without asking anybody. @throws {PenaError} KEYCHAIN_*, FILE_* */
  async list(): Promise<LetterList> {
    const { drafts, ids } = this.#parts;
    if ((await ids()).length === 0) return { access: 'open', letters: [], unreadable: 0 };
    const { places, access } = await drafts.quietly();
    if (places === null) return { access, letters: [], unreadable: 0 };
    const { all, unreadable } = await this.#all(places);
    const letters: ShownLetter[] = [];
    for (const one of all.slice(0, MOST)) letters.push(await this.#shown(one, places));
    return { access, letters, unreadable };
  }

  /** @throws {PenaError} CANCELLED, KEYCHAIN_*, FILE_* */
  async unlock(): Promise<LetterList> {
    await this.#parts.drafts.openly();
    return this.list();
  }

  /** @throws {PenaError} CERT_NOT_FOUND, CANCELLED, KEYCHAIN_*, SETTINGS_INVALID, FILE_* */
  async begin(kind: ApplicationKind, sha256: string | null, zone: Zone): Promise<ShownLetter> {
    const known = sha256 === null ? null : await this.#parts.known.find(sha256);
    if (sha256 !== null && known === null) throw new PenaError('CERT_NOT_FOUND');
    const places = await this.#parts.drafts.openly();
    const { all } = await this.#all(places);
    const authority = (await effectiveSettings()).policy?.registrationAuthority?.name;
    const before: Told = {
      ...all[0]?.told,
      ...(authority !== undefined && { 'authority.name': authority }),
    };
    const certificate =
      known === null ? null : new Uint8Array(Buffer.from(known.certificate, 'base64'));
    const beginning = { id: randomUUID(), kind, certificate, before, zone };
    const one = beginApplication(beginning, new Date());
    await places.letters.write(one.id, one);
    return this.#shown(one, places);
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, CASE_*, FILE_* */
  tell(handle: LetterHandle, told: Told): Promise<ShownLetter> {
    return this.#change(handle, (store, id) => tell(store, id, told));
  }

  /** @throws {PenaError} PAPER_*, HANDLE_UNKNOWN, CASE_*, FILE_* */
  addPaper(handle: LetterHandle, paper: ApplicationPaper, bytes: Uint8Array): Promise<ShownLetter> {
    return this.#change(handle, (store, id) =>
      addApplicationPaper(store, id, paper, bytes, new Date()),
    );
  }

  /** @throws {PenaError} CASE_DATA_INVALID where it is too early; HANDLE_UNKNOWN, CASE_*, FILE_* */
  note(handle: LetterHandle, event: ApplicationEvent): Promise<ShownLetter> {
    return this.#change(handle, (store, id) => note(store, id, event));
  }

  /** The whole application, for its letter. @throws {PenaError} HANDLE_UNKNOWN, CASE_*, FILE_* */
  async whole(handle: LetterHandle): Promise<Application> {
    const { letters } = await this.#parts.drafts.openly();
    return readApplication(letters, this.#ids.get(handle));
  }

  /** @throws {PenaError} CASE_DATA_INVALID where it is not complete; HANDLE_UNKNOWN, CASE_*, FILE_* */
  async package(handle: LetterHandle): Promise<Uint8Array> {
    const { letters } = await this.#parts.drafts.openly();
    const one = await readApplication(letters, this.#ids.get(handle));
    return applicationPackage(one, letters, new Date());
  }

  /** As one handing-in, for a message. @throws {PenaError} as `package` */
  async handIn(handle: LetterHandle): Promise<HandIn> {
    return handInOf(await this.package(handle));
  }

  /** @throws {PenaError} CASE_DATA_INVALID where it is not complete; HANDLE_UNKNOWN, OUTBOX_BUSY, CASE_*, FILE_* */
  async send(handle: LetterHandle): Promise<ShownLetter> {
    const places = await this.#parts.drafts.openly();
    await queueHandIn(this.#ids.get(handle), places, new Date());
    return this.follow(handle);
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, OUTBOX_BUSY, CASE_*, FILE_* */
  async follow(handle: LetterHandle): Promise<ShownLetter> {
    const places = await this.#parts.drafts.openly();
    await this.#parts.sender.now(places);
    return this.#shown(await readApplication(places.letters, this.#ids.get(handle)), places);
  }

  /** With what of it waits in the outbox. @throws {PenaError} HANDLE_UNKNOWN, CASE_*, FILE_* */
  async delete(handle: LetterHandle) {
    const places = await this.#parts.drafts.openly();
    const { at, files } = await deleteApplication(this.#ids.get(handle), places);
    this.#handles.delete(this.#ids.release(handle));
    return { at, files: files.map(({ name, sha256 }) => ({ name, sha256 })) };
  }

  async #change(
    handle: LetterHandle,
    change: (store: CaseStore, id: string) => Promise<Application>,
  ): Promise<ShownLetter> {
    const places = await this.#parts.drafts.openly();
    return this.#shown(await change(places.letters, this.#ids.get(handle)), places);
  }

  /** Newest first. */
  async #all({ letters }: LostPlaces): Promise<{ all: Application[]; unreadable: number }> {
    const all: Application[] = [];
    let unreadable = 0;
    for (const id of await letters.ids()) {
      try {
        all.push(await readApplication(letters, id));
      } catch {
        unreadable++;
      }
    }
    all.sort((a, b) => b.openedAt.localeCompare(a.openedAt));
    return { all, unreadable };
  }

  async #shown(one: Application, { handIns }: LostPlaces): Promise<ShownLetter> {
    const handle = this.#handles.get(one.id) ?? this.#ids.issue(one.id);
    this.#handles.set(one.id, handle);
    return shownLetter(handle, one, await sentStatus(one, handIns));
  }
}
