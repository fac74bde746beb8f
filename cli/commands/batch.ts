// `pena batch plan|review|seal|run`: many documents, planned by one person and signed with one key.
import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { BatchItem, BatchResult } from '../../core/domain/batch.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { requestOf } from '../../core/signing/batch/document-request.ts';
import { checkPlan, ruleFor } from '../../core/signing/batch/plan.ts';
import { digestOf } from '../../core/signing/batch/review.ts';
import type { Journal } from '../../core/ports/journal.ts';
import { type BatchJob, runBatch } from '../../core/signing/batch/run-batch.ts';
import type { SigningDecisions } from '../../core/signing/request.ts';
import { sharingStatus } from '../../core/signing/batch/shared-status.ts';
import { sealBatch } from '../../core/signing/batch/sealed.ts';
import { hasUnexplainedChanges } from '../../core/validation/earlier-changes.ts';
import { csvSummary, jsonSummary } from '../../core/signing/batch/summary.ts';
import { FileWriter } from '../../native/batch/file-writer.ts';
import { GroupedFolder } from '../../native/batch/grouped-folder.ts';
import { createSmallOutput, openSmallOrLarge } from '../../native/batch/small-files.ts';
import { BatchStateFile } from '../../native/batch/state-file.ts';
import { reportedLostSince } from '../../native/certificates/certificate-registry.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { writeError } from '../../native/files/file-error.ts';
import { type FileSource, openFileSource } from '../../native/files/file-source.ts';
import { openPlan, type OpenPlan } from '../batch/open-plan.ts';
import { printItem, printResult, printReview, reviewJson } from '../batch/report.ts';
import { type ReviewedJob, reviewPlan } from '../batch/review-plan.ts';
import { type KeyOptions, openKey, stampMaterial } from '../batch/signer.ts';
import { stampRuleOf } from '../batch/stamp-rule.ts';
import { exitOfErrors } from '../exit-codes.ts';
import { type JournalOption, openJournal } from '../journal/open.ts';
import { type NetworkOptions } from '../network/options.ts';
import { openOutside } from '../network/open-outside.ts';
import type { Shell } from '../shell.ts';
import { officeTexts } from '../texts/office.ts';

export interface PlanOptions {
  readonly out: string;
  readonly cert: string;
  readonly level?: string;
  readonly reason?: string;
  readonly location?: string;
  readonly stamp?: string;
  readonly text?: readonly string[];
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
    stamp: stampRuleOf(options.stamp, options.text ?? []),
    files: files.map((file) => ({
      file: relative(folder, resolve(file)).replaceAll('\\', '/'),
      output: basename(file),
    })),
  });
  await writeNew(options.out, `${JSON.stringify(plan, null, 2)}\n`);
  out.line(officeTexts(language).batch.planned(options.out, files.length), { tone: 'ok' });
  return 0;
}

export interface ReviewOptions extends KeyOptions {
  readonly json?: boolean;
}

/** The certificate is needed for what it may sign; its key is not. */
export async function batchReview(
  path: string,
  options: ReviewOptions,
  shell: Shell,
): Promise<number> {
  const opened = await openPlan(path);
  const key = await openKey(options, opened.plan.certificate, [], shell);
  try {
    const reviewed = await review(opened, key.key, null, shell, new Date());
    if (options.json === true) shell.out.json(reviewJson(reviewed, shell));
    else printReview(reviewed, shell);
    return exitOfErrors(reviewed.map(({ job }) => job.refusal?.code ?? null));
  } finally {
    await key.close();
  }
}

export interface SealOptions extends KeyOptions, JournalOption {
  readonly out: string;
  /** Also sign the seal, with the key of whoever prepares it. */
  readonly sign?: boolean;
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
    await writeNew(options.out, text);
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

export interface RunOptions extends KeyOptions, JournalOption, NetworkOptions {
  readonly out: string;
  readonly allowUnchecked?: boolean;
  readonly allowIncomplete?: boolean;
  readonly csv?: string;
  readonly summary?: string;
  readonly json?: boolean;
}

export async function batchRun(path: string, options: RunOptions, shell: Shell): Promise<number> {
  const opened = await openPlan(path);
  const { plan, sealed } = opened;
  await needFolder(options.out);
  const identity = { plan: opened.sha256, certificate: plan.certificate };
  const state = await BatchStateFile.open(options.out, identity);
  let finished = false;
  try {
    if (sealed !== null && options.json !== true) printSeal(opened, shell);
    const result = await signAll(opened, state, options, shell);
    finished = result.items.every(({ status }) => ['signed', 'already-signed'].includes(status));
    await writeSummaries(result, options);
    if (options.json === true) shell.out.json(jsonSummary(result));
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
  options: RunOptions,
  shell: Shell,
): Promise<BatchResult> {
  const { plan, sealed, pathOf } = opened;
  const names = plan.files.map(({ file }) => file);
  const now = new Date();
  const many = plan.files.length >= MANY;
  // In the few seconds of a batch, compiling what is only warm takes more time than it saves.
  if (many) setFlagsFromString('--interrupt-budget=1000000');
  const outside = await openOutside(options, shell);
  const key = await openKey(options, plan.certificate, names, shell);
  const writer = many ? new FileWriter() : null;
  try {
    const reviewed = await review(opened, key.key, options.out, shell, now);
    const rules = new Map(reviewed.map(({ job, rule }) => [job, ruleFor(plan, rule)]));
    const material = await stampMaterial(plan, key.key.certificate, shell);
    const care = new GroupedFolder();
    const services =
      outside.services === null ? null : sharingStatus(outside.services, { now: () => new Date() });
    const journal = openJournal(options);
    return await runBatch({
      ...{ jobs: reviewed.map(({ job }) => job), key: key.key, state, plan: opened.sha256 },
      ...{ certificate: plan.certificate, journal },
      ...(sealed === null
        ? {}
        : { sealed: { sha256: sealed.sha256, count: sealed.inputs.length } }),
      signal: shell.interrupt.signal,
      open: async (job) => {
        const rule = rules.get(job);
        if (rule === undefined) throw new PenaError('INTERNAL');
        const target = join(options.out, job.output);
        const source = await openSmallOrLarge(pathOf(job.file));
        return {
          ...requestOf(rule, material, now),
          source,
          unexplainedChanges: () => hasUnexplainedChanges(source, undefined),
          ...{ name: basename(job.file), level: plan.level, services, reportedLostSince },
          decide: decisions(options, journal, job, plan.certificate),
          openOutput: () => createSmallOutput(target, care, writer),
        };
      },
      openExisting: async ({ output }) => openIfThere(join(options.out, output)),
      onItem: (item: BatchItem) => {
        if (options.json !== true) printItem(item, shell);
      },
    });
  } finally {
    outside.close();
    await writer?.close();
    await key.close();
  }
}

/** From here on a thread that only writes is worth starting. */
const MANY = 50;

/** What is decided against the program's advice is written down before it is done. */
function decisions(
  { allowUnchecked, allowIncomplete }: RunOptions,
  journal: Journal,
  { sha256: document }: BatchJob,
  certificate: string,
): SigningDecisions {
  const decide = async (
    allowed: boolean | undefined,
    override: 'sign-unchecked' | 'keep-incomplete',
    problems: readonly PenaError[],
  ): Promise<boolean> => {
    if (allowed !== true) return false;
    const codes = [...new Set(problems.map(({ code }) => code))].slice(0, MAX_CODES);
    const what = { override, by: 'person', certificate, document, codes } as const;
    await journal.append({ kind: 'overridden', ...what });
    return true;
  };
  return {
    signUnchecked: (problems) => decide(allowUnchecked, 'sign-unchecked', problems),
    keepIncomplete: (_reached, problem) => decide(allowIncomplete, 'keep-incomplete', [problem]),
  };
}

const MAX_CODES = 50;

async function review(
  opened: OpenPlan,
  { certificate, chain }: { certificate: Uint8Array; chain: readonly Uint8Array[] },
  out: string | null,
  shell: Shell,
  now: Date,
): Promise<ReviewedJob[]> {
  const material = await stampMaterial(opened.plan, certificate, shell);
  return reviewPlan({ opened, signer: { certificate, chain }, material, now, out });
}

function printSeal({ sealed }: OpenPlan, { out, language }: Shell): void {
  const texts = officeTexts(language).batch;
  if (sealed === null) return;
  const by = sealed.sealedBy?.name ?? texts.notSigned;
  out.facts([
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

async function writeNew(path: string, text: string): Promise<void> {
  const output = await createAtomicOutput(path, { overwrite: false });
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
