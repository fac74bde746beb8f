// How cases are told in the terminal: the state in its own honest sentence, then what is owed and what is missing.
import type { LostKeyCase } from '../../core/lifecycle/lost-key/case.ts';
import { gapsOfPapers } from '../../core/lifecycle/lost-key/gaps.ts';
import { type Delivery, deliveriesOf } from '../../core/lifecycle/lost-key/deliveries.ts';
import { type OfficeTerms, owedBy } from '../../core/lifecycle/lost-key/owed.ts';
import { stateOf } from '../../core/lifecycle/lost-key/state.ts';
import { formatDate, formatDateTime } from '../../core/domain/local-time.ts';
import { EXIT } from '../exit-codes.ts';
import type { Shell } from '../shell.ts';
import { lostTexts } from '../texts/lost.ts';
import { isTaken, type LetterRow, printLetters } from './show-letters.ts';

/**
 * @param letters of the same outbox; an array of JSON has them after the cases
 * @returns 0 where nothing is open, 2 otherwise
 */
export function show(
  cases: readonly LostKeyCase[],
  { json }: { readonly json?: boolean },
  shell: Shell,
  terms: OfficeTerms = {},
  letters: readonly LetterRow[] = [],
): number {
  const rows = cases.map((lost) => ({
    ...{ lost, state: stateOf(lost), owed: owedBy(lost, terms), messages: deliveriesOf(lost) },
    gaps: stateOf(lost) === 'withdrawn' ? [] : gapsOfPapers(lost),
  }));
  if (json === true) {
    const told = rows.map((row) => ({ ...row, lost: publicPart(row.lost) }));
    shell.out.json([...told, ...letters]);
  } else {
    const texts = lostTexts(shell.language);
    if (rows.length + letters.length === 0) shell.out.line(texts.none);
    for (const { lost, state, owed, gaps, messages } of rows) {
      const until = (time: string | null): string =>
        time === null ? texts.soon : formatDate(time, shell.zone, shell.language);
      shell.out.line(texts.states[state], { tone: state === 'revoked' ? 'ok' : 'warn' });
      shell.out.facts(
        [
          { name: texts.caseName, value: lost.id },
          {
            name: texts.certificateName,
            value: lost.certificate.subject ?? lost.certificate.serial,
          },
          { name: texts.messagesName, value: messages.map((one) => messageLine(one, shell)) },
          {
            name: texts.owedName,
            value: owed.map(
              ({ debt, article, until: time }) =>
                `${texts.debts[debt]} (Pasal ${article}; ${until(time)})`,
            ),
          },
          { name: texts.gapName, value: gaps.map((gap) => texts.gaps[gap]) },
        ].filter(({ value }) => value.length > 0),
        2,
      );
    }
    printLetters(letters, shell);
  }
  const open = rows.some(({ state, owed }) => state !== 'withdrawn' && owed.length > 0);
  const undone = rows.some(({ state }) => !['revoked', 'withdrawn'].includes(state));
  return open || undone || !letters.every(isTaken) ? EXIT.indeterminate : EXIT.ok;
}

/** Each message's own way: a first report that was accepted says nothing of papers that still wait. */
function messageLine({ papers, state, by }: Delivery, { zone, language }: Shell): string {
  const texts = lostTexts(language);
  const what = papers.length === 0 ? texts.firstReport : texts.papersReport(papers.length);
  const told = texts.deliveries[state];
  if (by === null) return `${what}: ${told}`;
  return `${what}: ${told} (${texts.ways[by.channel]}, ${formatDateTime(by.at, zone, language)})`;
}

/** For programs and for terminals, whose lines are kept: without NIK, scans and narrative. */
function publicPart({ id, openedAt, reportedBy, certificate, ground, events }: LostKeyCase) {
  return { id, openedAt, reportedBy, certificate, ground, events };
}
