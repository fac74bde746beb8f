// `pena ra application check|take|list|show|accept|reject`: applications at the registration authority's desk.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDateTime } from '../../core/domain/local-time.ts';
import { REPORT_LIMITS } from '../../core/domain/report-limits.ts';
import {
  applicationPapers,
  decideApplication,
  type DeskApplication,
  deskApplication,
  isWhole,
  maskedApplicant,
  takeApplication,
} from '../../core/lifecycle/applications/desk.ts';
import {
  type HandedInApplication,
  missingOf,
  openApplication,
} from '../../core/lifecycle/applications/package.ts';
import { paperEntryName } from '../../core/lifecycle/package/manifest.ts';
import { paperType } from '../../core/lifecycle/papers/strip-metadata.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { writeError } from '../../native/files/file-error.ts';
import { readSmallFile } from '../../native/files/small-file.ts';
import { EXIT } from '../exit-codes.ts';
import { withApplications } from '../registration/applications-store.ts';
import type { DeskOptions } from '../registration/with-store.ts';
import type { Shell } from '../shell.ts';
import { applicationTexts } from '../texts/applications.ts';
import { UsageError } from '../usage-error.ts';

interface Shown {
  readonly full?: boolean;
  readonly json?: boolean;
}
export type CheckOptions = Shown;
export type TakeOptions = DeskOptions & Shown;
export interface ShowApplicationOptions extends TakeOptions {
  readonly out?: string;
}
export interface DecideOptions extends DeskOptions {
  readonly reason?: string;
}

const LISTED = 500;

/** Keeps nothing. @returns 0; 2 where it is not complete. @throws {PenaError} PACKAGE_*, FILE_* */
export async function checkApplication(
  file: string,
  { full = false, json = false }: CheckOptions,
  shell: Shell,
): Promise<number> {
  const { request } = openApplication(await packageFrom(file));
  const missing = missingOf(request);
  const applicant = full ? request.applicant : maskedApplicant(request);
  if (json) shell.out.json({ request: { ...request, applicant }, missing });
  else shell.out.facts(factsOf({ ...request, applicant }, missing, shell));
  return isWhole(missing) ? EXIT.ok : EXIT.indeterminate;
}

/** @returns 0; 2 where it is not complete. @throws {PenaError} PACKAGE_*, RA_STORE_UNREADABLE, FILE_*, USAGE */
export async function takeIn(file: string, options: TakeOptions, shell: Shell): Promise<number> {
  const bytes = await packageFrom(file);
  const one = await withApplications(options, (store) =>
    deskApplication(store, takeApplication(store, bytes, new Date())),
  );
  return tell(one, options, shell);
}

/** @throws {PenaError} RA_STORE_UNREADABLE, FILE_*, USAGE */
export async function listApplications(options: TakeOptions, shell: Shell): Promise<number> {
  const all = await withApplications(options, (store) =>
    store.caseIds(LISTED).map((id) => deskApplication(store, id)),
  );
  const { out, language } = shell;
  if (options.json === true) out.json(all.map((one) => forPrograms(one, options)));
  else if (all.length === 0) out.line(applicationTexts(language).none);
  else for (const one of all) printOne(one, options, shell);
  return EXIT.ok;
}

/** @throws {PenaError} RA_CASE_UNKNOWN, RA_STORE_UNREADABLE, FILE_*, USAGE */
export async function showApplication(
  id: string,
  options: ShowApplicationOptions,
  shell: Shell,
): Promise<number> {
  const { out: folder } = options;
  const { one, papers } = await withApplications(options, (store) => ({
    one: deskApplication(store, id),
    papers: folder === undefined ? [] : applicationPapers(store, id),
  }));
  const exit = tell(one, options, shell);
  if (folder === undefined) return exit;
  const place = join(folder, 'papers');
  await mkdir(place, { recursive: true, mode: 0o700 }).catch((thrown: unknown) => {
    throw writeError(thrown, place);
  });
  for (const [i, { bytes }] of papers.entries()) {
    const path = join(folder, paperEntryName(i, paperType(bytes)));
    const output = await createAtomicOutput(path, { overwrite: false });
    try {
      await output.append(bytes);
      await output.commit();
    } finally {
      await output.abort();
    }
  }
  return exit;
}

/**
 * @throws {PenaError} RA_APPLICATION_INCOMPLETE, RA_REASON_MISSING, RA_CASE_DECIDED, RA_CASE_UNKNOWN,
 * RA_STORE_UNREADABLE, FILE_*, USAGE
 */
export async function decide(
  id: string,
  state: 'accepted' | 'rejected',
  { reason = '', ...options }: DecideOptions,
  { out, language }: Shell,
): Promise<number> {
  const unfit = reason.length > REPORT_LIMITS.note || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(reason);
  if (unfit) throw new UsageError('wrong', '--reason');
  await withApplications(options, (store) => {
    decideApplication(store, id, { state, reason }, new Date());
  });
  out.line(applicationTexts(language).decided, { tone: 'ok' });
  return EXIT.ok;
}

function packageFrom(file: string): Promise<Uint8Array> {
  return readSmallFile(file, REPORT_LIMITS.packageBytes, 'PACKAGE_TOO_LARGE');
}

function tell(one: DeskApplication, options: Shown, shell: Shell): number {
  if (options.json === true) shell.out.json(forPrograms(one, options));
  else printOne(one, options, shell);
  return isWhole(one.missing) ? EXIT.ok : EXIT.indeterminate;
}

function forPrograms({ seen: _seen, ...one }: DeskApplication, { full }: Shown) {
  const applicant = full === true ? one.request.applicant : maskedApplicant(one.request);
  return { ...one, request: { ...one.request, applicant } };
}

function printOne(one: DeskApplication, { full }: Shown, shell: Shell): void {
  const { out, language, zone } = shell;
  const { facts, states } = applicationTexts(language);
  const { id, request, missing, state, receivedAt, decisions } = one;
  out.line(id, { tone: 'strong' });
  const applicant = full === true ? request.applicant : maskedApplicant(request);
  out.facts([
    { name: facts.state, value: states[state] },
    { name: facts.received, value: formatDateTime(receivedAt, zone, language) },
    ...decisions.map(({ state: decided, at, reason }) => ({
      name: facts.decided,
      value: [states[decided], formatDateTime(at, zone, language), reason]
        .filter((part) => part !== '')
        .join(', '),
    })),
    ...factsOf({ ...request, applicant }, missing, shell),
  ]);
}

function factsOf(
  { kind, applicant, about, letterNumber, papers }: HandedInApplication,
  missing: DeskApplication['missing'],
  { language }: Shell,
) {
  const texts = applicationTexts(language);
  const { facts } = texts;
  const { name, nip, position, unit, email } = applicant;
  const owed = missing.papers.map((paper) => texts.papers[paper]);
  if (missing.mail) owed.push(texts.mail);
  return [
    { name: facts.kind, value: texts.kinds[kind] },
    { name: facts.applicant, value: [name, nip, email].filter((part) => part !== '').join(', ') },
    { name: facts.office, value: [position, unit].filter((part) => part !== '').join(', ') },
    { name: facts.about, value: about },
    { name: facts.number, value: letterNumber },
    { name: facts.papers, value: papers.map(({ paper }) => texts.papers[paper]) },
    { name: facts.missing, value: owed.length === 0 ? facts.complete : owed },
  ].filter(({ value }) => value.length > 0);
}
