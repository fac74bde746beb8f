// `pena inspect`: what a document is and holds, as it is looked over before signing.
import { type PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import {
  mayBeSigned,
  type PreflightPolicy,
  type PreflightReport,
} from '../../core/domain/preflight.ts';
import type { Workflow } from '../../core/domain/workflow.ts';
import { inspectDocument } from '../../core/pdf/preflight/inspect.ts';
import { PdfReader } from '../../core/pdf/reader.ts';
import { whoseTurn } from '../../core/signing/workflow/turns.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { preflightPolicy } from '../../native/files/preflight-policy.ts';
import { EXIT, exitOfErrors } from '../exit-codes.ts';
import { complain, explain } from '../explain.ts';
import { checkSecretSources, type PasswordOptions, readPassword } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { findingFact, findingJson } from '../sign/look-over.ts';
import { passwordFor } from '../sign/password-for.ts';
import { officeTexts } from '../texts/office.ts';
import { trace } from '../trace.ts';

export interface InspectOptions extends PasswordOptions {
  readonly json?: boolean;
}

interface Inspected {
  readonly file: string;
  readonly report: PreflightReport | null;
  /** Who signs in which order; null where that is not laid down, or nothing can be read. */
  readonly workflow: Workflow | null;
  readonly error: PenaError | null;
}

/** @returns the exit code: 1 where one of them would not be signed */
export async function inspect(
  files: readonly string[],
  options: InspectOptions,
  shell: Shell,
): Promise<number> {
  checkSecretSources(options);
  const policy = await preflightPolicy();
  const password = await readPassword(options, shell);
  try {
    const all: Inspected[] = [];
    for (const file of files) {
      const one = await look(file, { password, several: files.length > 1 }, policy);
      if (options.json !== true) print(one, all.length === 0, shell);
      if (one.error !== null) trace(one.error, shell);
      all.push(one);
    }
    if (options.json === true) shell.out.json(all.map((one) => json(one, shell)));
    const failed = exitOfErrors(all.map(({ error }) => error?.code ?? null));
    const refused = all.some(({ report }) => report !== null && !mayBeSigned(report));
    return failed === EXIT.ok && refused ? EXIT.failed : failed;
  } finally {
    password?.fill(0);
  }
}

async function look(
  file: string,
  given: { readonly password: Uint8Array | undefined; readonly several: boolean },
  policy: PreflightPolicy,
): Promise<Inspected> {
  try {
    const source = await openFileSource(file);
    try {
      const password = given.several ? await passwordFor(source, given.password) : given.password;
      const reader = await PdfReader.open(source, { password });
      const report = await inspectDocument(reader, policy);
      const workflow = await whoseTurn(reader);
      return { file, report, workflow: workflow.steps.length > 0 ? workflow : null, error: null };
    } finally {
      await source.close();
    }
  } catch (thrown) {
    return { file, report: null, workflow: null, error: toPenaError(thrown) };
  }
}

function print({ file, report, workflow, error }: Inspected, first: boolean, shell: Shell): void {
  const { out, texts } = shell;
  if (!first) out.line();
  if (error !== null) complain(error, shell, texts.inspect.failed(file));
  if (report === null) return;
  const words = texts.inspect;
  const allowed = mayBeSigned(report);
  const warned = report.findings.some(({ severity }) => severity === 'warning');
  const verdict = allowed ? (warned ? 'warned' : 'clean') : 'refused';
  out.line(words.verdicts[verdict], { tone: allowed ? (warned ? 'warn' : 'ok') : 'bad' });
  out.facts([
    { name: texts.verify.file, value: file },
    { name: words.version, value: `PDF ${report.version}` },
    { name: words.pages, value: report.pages === null ? words.unknown : String(report.pages) },
    { name: words.signatures, value: String(report.signatures) },
  ]);
  if (workflow !== null) printTurns(workflow, shell);
  if (report.findings.length === 0) return;
  out.line(words.findings, { tone: 'dim' });
  out.facts(
    report.findings.map((finding) => findingFact(finding, shell)),
    2,
  );
}

function printTurns({ steps, turn }: Workflow, { out, language }: Shell): void {
  const { prepare: words } = officeTexts(language);
  out.line(words.order, { tone: 'dim' });
  out.facts(
    [
      ...steps.map(({ order, field, role, signed }) => ({
        name: String(order),
        value: `${words.turn(field, role)}: ${signed ? words.signed : words.waiting}`,
      })),
      ...(turn.length === 0 ? [] : [{ name: words.next, value: turn.map(({ field }) => field) }]),
    ],
    2,
  );
}

function json({ file, report, workflow, error }: Inspected, shell: Shell): object {
  return {
    file,
    version: report?.version ?? null,
    pages: report?.pages ?? null,
    signatures: report?.signatures ?? null,
    maySign: report === null ? null : mayBeSigned(report),
    steps: workflow?.steps ?? [],
    turn: (workflow?.turn ?? []).map(({ field }) => field),
    findings: (report?.findings ?? []).map((finding) => findingJson(finding, shell)),
    error: error === null ? null : explain(error, shell),
  };
}
