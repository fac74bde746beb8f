// `pena lost done|remind`: what a person says was done outside of this program, and what still has to be done.
import { formatDate } from '../../core/domain/local-time.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { LostKeyCase } from '../../core/lifecycle/lost-key/case.ts';
import { followed } from '../../core/lifecycle/lost-key/follow.ts';
import { readCase } from '../../core/lifecycle/lost-key/read-case.ts';
import { remindersFor } from '../../core/lifecycle/lost-key/remind.ts';
import { tellDone, TOLD_DONE } from '../../core/lifecycle/lost-key/told-done.ts';
import { effectiveSettings } from '../../native/settings/effective-settings.ts';
import { EXIT } from '../exit-codes.ts';
import { withCases } from '../lost/open.ts';
import { show } from '../lost/show.ts';
import { termsOf } from '../lost/terms.ts';
import type { Shell } from '../shell.ts';
import { lostTexts } from '../texts/lost.ts';
import type { StatusOptions } from './lost.ts';

export interface DoneOptions extends StatusOptions {
  readonly at?: string;
  readonly reference?: string;
}

/** @returns as `pena lost status`. @throws {PenaError} CASE_*, FILE_* */
export async function lostDone(
  id: string,
  what: string,
  options: DoneOptions,
  shell: Shell,
): Promise<number> {
  const done = TOLD_DONE.find((one) => one === what);
  if (done === undefined) throw new PenaError('CASE_DATA_INVALID', { field: what.slice(0, 40) });
  const now = new Date();
  const at = new Date(options.at ?? now);
  if (Number.isNaN(at.getTime())) throw new PenaError('CASE_DATA_INVALID', { field: '--at' });
  const settings = await effectiveSettings();
  return withCases(options, shell, async ({ cases, outbox }) => {
    const reference = options.reference ?? '';
    const told = { what: done, at: at.toISOString(), reference };
    const lost = await tellDone(id, told, cases, now);
    return show([await followed(lost, outbox)], options, shell, termsOf(settings));
  });
}

/** Quiet where nothing is owed: for whoever runs it every morning. @returns 0, or 2 where something is owed */
export async function lostRemind(options: StatusOptions, shell: Shell): Promise<number> {
  const settings = await effectiveSettings();
  return withCases(options, shell, async ({ cases, outbox }) => {
    const all: LostKeyCase[] = [];
    for (const id of await cases.ids()) all.push(await followed(await readCase(cases, id), outbox));
    const reminders = remindersFor(all, termsOf(settings), new Date());
    if (options.json === true) shell.out.json(reminders);
    else {
      const texts = lostTexts(shell.language);
      for (const { caseId, certificate, owed, days } of reminders) {
        const late = owed.some(({ overdue }) => overdue);
        shell.out.line(texts.owedSince(certificate, days), { tone: late ? 'bad' : 'warn' });
        const rows = owed.map(({ debt, article, until, overdue }) => {
          const when = until === null ? texts.soon : formatDate(until, shell.zone, shell.language);
          return `${texts.debts[debt]} (Pasal ${article}; ${overdue ? texts.overdue(when) : when})`;
        });
        shell.out.facts(
          [
            { name: texts.caseName, value: caseId },
            { name: texts.owedName, value: rows },
          ],
          2,
        );
      }
    }
    return reminders.length === 0 ? EXIT.ok : EXIT.indeterminate;
  });
}
