// `pena ra` as commander reads it.
import type { Command } from 'commander';
import { addApplicationCommands } from './application-commands.ts';
import type {
  AcceptOptions,
  ListOptions,
  OpenOptions,
  RejectOptions,
  ShowOptions,
} from './commands/registration.ts';
import type { IncidentOptions } from './commands/registration-incident.ts';
import type { ServeOptions } from './registration/serve.ts';
import type { Shell } from './shell.ts';
import { lostTexts } from './texts/lost.ts';
import { registrationTexts } from './texts/registration.ts';

/** @param done takes the exit code */
export function addRegistrationCommands(
  program: Command,
  shell: Shell,
  version: string,
  done: (exitCode: number) => void,
): void {
  const texts = registrationTexts(shell.language);
  const { options: help } = texts;
  const load = () => import('./commands/registration.ts');
  const desk = program.command('ra').description(texts.description);
  const kept = (command: Command): Command =>
    command
      .requiredOption('--store <path>', help.store)
      .requiredOption('--desk-file <path>', help.deskFile);
  kept(desk.command('serve').description(texts.serve))
    .requiredOption('--token-file <path>', help.tokenFile)
    .requiredOption('--tls-cert <path>', help.tlsCert)
    .requiredOption('--tls-key <path>', help.tlsKey)
    .requiredOption('--p12 <path>', help.p12)
    .option('--host <address>', help.host)
    .option('--port <n>', help.port)
    .option('--pin-stdin', help.pinStdin)
    .option('--pin-fd <n>', help.pinFd)
    .action(async (options: ServeOptions) => {
      done(await (await import('./registration/serve.ts')).serveReports(options, shell));
    });
  kept(desk.command('list').description(texts.list))
    .option('--json', help.json)
    .action(async (options: ListOptions) => {
      done(await (await load()).listCases(options, shell));
    });
  kept(desk.command('show <case>').description(texts.show))
    .option('--full', help.full)
    .option('--out <folder>', help.out)
    .option('--json', help.json)
    .action(async (id: string, options: ShowOptions) => {
      done(await (await load()).showCase(id, options, shell));
    });
  kept(desk.command('accept <case>').description(texts.accept))
    .option('--reason <text>', help.reason)
    .action(async (id: string, options: AcceptOptions) => {
      done(await (await load()).acceptCase(id, options, shell));
    });
  kept(desk.command('reject <case>').description(texts.reject))
    .requiredOption('--reason <text>', help.reason)
    .action(async (id: string, options: RejectOptions) => {
      done(await (await load()).rejectCase(id, options, shell));
    });
  const letters = lostTexts(shell.language);
  kept(desk.command('incident <case>').description(texts.incident))
    .requiredOption('--out <file>', letters.letterOut)
    .option('--data <file>', texts.options.incidentData)
    .option('--templates <folder>', letters.templates)
    .option('--json', help.json)
    .action(async (id: string, options: IncidentOptions) => {
      const { reportIncident } = await import('./commands/registration-incident.ts');
      done(await reportIncident(id, options, shell, version));
    });
  addApplicationCommands(desk, kept, shell, done);
  desk
    .command('open <file>')
    .description(texts.open)
    .option('--full', help.full)
    .option('--out <folder>', help.out)
    .option('--json', help.json)
    .action(async (file: string, options: OpenOptions) => {
      done(await (await load()).openReport(file, options, shell));
    });
}
