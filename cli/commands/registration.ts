// `pena ra list|show|accept|reject|open`: what the registration authority does with reports.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDateTime } from '../../core/domain/local-time.ts';
import { REPORT_LIMITS } from '../../core/domain/report-limits.ts';
import { openPackage } from '../../core/lifecycle/package/open-package.ts';
import { paperEntryName } from '../../core/lifecycle/package/manifest.ts';
import { missingFor } from '../../core/lifecycle/registration/completeness.ts';
import {
  decideCase,
  readCase,
  readPaper,
  type RegistrationCase,
} from '../../core/lifecycle/registration/cases.ts';
import { masked } from '../../core/lifecycle/registration/masked.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { writeError } from '../../native/files/file-error.ts';
import { readSmallFile } from '../../native/files/small-file.ts';
import { EXIT } from '../exit-codes.ts';
import { reportFacts } from '../registration/print-report.ts';
import { type DeskOptions, withStore } from '../registration/with-store.ts';
import type { Shell } from '../shell.ts';
import { registrationTexts } from '../texts/registration.ts';
import { UsageError } from '../usage-error.ts';

export interface ListOptions extends DeskOptions {
  readonly json?: boolean;
}
export interface OpenOptions {
  readonly full?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}
export type ShowOptions = DeskOptions & OpenOptions;
export interface AcceptOptions extends DeskOptions {
  readonly reason?: string;
}
export type RejectOptions = Required<AcceptOptions>;

const LISTED = 500;

/** @throws {PenaError} RA_STORE_UNREADABLE, FILE_*, USAGE */
export async function listCases(options: ListOptions, shell: Shell): Promise<number> {
  const cases = await withStore(options, (store) =>
    store.caseIds(LISTED).map((id) => readCase(store, id)),
  );
  const { out, language, zone } = shell;
  const texts = registrationTexts(language);
  if (options.json === true) out.json(cases.map((one) => forPrograms(one, false)));
  else if (cases.length === 0) out.line(texts.none);
  else {
    for (const { caseId, state, receivedAt, reports, messages, missing } of cases) {
      out.line(caseId, { tone: 'strong' });
      const open = messages.filter((message) => message.state === 'received').length;
      const owed = missing.map((kind) => texts.papers[kind]).join(', ');
      out.facts(
        [
          { name: texts.facts.state, value: texts.states[state] },
          { name: texts.facts.received, value: formatDateTime(receivedAt, zone, language) },
          { name: texts.facts.messages, value: texts.messages(messages.length, open) },
          { name: texts.facts.owner, value: reports[0]?.owner.name ?? '' },
          { name: texts.facts.missing, value: owed === '' ? texts.facts.complete : owed },
        ],
        2,
      );
    }
  }
  return EXIT.ok;
}

/** @throws {PenaError} RA_CASE_UNKNOWN, RA_STORE_UNREADABLE, FILE_*, USAGE */
export async function showCase(id: string, options: ShowOptions, shell: Shell): Promise<number> {
  const { out: folder, full = false } = options;
  const { one, papers } = await withStore(options, (store) => {
    const found = readCase(store, id);
    const references = found.reports.flatMap((request) => request.papers);
    const wanted = folder === undefined ? [] : references;
    return {
      one: found,
      papers: wanted.map(({ sha256, mediaType }) => ({
        ...{ mediaType, bytes: readPaper(store, id, sha256) },
      })),
    };
  });
  if (options.json === true) shell.out.json(forPrograms(one, full));
  else printCase(one, shell, full);
  if (folder !== undefined) await writePapers(folder, papers, shell, options.json === true);
  return EXIT.ok;
}

function printCase(one: RegistrationCase, shell: Shell, full: boolean): void {
  const { out, language, zone } = shell;
  const { facts, states, papers } = registrationTexts(language);
  out.line(one.caseId, { tone: 'strong' });
  const owed = one.missing.map((kind) => papers[kind]).join(', ');
  out.facts([
    { name: facts.state, value: states[one.state] },
    { name: facts.received, value: formatDateTime(one.receivedAt, zone, language) },
    { name: facts.missing, value: owed === '' ? facts.complete : owed },
  ]);
  for (const { state, at, reason } of one.decisions) {
    const said = [states[state], formatDateTime(at, zone, language), reason];
    out.facts([{ name: facts.decided, value: said.filter((part) => part !== '').join(', ') }]);
  }
  for (const [i, request] of one.reports.entries()) {
    out.line();
    out.line(formatDateTime(request.reportedAt, zone, language), { tone: 'strong' });
    const state = states[one.messages[i]?.state ?? 'received'];
    out.facts([{ name: facts.state, value: state }, ...reportFacts(request, shell, full)], 2);
  }
}

/** @throws {PenaError} RA_CASE_UNKNOWN, RA_CASE_DECIDED, RA_STORE_UNREADABLE, FILE_*, USAGE */
export function acceptCase(id: string, options: AcceptOptions, shell: Shell): Promise<number> {
  return decide(id, 'accepted', options.reason ?? '', options, shell);
}

/** As acceptCase; a rejection without a reason is refused (Pasal 21(2)). */
export function rejectCase(id: string, options: RejectOptions, shell: Shell): Promise<number> {
  if (options.reason.trim() === '') throw new UsageError('wrong', '--reason');
  return decide(id, 'rejected', options.reason, options, shell);
}

async function decide(
  caseId: string,
  state: 'accepted' | 'rejected',
  reason: string,
  options: DeskOptions,
  { out, language }: Shell,
): Promise<number> {
  // It goes into a receipt whose reader takes no more, and nothing that steers a terminal.
  const unfit = reason.length > REPORT_LIMITS.note || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(reason);
  if (unfit) throw new UsageError('wrong', '--reason');
  const decision = { caseId, state, reason, at: new Date().toISOString() };
  await withStore(options, (store) => {
    decideCase(store, decision);
  });
  out.line(registrationTexts(language).decided, { tone: 'ok' });
  return EXIT.ok;
}

/** @throws {PenaError} PACKAGE_*, FILE_* */
export async function openReport(
  file: string,
  options: OpenOptions,
  shell: Shell,
): Promise<number> {
  const bytes = await readSmallFile(file, REPORT_LIMITS.packageBytes, 'PACKAGE_TOO_LARGE');
  const { request, papers, signedBy } = openPackage(bytes);
  const { full = false, json = false, out: folder } = options;
  const { facts, papers: kinds } = registrationTexts(shell.language);
  const missing = missingFor([request]);
  if (json) {
    const shown = full ? request : masked(request);
    const signer = signedBy === null ? null : { name: signedBy.subject, sha256: signedBy.sha256 };
    shell.out.json({ request: shown, missing, signedBy: signer });
  } else {
    shell.out.line(request.caseId, { tone: 'strong' });
    const owed = missing.map((kind) => kinds[kind]).join(', ');
    shell.out.facts([
      { name: facts.signedBy, value: signedBy?.subject ?? facts.notSigned },
      ...reportFacts(request, shell, full),
      { name: facts.missing, value: owed === '' ? facts.complete : owed },
    ]);
  }
  if (folder !== undefined) {
    const written = papers.map(({ reference, bytes }) => ({
      ...{ mediaType: reference.mediaType, bytes },
    }));
    await writePapers(folder, written, shell, json);
  }
  return EXIT.ok;
}

/** Under names of ours: what a paper calls itself is for reading only. Nothing that is there is replaced. */
async function writePapers(
  folder: string,
  papers: readonly { readonly mediaType: string; readonly bytes: Uint8Array }[],
  { out, language }: Shell,
  quiet: boolean,
): Promise<void> {
  const place = join(folder, 'papers');
  await mkdir(place, { recursive: true, mode: 0o700 }).catch((thrown: unknown) => {
    throw writeError(thrown, place);
  });
  for (const [index, { mediaType, bytes }] of papers.entries()) {
    const path = join(folder, paperEntryName(index, mediaType));
    const output = await createAtomicOutput(path, { overwrite: false });
    await output.append(bytes);
    await output.commit();
  }
  if (!quiet) out.line(registrationTexts(language).written(papers.length, place), { tone: 'ok' });
}

function forPrograms(one: RegistrationCase, full: boolean): RegistrationCase {
  return full ? one : { ...one, reports: one.reports.map(masked) };
}
