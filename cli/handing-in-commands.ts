// `pena application send|status` as commander reads them: the applicant's side; the desk's is `pena ra application`.
import type { Command } from 'commander';
import type { HandInOptions } from './commands/application-send.ts';
import { withServers } from './sending-commands.ts';
import type { Shell } from './shell.ts';
import { handingInTexts } from './texts/handing-in.ts';
import { lostTexts } from './texts/lost.ts';

/** @param done takes the exit code */
export function addHandingInCommands(
  program: Command,
  shell: Shell,
  done: (exitCode: number) => void,
): void {
  const texts = handingInTexts(shell.language);
  const words = lostTexts(shell.language);
  const load = () => import('./commands/application-send.ts');
  const application = program.command('application').description(texts.description);
  const sending = (command: Command): Command =>
    withServers(command, words)
      .option('--token-fd <n>', words.tokenFd)
      .option('--smtp-password-fd <n>', words.smtpPasswordFd)
      .option('--by <ways>', words.onlyBy)
      .option('--json', texts.json);
  sending(application.command('send <file>').description(texts.send))
    .option('--package <folder>', words.package)
    .option('--p12 <path>', words.p12)
    .option('--key-cert <name>', words.keyCert)
    .option('--pin-stdin', words.pinStdin)
    .option('--pin-fd <n>', words.pinFd)
    .action(async (file: string, options: HandInOptions) => {
      done(await (await load()).sendApplication(file, options, shell));
    });
  sending(application.command('status <file>').description(texts.status)).action(
    async (file: string, options: HandInOptions) => {
      done(await (await load()).askApplication(file, options, shell));
    },
  );
}
