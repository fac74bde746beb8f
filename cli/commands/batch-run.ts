// `pena batch run`: the documents of a plan, signed with one key.
import { stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BatchResult } from '../../core/domain/batch.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { csvSummary, jsonSummary } from '../../core/signing/batch/summary.ts';
import { BatchStateFile } from '../../native/batch/state-file.ts';
import { writeError } from '../../native/files/file-error.ts';
import { openPlan, type OpenPlan } from '../batch/open-plan.ts';
import { printResult, resultJson } from '../batch/report.ts';
import { exitOfErrors } from '../exit-codes.ts';
import { checkpointForm } from '../journal/checkpoint.ts';
import { checkSecretSources } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { officeTexts } from '../texts/office.ts';
import { signAll, type RunOptions } from '../batch/sign-all.ts';

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

async function needFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new PenaError('FILE_FOLDER_MISSING', { folder: basename(path) });
  }
}
