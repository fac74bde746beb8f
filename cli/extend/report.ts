// What is said of the documents completed and not completed.
import type { ExtensionLevel } from '../../core/signing/extend-document.ts';
import { complain, explain } from '../explain.ts';
import type { Shell } from '../shell.ts';
import { sizeText } from '../size-text.ts';
import type { Extension } from './extend-files.ts';

export function printExtension(
  { job, result, error }: Extension,
  level: ExtensionLevel,
  shell: Shell,
): void {
  const { out, texts, language } = shell;
  const words = texts.extend;
  const failed = level === 'T' ? words.notStamped : words.failed;
  if (error !== null) complain(error, shell, failed(job.file));
  if (result === null) return;
  out.line(words.done[level](job.output), { tone: 'ok' });
  out.facts(
    [
      { name: texts.sign.document, value: job.file },
      { name: words.signatures, value: String(result.signatures) },
      { name: texts.sign.size, value: sizeText(result.size, language) },
    ],
    2,
  );
}

export function printExtensions(
  all: readonly Extension[],
  level: ExtensionLevel,
  { out, texts }: Shell,
): void {
  const summary = level === 'T' ? texts.extend.stamped : texts.extend.summary;
  const done = all.filter(({ status }) => status === 'extended').length;
  if (all.length > 1) {
    out.line();
    out.line(summary(done, all.length), { tone: 'strong' });
  } else if (done > 0) out.line(texts.sign.untouched);
}

export function extensionsJson(
  all: readonly Extension[],
  level: ExtensionLevel,
  shell: Shell,
): object[] {
  return all.map(({ job, status, result, error }) => ({
    ...{ file: job.file, output: job.output, status, level },
    size: result?.size ?? null,
    signatures: result?.signatures ?? null,
    error: error === null ? null : explain(error, shell),
  }));
}
