// `pena verify`: judges the signatures of each file, and ends with the gravest result.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { ValidationOptions } from '../../core/validation/validate-document.ts';
import { loadAnchors } from '../../native/files/trust-anchors.ts';
import { exitOfReports } from '../exit-codes.ts';
import { type PasswordOptions, readPassword } from '../pin/document-password.ts';
import type { Shell } from '../shell.ts';
import { trace } from '../trace.ts';
import { UsageError } from '../usage-error.ts';
import { type VerifiedFile, verifyFile } from '../verify/file-report.ts';
import { jsonReport } from '../verify/json.ts';
import { printReport } from '../verify/text.ts';

export interface VerifyOptions extends PasswordOptions {
  readonly trust?: readonly string[];
  readonly at?: string;
  /** Accepted; nothing here uses the network yet. */
  readonly offline?: boolean;
  readonly json?: boolean;
}

/** @returns the exit code */
export async function verify(
  files: readonly string[],
  options: VerifyOptions,
  shell: Shell,
): Promise<number> {
  const at = options.at === undefined ? null : timeOf(options.at);
  const anchors = await loadAnchors(options.trust ?? []);
  const password = await readPassword(options, shell);
  try {
    return await verifyAll(files, options, shell, { anchors, at, password });
  } finally {
    password?.fill(0);
  }
}

async function verifyAll(
  files: readonly string[],
  options: VerifyOptions,
  shell: Shell,
  given: Pick<ValidationOptions, 'anchors' | 'at' | 'password'>,
): Promise<number> {
  const { signal } = shell.interrupt;
  const verified: VerifiedFile[] = [];
  for (const file of files) {
    const one = await verifyFile(file, { ...given, now: new Date(), signal });
    if (options.json !== true) {
      if (verified.length > 0) shell.out.raw('\n');
      printReport(one, shell);
    }
    if (one.error !== null) trace(one.error, shell);
    verified.push(one);
  }
  if (signal.aborted) throw new PenaError('CANCELLED');
  if (options.json === true) shell.out.json(verified.map((one) => jsonReport(one, shell)));
  return exitOfReports(verified.map(({ report }) => report));
}

/** RFC 3339 5.6: a time without its zone would mean another moment in each office. */
function timeOf(text: string): Date {
  const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i.test(text);
  const time = new Date(text.toUpperCase());
  if (!complete || Number.isNaN(time.getTime())) throw new UsageError('at');
  return time;
}
