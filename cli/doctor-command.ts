// `pena doctor` as commander reads it.
import type { Command } from 'commander';
import type { DoctorOptions } from './commands/doctor.ts';
import type { Shell } from './shell.ts';
import { doctorTexts } from './texts/doctor.ts';

/** @param done takes the exit code */
export function addDoctorCommand(
  program: Command,
  shell: Shell,
  done: (exitCode: number) => void,
): void {
  const texts = doctorTexts(shell.language);
  program
    .command('doctor')
    .description(texts.description)
    .option('--module <path>', texts.module, collect)
    .option('--json', texts.json)
    .option('--report <path>', texts.report)
    .option('--overwrite', texts.overwrite)
    .action(async (options: DoctorOptions) => {
      done(await (await import('./commands/doctor.ts')).doctor(options, shell));
    });
}

function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}
