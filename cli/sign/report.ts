// What is said of the documents signed and not signed: line by line for people, one array for programs.
import { readCertificate } from '../../core/cms/certificate.ts';
import { certificateSummary } from '../../core/validation/report.ts';
import { complain, explain } from '../explain.ts';
import type { Shell } from '../shell.ts';
import type { Outcome } from './batch.ts';
import type { OpenKey } from './key.ts';

/** @param opened null where no key was needed, because nothing could be signed */
export function printOutcome(outcome: Outcome, opened: OpenKey | null, shell: Shell): void {
  const { out, texts, language } = shell;
  const { job, result, error } = outcome;
  if (error !== null) complain(error, shell, texts.sign.failed(job.file));
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
}

export function printSummary(outcomes: readonly Outcome[], { out, texts }: Shell): void {
  const count = (status: Outcome['status']): number =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const [signed, failed, left] = [count('signed'), count('failed'), count('not-begun')];
  if (outcomes.length > 1) {
    out.line();
    out.line(texts.sign.summary(signed, outcomes.length, failed, left), { tone: 'strong' });
  } else if (signed > 0) out.line(texts.sign.untouched);
}

export function printJson(
  outcomes: readonly Outcome[],
  opened: OpenKey | null,
  shell: Shell,
): void {
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
      error: error === null ? null : explain(error, shell),
    })),
  );
}

/** 1 kB is 1,000 bytes. */
function sizeText(bytes: number, language: 'id' | 'en'): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const say = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  if (bytes < 1_000_000) return `${say(bytes / 1000, 0)} kB`;
  return `${say(bytes / 1_000_000, 1)} MB`;
}
