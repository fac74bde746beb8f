// `pena report`: verifies as `pena verify` does, and writes what was found as one report for others to keep.
import { pdfFiles } from '../../native/files/pdf-files.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { FileReport } from '../../core/domain/report.ts';
import { etsiReport } from '../../core/validation/reports/etsi/etsi-report.ts';
import { jsonReport } from '../../core/validation/reports/json-report.ts';
import { pdfReport } from '../../core/validation/reports/pdf/pdf-report.ts';
import { verification, type Verification } from '../../core/validation/reports/verification.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { loadFonts } from '../../native/files/resources.ts';
import { exitOfCodes, exitOfReport } from '../exit-codes.ts';
import { checkSecretSources } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { reportTexts } from '../texts/report.ts';
import { trace } from '../trace.ts';
import { UsageError } from '../usage-error.ts';
import { verifyFile } from '../verify/file-report.ts';
import { sideBySide } from '../verify/side-by-side.ts';
import { type Judgement, judgementOf, type VerifyOptions, WIDTH } from './verify.ts';

export interface ReportOptions extends Omit<VerifyOptions, 'json' | 'jsonl' | 'csv'> {
  readonly out: string;
  readonly format?: string;
}

const FORMATS = ['pdf', 'xml', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** @returns the exit code of `pena verify` on the same files */
export async function report(
  paths: readonly string[],
  options: ReportOptions,
  shell: Shell,
  version: string,
): Promise<number> {
  const format = formatOf(options);
  checkSecretSources(options);
  const output = await createAtomicOutput(options.out, { overwrite: options.overwrite === true });
  try {
    const judgement = await judgementOf(options, shell);
    const checkedAt = new Date();
    const files = await judged(paths, judgement, checkedAt, shell).finally(() => {
      judgement.password?.fill(0);
    });
    const whole = verification(files, { version, checkedAt, at: judgement.at });
    await output.append(await written(format, whole, shell));
    await output.commit();
    shell.out.line(reportTexts(shell.language).written(files.length, options.out));
    return exitOfCodes(files.map(exitOfReport));
  } finally {
    await output.abort();
  }
}

/** As it is asked for, or as the file is called. */
function formatOf({ format, out }: ReportOptions): Format {
  const named = (format ?? /\.([a-z]+)$/i.exec(out)?.[1] ?? '').toLowerCase();
  const found = FORMATS.find((one) => one === named);
  if (found === undefined) throw new UsageError('reportFormat');
  return found;
}

async function judged(
  paths: readonly string[],
  judgement: Judgement,
  now: Date,
  shell: Shell,
): Promise<FileReport[]> {
  const { signal } = shell.interrupt;
  const files: FileReport[] = [];
  const work = (file: string) => verifyFile(file, { ...judgement, now, signal });
  for await (const { report: one, error } of sideBySide(pdfFiles(paths), WIDTH, work)) {
    if (error !== null) trace(error, shell);
    files.push(one);
  }
  if (signal.aborted) throw new PenaError('CANCELLED');
  if (files.length === 0) throw new UsageError('noPdfs');
  return files;
}

async function written(format: Format, whole: Verification, shell: Shell): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return pdfReport(whole, shell, await loadFonts());
    case 'xml':
      return Buffer.from(etsiReport(whole));
    case 'json':
      return Buffer.from(jsonReport(whole, shell));
  }
}
