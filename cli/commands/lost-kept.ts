// `pena lost kept`: which personal data this computer keeps, why, and how it is deleted.
import { keptData } from '../../core/domain/messages/kept-data.ts';
import { EXIT } from '../exit-codes.ts';
import type { Shell } from '../shell.ts';
import { lostTexts } from '../texts/lost.ts';

/** @returns 0 */
export function lostKept({ json }: { readonly json?: boolean }, { out, language }: Shell): number {
  const rows = keptData(language);
  if (json === true) {
    out.json(rows);
    return EXIT.ok;
  }
  const texts = lostTexts(language);
  for (const { what, where, why, removed } of rows) {
    out.line(what, { tone: 'strong' });
    out.facts(
      [
        { name: texts.keptWhere, value: where },
        { name: texts.keptWhy, value: why },
        { name: texts.keptRemoved, value: removed },
      ],
      2,
    );
  }
  return EXIT.ok;
}
