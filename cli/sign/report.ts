// What is said of the documents signed and not signed: line by line for people, one array for programs.
import { readCertificate } from '../../core/cms/certificate.ts';
import { type BaselineLevel, reaches } from '../../core/domain/signature-level.ts';
import type { SigningResult } from '../../core/signing/request.ts';
import { certificateSummary } from '../../core/validation/certificate-summary.ts';
import { complain, explain } from '../explain.ts';
import type { Shell } from '../shell.ts';
import { sizeText } from '../size-text.ts';
import type { Outcome } from './batch.ts';
import type { OpenKey } from './key.ts';
import { findingJson } from './look-over.ts';
import type { SigningSession } from './session.ts';

/** @param opened null where no key was needed, because nothing could be signed */
export function printOutcome(
  outcome: Outcome,
  opened: OpenKey | null,
  wanted: BaselineLevel,
  shell: Shell,
): void {
  const { out, err, texts, language } = shell;
  const { job, result, error } = outcome;
  if (error !== null) {
    complain(error, shell, texts.sign.failed(job.file));
    const couldKeep = /^(TSA|NET|OCSP|CRL|REVOCATION)_/.test(error.code);
    if (couldKeep && wanted !== 'B-B') err.line(texts.sign.couldKeep, { indent: 2 });
  }
  if (result === null || opened === null) return;
  const { commonName, issuerCommonName } = readCertificate(opened.key.certificate);
  out.line(texts.sign.signed(job.output), { tone: 'ok' });
  out.facts(
    [
      { name: texts.sign.document, value: job.file },
      { name: texts.sign.signer, value: commonName },
      { name: texts.sign.issuer, value: issuerCommonName },
      {
        name: opened.place.kind === 'token' ? texts.sign.token : texts.sign.keyFile,
        value: opened.place.text,
      },
      { name: texts.sign.field, value: result.field },
      { name: texts.sign.level, value: result.level },
      { name: texts.sign.size, value: sizeText(result.size, language) },
    ],
    2,
  );
  const pending = pendingOf(result, wanted);
  if (pending === null || result.incomplete === null) return;
  out.line(texts.sign.pending[pending], { tone: 'warn', indent: 2 });
  out.line(explain(result.incomplete, shell).text, { indent: 2 });
}

/** What is still missing for the level that was wanted; null where nothing is. */
export function pendingOf(
  { level, incomplete }: Pick<SigningResult, 'level' | 'incomplete'>,
  wanted: BaselineLevel,
): 'timestamp' | 'proof' | null {
  if (incomplete === null) return null;
  // Time first, then revocation data, then the archive's time stamp.
  if (!reaches(level, 'B-T')) return 'timestamp';
  return reaches(level, 'B-LT') && wanted === 'B-LTA' ? 'timestamp' : 'proof';
}

export function printSummary(
  outcomes: readonly Outcome[],
  wanted: BaselineLevel,
  { out, texts }: Shell,
): void {
  const count = (status: Outcome['status']): number =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const [signed, failed, left] = [count('signed'), count('failed'), count('not-begun')];
  if (outcomes.length > 1) {
    out.line();
    out.line(texts.sign.summary(signed, outcomes.length, failed, left), { tone: 'strong' });
    const pending = outcomes.filter(
      ({ result }) => result !== null && pendingOf(result, wanted) !== null,
    );
    if (pending.length > 0) out.line(texts.sign.pendingCount(pending.length), { tone: 'warn' });
  } else if (signed > 0) out.line(texts.sign.untouched);
}

export function printJson(
  outcomes: readonly Outcome[],
  session: Pick<SigningSession, 'opened' | 'findingsIn'>,
  wanted: BaselineLevel,
  shell: Shell,
): void {
  const { opened } = session;
  const signer =
    opened === null ? null : certificateSummary(readCertificate(opened.key.certificate));
  shell.out.json(
    outcomes.map(({ job, status, result, error }) => ({
      ...{ file: job.file, output: job.output, status },
      field: result?.field ?? null,
      level: result?.level ?? null,
      size: result?.size ?? null,
      documentSha256: result?.documentSha256 ?? null,
      signer: result === null ? null : signer,
      pending: result === null ? null : pendingJson(result, wanted, shell),
      findings: session.findingsIn(job).map((finding) => findingJson(finding, shell)),
      error: error === null ? null : explain(error, shell),
    })),
  );
}

function pendingJson(result: SigningResult, wanted: BaselineLevel, shell: Shell): object | null {
  const what = pendingOf(result, wanted);
  return what === null || result.incomplete === null
    ? null
    : { what, wanted, ...explain(result.incomplete, shell) };
}
