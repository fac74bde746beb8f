// `pena verify`: judges the signatures of each file, and ends with the gravest result.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { ValidationOptions } from '../../core/validation/validate-document.ts';
import { pdfFiles } from '../../native/files/pdf-files.ts';
import { loadAnchors } from '../../native/files/trust-anchors.ts';
import { shippedTrustList } from '../../native/files/trust-list.ts';
import { readValidationPolicy } from '../../native/files/validation-policy.ts';
import { effectiveSettings } from '../../native/settings/effective-settings.ts';
import { exitOfCodes, exitOfReport } from '../exit-codes.ts';
import { verifyingServices } from '../network/services.ts';
import { checkSecretSources, type PasswordOptions, readPassword } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { trace } from '../trace.ts';
import { UsageError } from '../usage-error.ts';
import { CsvReport } from '../verify/csv.ts';
import { verifyFile } from '../verify/file-report.ts';
import { type Presenter, presenterFor } from '../verify/presenter.ts';
import { sideBySide } from '../verify/side-by-side.ts';

export interface VerifyOptions extends PasswordOptions {
  readonly trust?: readonly string[];
  readonly policy?: string;
  readonly at?: string;
  readonly offline?: boolean;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly csv?: string;
  readonly overwrite?: boolean;
}

/** While one waits for a server, another is read. */
export const WIDTH = 2;

/** @returns the exit code */
export async function verify(
  paths: readonly string[],
  options: VerifyOptions,
  shell: Shell,
): Promise<number> {
  if (options.json === true && options.jsonl === true) throw new UsageError('jsonOrLines');
  checkSecretSources(options);
  const judgement = await judgementOf(options, shell);
  const { password } = judgement;
  try {
    const csv =
      options.csv === undefined
        ? null
        : await CsvReport.create(options.csv, options.overwrite === true, shell);
    try {
      const code = await verifyAll(paths, judgement, presenterFor(options, shell), csv, shell);
      await csv?.commit();
      return code;
    } finally {
      await csv?.abort();
    }
  } finally {
    password?.fill(0);
  }
}

export type Judgement = Omit<ValidationOptions, 'now' | 'signal'>;

/** How the options say to judge. The caller wipes the password. */
export async function judgementOf(
  options: Omit<VerifyOptions, 'json' | 'jsonl' | 'csv'>,
  shell: Shell,
): Promise<Judgement> {
  const at = options.at === undefined ? null : timeOf(options.at);
  const settings = await effectiveSettings();
  const office =
    settings.anchors.from === 'policy' ? await loadAnchors(settings.anchors.value) : [];
  const anchors = await loadAnchors([...settings.anchors.value, ...(options.trust ?? [])]);
  return {
    at,
    anchors,
    trust: await shippedTrustList(office),
    ...(options.policy === undefined ? {} : { policy: await readValidationPolicy(options.policy) }),
    online: options.offline === true ? null : verifyingServices(settings),
    password: await readPassword(options, shell),
  };
}

async function verifyAll(
  paths: readonly string[],
  judgement: Judgement,
  presenter: Presenter,
  csv: CsvReport | null,
  shell: Shell,
): Promise<number> {
  const { signal } = shell.interrupt;
  const codes = new Set<number>();
  const work = (file: string) => verifyFile(file, { ...judgement, now: new Date(), signal });
  for await (const one of sideBySide(pdfFiles(paths), WIDTH, work)) {
    presenter.add(one);
    await csv?.add(one);
    if (one.error !== null) trace(one.error, shell);
    codes.add(exitOfReport(one.report));
  }
  if (signal.aborted) throw new PenaError('CANCELLED');
  if (codes.size === 0) throw new UsageError('noPdfs');
  presenter.end();
  return exitOfCodes([...codes]);
}

/** RFC 3339 5.6: a time without its zone would mean another moment in each office. */
function timeOf(text: string): Date {
  const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i.test(text);
  const time = new Date(text.toUpperCase());
  if (!complete || Number.isNaN(time.getTime())) throw new UsageError('at');
  return time;
}
