// The cases of this user as the window works on them: kept, sent, papered, taken back, deleted.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import {
  caseHandle,
  type CaseHandle,
  type CaseList,
  type lostKeyContract,
  type ShownCase,
} from '../../../core/contract/lost-key.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { inTurn } from '../../../core/lifecycle/in-turn.ts';
import { addPaper, type PaperTold } from '../../../core/lifecycle/lost-key/add-paper.ts';
import type { BlockPlaces } from '../../../core/lifecycle/lost-key/block.ts';
import type { LostKeyCase } from '../../../core/lifecycle/lost-key/case.ts';
import { deleteCase, takeBack } from '../../../core/lifecycle/lost-key/close.ts';
import { followed, hasLeft } from '../../../core/lifecycle/lost-key/follow.ts';
import { reportKeysOf } from '../../../core/lifecycle/lost-key/from-outbox.ts';
import { invalidityDate } from '../../../core/lifecycle/lost-key/ground.ts';
import { judged, openCase, report } from '../../../core/lifecycle/lost-key/open-case.ts';
import { readCase } from '../../../core/lifecycle/lost-key/read-case.ts';
import { tellDone, type ToldDone } from '../../../core/lifecycle/lost-key/told-done.ts';
import type { OutboxReport, OutboxStatus } from '../../../core/ports/outbox-store.ts';
import type { LostPlaces } from '../../../native/cases/places.ts';
import { effectiveSettings } from '../../../native/settings/effective-settings.ts';
import { Handles } from '../../ipc/handles.ts';
import type { Chosen } from './chosen.ts';
import type { DraftsAccess } from './drafts-access.ts';
import type { ReportSender } from './sender.ts';
import { shownCase } from './shown-case.ts';

type Asked<N extends keyof typeof lostKeyContract> = (typeof lostKeyContract)[N] extends {
  readonly request: infer Q extends z.ZodType;
}
  ? z.infer<Q>
  : never;

interface Parts {
  readonly drafts: Pick<DraftsAccess, 'isEmpty' | 'quietly' | 'openly'>;
  readonly sender: Pick<ReportSender, 'now'>;
  readonly block: Pick<BlockPlaces, 'known' | 'journal'>;
}

/** Most that the contract lets through (core/contract/lost-key.ts). */
const MOST = 200;

export class LostKeyDesk {
  readonly #parts: Parts;
  readonly #ids = new Handles<CaseHandle, string>('cas', (text) => caseHandle.parse(text));
  /** A case keeps its handle from one list to the next. */
  readonly #handles = new Map<string, CaseHandle>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Without asking anybody. @throws {PenaError} KEYCHAIN_*, FILE_* */
  async list(): Promise<CaseList> {
    const { drafts } = this.#parts;
    if (await drafts.isEmpty()) return { access: 'open', cases: [], unreadable: 0 };
    const { places, access } = await drafts.quietly();
    if (places === null) return { access, cases: [], unreadable: 0 };
    const cases: ShownCase[] = [];
    let unreadable = 0;
    for (const id of await places.cases.ids()) {
      try {
        cases.push(await this.#shown(await readCase(places.cases, id), places));
      } catch {
        unreadable++;
      }
    }
    cases.sort((a, b) => b.openedAt.localeCompare(a.openedAt));
    return { access, cases: cases.slice(0, MOST), unreadable };
  }

  /** @throws {PenaError} CANCELLED, KEYCHAIN_*, FILE_* */
  async unlock(): Promise<CaseList> {
    await this.#parts.drafts.openly();
    return this.list();
  }

  /** @throws {PenaError} CASE_DATA_INVALID, CANCELLED, KEYCHAIN_*, FILE_* */
  async report(chosen: Chosen, told: Asked<'lostKey.report'>): Promise<ShownCase> {
    const now = new Date();
    const { reportedBy, ground, happenedAt, lastOwnUse, place, narrative, reporter } = told;
    const unknown = { nik: null, rank: null, position: null, unit: null };
    const lost = openCase(
      randomUUID(),
      chosen.certificate,
      {
        ...{ reportedBy, ground, event: { happenedAt, lastOwnUse, place, narrative } },
        owner: { name: told.name, nip: told.nip || null, email: told.email || null, ...unknown },
        // The authority's officer is nobody's superior, and acknowledges no statement.
        ...(reportedBy === 'registration-authority' && reporter !== ''
          ? { superior: null, reporterName: reporter }
          : { superior: reporter === '' ? null : { name: reporter, nip: null, position: null } }),
      },
      now,
    );
    const since = invalidityDate(ground, lost.event);
    const { sha256 } = chosen.certificate;
    if (sha256 !== null && since !== null) {
      await this.#parts.block.known.markReported(sha256, new Date(since));
    }
    const places = await this.#parts.drafts.openly();
    return this.#shown(await report(lost, randomUUID(), chosen.own, places, now), places);
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, OUTBOX_BUSY, SETTINGS_INVALID, FILE_* */
  async send(handle: CaseHandle): Promise<ShownCase> {
    const places = await this.#parts.drafts.openly();
    await this.#parts.sender.now(places);
    return this.#shown(await readCase(places.cases, this.#ids.get(handle)), places);
  }

  /** The report as it lies in the outbox. @throws {PenaError} HANDLE_UNKNOWN, CASE_NOT_FOUND, OUTBOX_*, FILE_* */
  async reportOf(handle: CaseHandle): Promise<OutboxReport> {
    const { outbox, cases } = await this.#parts.drafts.openly();
    const [key] = reportKeysOf(await readCase(cases, this.#ids.get(handle)));
    if (key === undefined) throw new PenaError('CASE_NOT_FOUND');
    return (await outbox.read(key)).message;
  }

  /** The person says that it was done outside of this program. @throws {PenaError} CASE_*, FILE_* */
  async told(handle: CaseHandle, what: ToldDone): Promise<ShownCase> {
    const places = await this.#parts.drafts.openly();
    const now = new Date();
    const done = { what, at: now.toISOString(), reference: '' };
    return this.#shown(await tellDone(this.#ids.get(handle), done, places.cases, now), places);
  }

  /** The whole case, for a letter. @throws {PenaError} HANDLE_UNKNOWN, CASE_*, FILE_* */
  async caseOf(handle: CaseHandle): Promise<LostKeyCase> {
    const { cases } = await this.#parts.drafts.openly();
    return readCase(cases, this.#ids.get(handle));
  }

  /** The whole case, and where its papers lie. @throws {PenaError} HANDLE_UNKNOWN, CASE_*, FILE_* */
  async whole(
    handle: CaseHandle,
  ): Promise<{ readonly lost: LostKeyCase; readonly cases: LostPlaces['cases'] }> {
    const { cases } = await this.#parts.drafts.openly();
    return { lost: await readCase(cases, this.#ids.get(handle)), cases };
  }

  /** As it is now. @throws {PenaError} HANDLE_UNKNOWN, CASE_*, FILE_* */
  async show(handle: CaseHandle): Promise<ShownCase> {
    const places = await this.#parts.drafts.openly();
    return this.#shown(await readCase(places.cases, this.#ids.get(handle)), places);
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, CASE_*, FILE_* */
  people(handle: CaseHandle, told: Omit<Asked<'lostKey.people'>, 'case'>): Promise<ShownCase> {
    const { nik, rank, position, unit, superiorName, superiorNip, superiorPosition } = told;
    const { letterNumber } = told;
    return this.#change(handle, ({ statementNumber: _before, ...lost }) => ({
      ...lost,
      ...(letterNumber === '' ? {} : { statementNumber: letterNumber }),
      owner: {
        ...lost.owner,
        ...{ nik: nik || lost.owner.nik, rank: rank || null },
        ...{ position: position || null, unit: unit || null },
      },
      superior:
        superiorName === ''
          ? null
          : {
              name: superiorName,
              ...{ nip: superiorNip || null, position: superiorPosition || null },
            },
    }));
  }

  /** @throws {PenaError} PAPER_UNSUPPORTED, CASE_*, FILE_* */
  async addPaper(handle: CaseHandle, bytes: Uint8Array, told: PaperTold): Promise<ShownCase> {
    const places = await this.#parts.drafts.openly();
    return this.#shown(await addPaper(this.#ids.get(handle), bytes, told, places), places);
  }

  /** @throws {PenaError} CASE_REVOKED, CASE_*, JOURNAL_*, FILE_* */
  async takeBack(
    handle: CaseHandle,
    why: string,
  ): Promise<{ case: ShownCase; tellAuthority: boolean }> {
    const places = await this.#parts.drafts.openly();
    const id = this.#ids.get(handle);
    const before = await takeBack(id, why, places, this.#parts.block);
    const after = await this.#shown(await readCase(places.cases, id), places);
    return { case: after, tellAuthority: hasLeft(before) };
  }

  /** @throws {PenaError} CASE_UNSENT, CASE_*, FILE_* */
  async delete(handle: CaseHandle, unsent: boolean) {
    const places = await this.#parts.drafts.openly();
    const { at, files } = await deleteCase(this.#ids.get(handle), unsent, places);
    this.#handles.delete(this.#ids.release(handle));
    return { at, files: files.map(({ name, sha256 }) => ({ name, sha256 })) };
  }

  async #change(
    handle: CaseHandle,
    change: (lost: LostKeyCase) => LostKeyCase,
  ): Promise<ShownCase> {
    const places = await this.#parts.drafts.openly();
    const id = this.#ids.get(handle);
    const changed = await inTurn(places.cases, id, async () => {
      const next = judged(change(await readCase(places.cases, id)));
      await places.cases.write(id, next);
      return next;
    });
    return this.#shown(changed, places);
  }

  async #shown(lost: LostKeyCase, { outbox }: LostPlaces): Promise<ShownCase> {
    const handle = this.#handles.get(lost.id) ?? this.#ids.issue(lost.id);
    this.#handles.set(lost.id, handle);
    const there = await outbox.keys();
    const statuses: OutboxStatus[] = [];
    for (const key of reportKeysOf(lost)) {
      if (there.includes(key)) statuses.push((await outbox.read(key)).status);
    }
    const terms = (await effectiveSettings()).policy?.registrationAuthority?.terms ?? {};
    return shownCase(handle, await followed(lost, outbox), statuses, terms);
  }
}
