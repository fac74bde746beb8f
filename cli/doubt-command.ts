// `pena lost doubt` as commander reads it.
import type { Command } from 'commander';
import type { DoubtOptions } from './commands/lost-doubt.ts';
import type { Shell } from './shell.ts';
import { doubtTexts } from './texts/doubt.ts';
import { lostTexts } from './texts/lost.ts';

/** @param keyed adds the options of commands that open the cases */
export function addDoubtCommand(
  lost: Command,
  keyed: (command: Command) => Command,
  shell: Shell,
  version: string,
  done: (exitCode: number) => void,
): void {
  const texts = doubtTexts(shell.language);
  const collect = (value: string, earlier: string[] | undefined): string[] => [
    ...(earlier ?? []),
    value,
  ];
  keyed(lost.command('doubt <id> [paths...]').description(texts.doubt))
    .option('--trust <path>', texts.trust, collect)
    .option('--csv <path>', texts.csv)
    .option('--pdf <path>', texts.pdf)
    .option('--overwrite', texts.overwrite)
    .option('--attach', texts.attach)
    .option('--journal <folder>', lostTexts(shell.language).journal)
    .action(async (id: string, paths: string[], options: DoubtOptions) => {
      const { lostDoubt } = await import('./commands/lost-doubt.ts');
      done(await lostDoubt(id, paths, options, shell, version));
    });
}
