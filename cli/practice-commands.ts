// `pena practice` as commander reads it.
import type { Command } from 'commander';
import type { Shell } from './shell.ts';
import { practiceTexts } from './texts/practice.ts';

/** @param done takes the exit code */
export function addPracticeCommands(
  program: Command,
  shell: Shell,
  done: (exitCode: number) => void,
): void {
  const texts = practiceTexts(shell.language);
  const load = () => import('./commands/practice.ts');
  const practice = program.command('practice').description(texts.description);
  practice.addHelpText('after', texts.after);
  practice
    .command('start')
    .description(texts.start)
    .action(async () => {
      done(await (await load()).practiceStart(shell));
    });
  practice
    .command('status')
    .description(texts.status)
    .action(async () => {
      done(await (await load()).practiceStatus(shell));
    });
  practice
    .command('reset')
    .description(texts.reset)
    .action(async () => {
      done(await (await load()).practiceReset(shell));
    });
}
