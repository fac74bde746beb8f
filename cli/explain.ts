// From an error to words: the sentence of its code, and what to type instead where the command line can
// help. Used for people and in JSON alike.
import type { ErrorCode } from '../core/domain/error-code.ts';
import { errorSentence } from '../core/domain/messages/sentence.ts';
import type { PenaError } from '../core/domain/pena-error.ts';
import type { Shell } from './shell.ts';
import { UsageError } from './usage-error.ts';

export interface Explanation {
  readonly code: ErrorCode;
  readonly text: string;
}

export function explain(
  error: PenaError,
  { language, zone, texts }: Pick<Shell, 'language' | 'zone' | 'texts'>,
): Explanation {
  const { code, params } = error;
  if (error instanceof UsageError) {
    return { code, text: texts.usage[error.key](error.subject, error.meant) };
  }
  const hint = texts.hints[code];
  const sentence = errorSentence(code, params, language, zone);
  return { code, text: hint === undefined ? sentence : `${sentence} ${hint}` };
}

/** A complaint on standard error: what about, the sentence, and the code for the help desk. */
export function complain(error: PenaError, shell: Shell, about: string | null = null): void {
  const { code, text } = explain(error, shell);
  const { err, texts } = shell;
  if (about !== null) err.line(about, { tone: 'bad' });
  const indent = about === null ? 0 : 2;
  err.line(text, { indent });
  err.line(`${texts.code}: ${code}`, { tone: 'dim', indent });
}
