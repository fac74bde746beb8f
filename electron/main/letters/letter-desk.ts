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
import { applicationPackage } from '../../../core/lifecycle/applications/package.ts';
import {
  addApplicationPaper,
  beginApplication,
  note,
  readApplication,
  tell,
} from '../../../core/lifecycle/applications/steps.ts';
import type { CaseStore } from '../../../core/ports/case-store.ts';
import type { KnownCertificates } from '../../../core/ports/known-certificates.ts';
import type { LostPlaces } from '../../../native/cases/places.ts';
import { effectiveSettings } from '../../../native/settings/effective-settings.ts';
import { Handles } from '../../ipc/handles.ts';
import type { DraftsAccess } from '../lost-key/drafts-access.ts';
import { shownLetter } from './shown-letter.ts';

interface Parts {
  readonly drafts: Pick<DraftsAccess, 'quietly' | 'openly'>;
  /** Their names alone, without a key. */
  readonly ids: () => Promise<readonly string[]>;
  readonly known: Pick<KnownCertificates, 'find'>;
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
    const letters = all.slice(0, MOST).map((one) => this.#shown(one));
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
    return this.#shown(one);
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

  /** @throws {PenaError} HANDLE_UNKNOWN, CASE_*, FILE_* */
  async delete(handle: LetterHandle) {
    const { letters } = await this.#parts.drafts.openly();
    const { at, files } = await letters.remove(this.#ids.get(handle));
    this.#handles.delete(this.#ids.release(handle));
    return { at, files: files.map(({ name, sha256 }) => ({ name, sha256 })) };
  }

  async #change(
    handle: LetterHandle,
    change: (store: CaseStore, id: string) => Promise<Application>,
  ): Promise<ShownLetter> {
    const { letters } = await this.#parts.drafts.openly();
    return this.#shown(await change(letters, this.#ids.get(handle)));
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

  #shown(one: Application): ShownLetter {
    const handle = this.#handles.get(one.id) ?? this.#ids.issue(one.id);
    this.#handles.set(one.id, handle);
    return shownLetter(handle, one);
  }
}
