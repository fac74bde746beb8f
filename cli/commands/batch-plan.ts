// `pena batch plan`: which documents are signed, and how.
import { dirname, parse, relative, resolve } from 'node:path';
import { checkPlan } from '../../core/signing/batch/plan.ts';
import { pdfFiles } from '../../native/files/pdf-files.ts';
import { stampRuleOf } from '../batch/stamp-rule.ts';
import { certificationOf } from '../sign/options.ts';
import type { Shell } from '../shell.ts';
import { officeTexts } from '../texts/office.ts';
import { writeNew } from '../batch/write-new.ts';

export interface PlanOptions {
  readonly out: string;
  readonly cert: string;
  readonly level?: string;
  readonly reason?: string;
  readonly location?: string;
  readonly stamp?: string;
  readonly design?: string;
  readonly text?: readonly string[];
  readonly qr?: string;
  readonly footer?: string;
  readonly certify?: string;
  readonly overwrite?: boolean;
}

/** @throws {PenaError} BATCH_PLAN_INVALID, FILE_*, USAGE */
export async function batchPlan(
  files: readonly string[],
  options: PlanOptions,
  { out, language }: Shell,
): Promise<number> {
  const folder = dirname(resolve(options.out));
  const { level = 'B-B', reason = '', location = '', qr = null, footer, certify } = options;
  const plan = checkPlan({
    ...{ format: 1, certificate: options.cert.replace(/[\s:]/g, '').toLowerCase() },
    ...{ level: level.toUpperCase(), reason, location },
    stamp: stampRuleOf(options.stamp, options),
    ...(footer === undefined ? {} : { footer: { design: footer, qr } }),
    ...(certify === undefined ? {} : { certification: certificationOf(certify) }),
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
