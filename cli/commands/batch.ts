// `pena batch plan|review|seal|run`: many documents, planned by one person and signed with one key.
import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, parse, relative, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { BatchItem, BatchPlan, BatchResult } from '../../core/domain/batch.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import { requestOf } from '../../core/signing/batch/document-request.ts';
import { checkPlan, ruleFor } from '../../core/signing/batch/plan.ts';
import { digestOf } from '../../core/signing/batch/review.ts';
import { type BatchJob, runBatch } from '../../core/signing/batch/run-batch.ts';
import { sharingStatus } from '../../core/signing/batch/shared-status.ts';
import { sealBatch } from '../../core/signing/batch/sealed.ts';
import { csvSummary, jsonSummary } from '../../core/signing/batch/summary.ts';
import { drawnPlaces, hiddenSignedText } from '../../core/validation/earlier-changes.ts';
import { FileWriter } from '../../native/batch/file-writer.ts';
import { GroupedFolder } from '../../native/batch/grouped-folder.ts';
import { createSmallOutput, openSmallOrLarge } from '../../native/batch/small-files.ts';
import { BatchStateFile } from '../../native/batch/state-file.ts';
import { reportedLostSince } from '../../native/certificates/certificate-registry.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { writeError } from '../../native/files/file-error.ts';
import { type FileSource, openFileSource } from '../../native/files/file-source.ts';
import { pdfFiles } from '../../native/files/pdf-files.ts';
import { preflightPolicy } from '../../native/files/preflight-policy.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { type AcceptOptions, noteAcceptedFindings, runDecisions } from '../batch/accepted.ts';
import { openPlan, type OpenPlan } from '../batch/open-plan.ts';
import { DocumentPasswords } from '../batch/document-passwords.ts';
import {
  printFindings,
  printItem,
  printResult,
  printReview,
  resultJson,
  reviewJson,
} from '../batch/report.ts';
import { type ReviewedJob, reviewPlan } from '../batch/review-plan.ts';
import { type BatchKey, type KeyOptions, openKey, stampMaterial } from '../batch/signer.ts';
import { stampRuleOf } from '../batch/stamp-rule.ts';
import { exitOfErrors } from '../exit-codes.ts';
import { complain } from '../explain.ts';
import { addCheckpoint, checkpointForm, type CheckpointForm } from '../journal/checkpoint.ts';
import { type JournalOption, openJournal } from '../journal/open.ts';
import { type NetworkOptions } from '../network/options.ts';
import { openOutside } from '../network/open-outside.ts';
import { checkSecretSources, type PasswordOptions } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { officeTexts } from '../texts/office.ts';
import { UsageError } from '../usage-error.ts';

export interface PlanOptions {
  readonly out: string;
  readonly cert: string;
  readonly level?: string;
  readonly reason?: string;
  readonly location?: string;
  readonly stamp?: string;
  readonly design?: string;
  readonly text?: readonly string[];
  readonly overwrite?: boolean;
}

/** @throws {PenaError} BATCH_PLAN_INVALID, FILE_*, USAGE */
export async function batchPlan(
  files: readonly string[],
  options: PlanOptions,
  { out, language }: Shell,
): Promise<number> {
  const folder = dirname(resolve(options.out));
  const { level = 'B-B', reason = '', location = '' } = options;
  const plan = checkPlan({
    ...{ format: 1, certificate: options.cert.replace(/[\s:]/g, '').toLowerCase() },
    ...{ level: level.toUpperCase(), reason, location },
    stamp: stampRuleOf(options.stamp, options.text ?? [], options.design ?? null),
    files: await filesOfPlan(files, folder),
  });
  await writeNew(options.out, `${JSON.stringify(plan, null, 2)}\n`, options.overwrite);
  out.line(officeTexts(language).batch.planned(options.out, plan.files.length), { tone: 'ok' });
  return 0;
}

/** A folder stands for the PDFs in it and below. Two of one name get results of two names. */
async function filesOfPlan(
  given: readonly string[],
  folder: string,
): Promise<{ file: string; output: string }[]> {
  const files: { file: string; output: string }[] = [];
  const taken = new Set<string>();
  for await (const file of pdfFiles(given)) {
    const { name, ext } = parse(file);
    let output = name + ext;
    // As the plan compares them: some file systems do not tell capital letters apart.
    const key = (): string => output.normalize('NFC').toLowerCase();
    for (let number = 2; taken.has(key()); number += 1) output = `${name}-${String(number)}${ext}`;
    taken.add(key());
    files.push({ file: relative(folder, resolve(file)).replaceAll('\\', '/'), output });
  }
  return files;
}

export interface ReviewOptions extends KeyOptions, PasswordOptions {
  readonly json?: boolean;
}

/** The certificate is needed for what it may sign; its key is not. */
export async function batchReview(
  path: string,
  options: ReviewOptions,
  shell: Shell,
): Promise<number> {
  checkSecretSources(options);
  const opened = await openPlan(path);
  const passwords = await DocumentPasswords.given(options, shell);
  let key: BatchKey | null = null;
  try {
    const looking = { ...options, lookOnly: true };
    key = await openKey(looking, opened.plan.certificate, [], shell);
    const now = new Date();
    const look = { out: null, accepted: {}, passwords, now, signed: () => false };
    const reviewed = await review(opened, key, look, shell);
    if (options.json === true) shell.out.json(reviewJson(reviewed, shell));
    else printReview(reviewed, shell);
    return exitOfErrors(reviewed.map(({ job }) => job.refusal?.code ?? null));
  } finally {
    passwords.wipe();
    await key?.close();
  }
}

export interface SealOptions extends KeyOptions, JournalOption {
  readonly out: string;
  /** Also sign the seal, with the key of whoever prepares it. */
  readonly sign?: boolean;
  readonly overwrite?: boolean;
}

export async function batchSeal(path: string, options: SealOptions, shell: Shell): Promise<number> {
  const texts = officeTexts(shell.language).batch;
  const { plan, pathOf } = await openPlan(path);
  const folder = dirname(resolve(options.out));
  const inputs: string[] = [];
  const files = [];
  for (const rule of plan.files) {
    const from = pathOf(rule.file);
    inputs.push(await digestOfFile(from));
    files.push({ ...rule, file: relative(folder, from).replaceAll('\\', '/') });
  }
  const moved = checkPlan({ ...plan, files });
  const opened = options.sign === true ? await openKey(options, null, [], shell) : null;
  try {
    const key = opened?.key ?? null;
    const { text, sha256 } = await sealBatch({ plan: moved, inputs, now: new Date(), key });
    await writeNew(options.out, text, options.overwrite);
    await openJournal(options).append({
      ...{ kind: 'batch-sealed', sealed: sha256, files: inputs.length },
    });
    shell.out.line(texts.sealed(options.out, inputs.length), { tone: 'ok' });
    shell.out.facts([{ name: texts.seal256, value: sha256 }], 2);
    return 0;
  } finally {
    await opened?.close();
  }
}

export interface RunOptions
  extends KeyOptions, JournalOption, NetworkOptions, PasswordOptions, AcceptOptions {
  readonly out: string;
  readonly checkpoint?: string;
  readonly csv?: string;
  readonly summary?: string;
  readonly json?: boolean;
}

export async function batchRun(path: string, options: RunOptions, shell: Shell): Promise<number> {
  const checkpoint = checkpointForm(options.checkpoint);
  checkSecretSources(options);
  const opened = await openPlan(path);
  const { plan, sealed } = opened;
  await needFolder(options.out);
  const identity = { plan: opened.sha256, certificate: plan.certificate };
  const state = await BatchStateFile.open(options.out, identity);
  let finished = false;
  try {
    if (sealed !== null && options.json !== true) printSeal(opened, shell);
    const { result, reviewed } = await signAll(opened, state, { ...options, checkpoint }, shell);
    finished = result.items.every(({ status }) => ['signed', 'already-signed'].includes(status));
    await writeSummaries(result, options);
    if (options.json === true) shell.out.json(resultJson(result, reviewed, shell));
    else printResult(result, shell);
    const codes = result.items.map(({ error }) => error?.code ?? null);
    return exitOfErrors([...codes, result.stopped]);
  } finally {
    await state.close(finished);
  }
}

async function signAll(
  opened: OpenPlan,
  state: BatchStateFile,
  options: Omit<RunOptions, 'checkpoint'> & { readonly checkpoint: CheckpointForm | null },
  shell: Shell,
): Promise<{ readonly result: BatchResult; readonly reviewed: readonly ReviewedJob[] }> {
  const { plan, sealed, pathOf } = opened;
  const names = plan.files.map(({ file }) => file);
  const now = new Date();
  wasteLess();
  const outside = await openOutside(options, shell);
  // Before any PIN: at the end there would be nobody to ask.
  if (options.checkpoint === 'time' && !outside.canStamp) throw new UsageError('tsaNeeded');
  const passwords = await DocumentPasswords.given(options, shell);
  const key = await openKey(options, plan.certificate, names, shell, () => {
    loadDrawing(plan);
  }).catch((thrown: unknown) => {
    passwords.wipe();
    throw thrown;
  });
  const writer = FileWriter.forMany(plan.files.length);
  try {
    const signed = ({ output, sha256 }: BatchJob): boolean =>
      sha256 !== null && state.signed.get(output) === sha256;
    const look = { out: options.out, accepted: options, passwords, now, signed };
    const reviewed = await review(opened, key, look, shell);
    if (options.json !== true) {
      printFindings(
        reviewed.filter(({ job }) => !signed(job)),
        shell,
      );
    }
    const byJob = new Map(reviewed.map((one) => [one.job, one]));
    const material = await stampMaterial(plan, key.key.certificate, shell);
    const care = new GroupedFolder();
    const services =
      outside.services === null ? null : sharingStatus(outside.services, { now: () => new Date() });
    const journal = openJournal(options);
    await noteAcceptedFindings(reviewed, state, journal, plan.certificate);
    const result = await runBatch({
      ...{ jobs: reviewed.map(({ job }) => job), key: key.key, state, plan: opened.sha256 },
      ...{ certificate: plan.certificate, journal },
      ...(sealed === null
        ? {}
        : { sealed: { sha256: sealed.sha256, count: sealed.inputs.length } }),
      signal: shell.interrupt.signal,
      open: async (job) => {
        const found = byJob.get(job);
        if (found === undefined) throw new PenaError('INTERNAL');
        const target = join(options.out, job.output);
        const source = await openSmallOrLarge(pathOf(job.file));
        return {
          ...requestOf(ruleFor(plan, found.rule), material, now),
          ...{ source, password: passwords.known.of(job.file) },
          // Of the same bytes: the key signs nothing else than what was reviewed.
          unexplainedChanges: () => Promise.resolve(found.changed),
          ...{ hiddenSignedText, drawnPlaces },
          ...{ name: basename(job.file), level: plan.level, services, reportedLostSince },
          practice: practiceMode(),
          decide: runDecisions(options, journal, job.sha256, plan.certificate),
          openOutput: () => createSmallOutput(target, care, writer),
        };
      },
      openExisting: async ({ output }) => openIfThere(join(options.out, output)),
      onItem: (item: BatchItem) => {
        if (options.json !== true) printItem(item, shell);
      },
    });
    const { checkpoint } = options;
    if (checkpoint !== null) {
      const witnesses = { services: outside.services, key: key.key };
      const quiet = options.json === true;
      // The documents are signed: a witness that is not to be had is said, and undoes nothing.
      await addCheckpoint(journal, checkpoint, witnesses, shell, quiet).catch((thrown: unknown) =>
        complain(toPenaError(thrown), shell),
      );
    }
    return { result, reviewed };
  } finally {
    passwords.wipe();
    outside.close();
    await writer?.close();
    await key.close();
  }
}

/** Where stamps are drawn: fonts and drawing take as long to load as the token's own process to start. */
function loadDrawing({ stamp, files }: BatchPlan): void {
  const drawn = stamp !== null || files.some((file) => (file.stamp ?? null) !== null);
  // Whoever draws says what is wrong.
  if (drawn) import('../../core/pdf/appearance/draw-stamp.ts').catch(() => undefined);
}

/**
 * In the few seconds of a batch, compiling what is only warm takes more of the processor than it saves: a
 * quarter of all, for a thousand documents. What is really hot is compiled all the same, a little later.
 * And four threads that look for the little that outlives a document wake each other more than they help.
 */
function wasteLess(): void {
  setFlagsFromString('--interrupt-budget=1000000');
  setFlagsFromString('--no-parallel-scavenge');
}

interface Look {
  /** Folder of the results; null: not known yet. */
  readonly out: string | null;
  readonly accepted: AcceptOptions;
  readonly passwords: DocumentPasswords;
  readonly now: Date;
  /** Of what an earlier run has signed nobody is asked anything. */
  readonly signed: (job: BatchJob) => boolean;
}

async function review(
  opened: OpenPlan,
  { key: { certificate, chain }, terminal }: BatchKey,
  { passwords, signed, ...look }: Look,
  shell: Shell,
): Promise<ReviewedJob[]> {
  const material = await stampMaterial(opened.plan, certificate, shell);
  const policy = await preflightPolicy();
  const signer = { certificate, chain };
  const input = { ...look, opened, signer, material, policy, passwords: passwords.known };
  return passwords.ask(await reviewPlan(input), { input, terminal, signed, shell });
}

function printSeal({ plan, sealed }: OpenPlan, { out, language }: Shell): void {
  const texts = officeTexts(language).batch;
  if (sealed === null) return;
  const by = sealed.sealedBy?.name ?? texts.notSigned;
  out.facts([
    { name: texts.sealedCount, value: String(plan.files.length) },
    { name: texts.seal256, value: sealed.sha256 },
    { name: texts.sealedBy, value: by },
  ]);
}

async function writeSummaries(
  result: BatchResult,
  { csv, summary }: Pick<RunOptions, 'csv' | 'summary'>,
): Promise<void> {
  if (csv !== undefined) await write(csv, csvSummary(result));
  if (summary !== undefined) {
    await write(summary, `${JSON.stringify(jsonSummary(result), null, 2)}\n`);
  }
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (thrown) {
    throw writeError(thrown, path);
  }
}

async function writeNew(path: string, text: string, overwrite = false): Promise<void> {
  const output = await createAtomicOutput(path, { overwrite });
  await output.append(Buffer.from(text));
  await output.commit();
}

async function needFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new PenaError('FILE_FOLDER_MISSING', { folder: basename(path) });
  }
}

async function digestOfFile(path: string): Promise<string> {
  const source = await openFileSource(path);
  try {
    return await digestOf(source);
  } finally {
    await source.close();
  }
}

function openIfThere(path: string): Promise<FileSource> | null {
  return existsSync(path) ? openFileSource(path) : null;
}
