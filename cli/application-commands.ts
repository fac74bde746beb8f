// `pena ra application` as commander reads it.
import type { Command } from 'commander';
import type {
  CheckOptions,
  DecideOptions,
  ShowApplicationOptions,
  TakeOptions,
} from './commands/registration-applications.ts';
import type { Shell } from './shell.ts';
import { applicationTexts } from './texts/applications.ts';
import { registrationTexts } from './texts/registration.ts';

/** @param kept adds what a command needs that opens the desk's file; @param done takes the exit code */
export function addApplicationCommands(
  desk: Command,
  kept: (command: Command) => Command,
  shell: Shell,
  done: (exitCode: number) => void,
): void {
  const texts = applicationTexts(shell.language);
  const { options: help } = registrationTexts(shell.language);
  const load = () => import('./commands/registration-applications.ts');
  const application = desk.command('application').description(texts.description);
  const shown = (command: Command): Command =>
    command.option('--full', help.full).option('--json', help.json);
  shown(application.command('check <file>').description(texts.check)).action(
    async (file: string, options: CheckOptions) => {
      done(await (await load()).checkApplication(file, options, shell));
    },
  );
  shown(kept(application.command('take <file>').description(texts.take))).action(
    async (file: string, options: TakeOptions) => {
      done(await (await load()).takeIn(file, options, shell));
    },
  );
  shown(kept(application.command('list').description(texts.list))).action(
    async (options: TakeOptions) => {
      done(await (await load()).listApplications(options, shell));
    },
  );
  shown(kept(application.command('show <id>').description(texts.show)))
    .option('--out <folder>', help.out)
    .action(async (id: string, options: ShowApplicationOptions) => {
      done(await (await load()).showApplication(id, options, shell));
    });
  kept(application.command('accept <id>').description(texts.accept))
    .option('--reason <text>', help.reason)
    .action(async (id: string, options: DecideOptions) => {
      done(await (await load()).decide(id, 'accepted', options, shell));
    });
  kept(application.command('reject <id>').description(texts.reject))
    .requiredOption('--reason <text>', help.reason)
    .action(async (id: string, options: DecideOptions) => {
      done(await (await load()).decide(id, 'rejected', options, shell));
    });
}
