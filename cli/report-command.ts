// `pena report` as commander reads it: the options of `pena verify` that say how to judge, and where to write.
import type { Command } from 'commander';
import type { ReportOptions } from './commands/report.ts';
import type { Shell } from './shell.ts';
import { reportTexts } from './texts/report.ts';

/** @param done takes the exit code */
export function addReportCommand(
  program: Command,
  shell: Shell,
  version: string,
  done: (exitCode: number) => void,
): void {
  const texts = reportTexts(shell.language);
  const { help } = shell.texts;
  program
    .command('report')
    .usage(texts.usage)
    .description(texts.description)
    .argument('<path...>', help.verify.file)
    .requiredOption('--out <path>', texts.out)
    .option('--format <pdf|xml|json>', texts.format)
    .option('--trust <path>', help.trust, collect)
    .option('--policy <path>', help.verify.policy)
    .option('--at <time>', help.verify.at)
    .option('--offline', help.verify.offline)
    .option('--password-stdin', help.passwordStdin)
    .option('--password-fd <n>', help.passwordFd)
    .option('--overwrite', texts.overwrite)
    .action(async (paths: string[], options: ReportOptions) => {
      done(await (await import('./commands/report.ts')).report(paths, options, shell, version));
    });
}

function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}
