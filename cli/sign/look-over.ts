// What is found in a document before it is signed, and what is said of it.
import type { JudgedFinding, PreflightPolicy } from '../../core/domain/preflight.ts';
import { preflightSentence } from '../../core/domain/messages/sentence.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { inspectDocument } from '../../core/pdf/preflight/inspect.ts';
import { PdfReader } from '../../core/pdf/reader.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import type { Shell } from '../shell.ts';

/** @throws {PdfError} for a file of which nothing can be said */
export async function lookOver(
  source: ByteSource,
  password: Uint8Array | undefined,
  policy: PreflightPolicy,
): Promise<readonly JudgedFinding[]> {
  const reader = await PdfReader.open(source, { password });
  return (await inspectDocument(reader, policy)).findings;
}

/** Why it is not signed, unless somebody accepts what was found; null where nothing is that grave. */
export function refusalOf(findings: readonly JudgedFinding[]): PenaError | null {
  const refusals = findings.filter(({ severity }) => severity === 'refusal');
  if (refusals.length === 0) return null;
  const codes = refusals.map(({ code }) => code).join(', ');
  return new PenaError('PREFLIGHT_REFUSED', { findings: codes });
}

/** What a signer should know, on standard error: the result is something else. */
export function warnOf(file: string, findings: readonly JudgedFinding[], shell: Shell): void {
  const told = findings.filter(({ severity }) => severity !== 'info');
  if (told.length === 0) return;
  const { err, texts } = shell;
  err.line(texts.findings.warning(file), { tone: 'warn' });
  err.facts(
    told.map((finding) => findingFact(finding, shell)),
    2,
  );
}

export function findingFact(
  { code, params, severity }: JudgedFinding,
  { texts, language }: Pick<Shell, 'texts' | 'language'>,
) {
  return {
    name: `[${texts.findings.severities[severity]}]`,
    value: `${preflightSentence(code, params, language)} (${code})`,
    tone: TONES[severity],
  };
}

const TONES = { info: 'dim', warning: 'warn', refusal: 'bad' } as const;

export function findingJson(
  { code, params, severity }: JudgedFinding,
  { language }: Pick<Shell, 'language'>,
): object {
  return { code, severity, text: preflightSentence(code, params, language), params };
}
