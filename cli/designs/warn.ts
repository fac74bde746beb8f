// Names the designs that were skipped, so that nobody wonders where one is.
import type { DesignProblem } from '../../native/files/design-file.ts';
import type { Shell } from '../shell.ts';
import { signingTexts } from '../texts/signing.ts';

export function warnOfDesigns(problems: readonly DesignProblem[], { err, language }: Shell): void {
  const texts = signingTexts(language);
  for (const { file, problem } of problems) {
    err.line(texts.designSkipped(file, problem), { tone: 'warn' });
  }
}
