// `pena lost send|secret|done|remind` as commander reads them.
import type { Command } from 'commander';
import type { StatusOptions } from './commands/lost.ts';
import type { DoneOptions } from './commands/lost-done.ts';
import type { SecretOptions } from './commands/lost-secret.ts';
import type { SendOptions } from './commands/lost-send.ts';
import type { Shell } from './shell.ts';
import { lostTexts } from './texts/lost.ts';

/** Where the authority is, in place of the office's policy. */
export function withServers(command: Command, texts: ReturnType<typeof lostTexts>): Command {
  return command
    .option('--https <url>', texts.https)
    .option('--ca <path>', texts.ca)
    .option('--receipts <path>', texts.receipts)
    .option('--cmp <url>', texts.cmp)
    .option('--cmp-ca <path>', texts.cmpCa)
    .option('--cmp-signers <path>', texts.cmpSigners)
    .option('--cmp-reference <name>', texts.cmpReference)
    .option('--smtp <server>', texts.smtp)
    .option('--smtp-tls <kind>', texts.smtpTls)
    .option('--smtp-ca <path>', texts.smtpCa)
    .option('--smtp-user <name>', texts.smtpUser)
    .option('--to <address>', texts.to)
    .option('--from <address>', texts.from);
}

/** @param keyed adds the options of whatever reads cases; @param done takes the exit code */
export function addSendingCommands(
  lost: Command,
  keyed: (command: Command) => Command,
  shell: Shell,
  done: (exitCode: number) => void,
): void {
  const texts = lostTexts(shell.language);
  const servers = (command: Command): Command => withServers(command, texts);
  servers(keyed(lost.command('send').description(texts.send)))
    .option('--token-fd <n>', texts.tokenFd)
    .option('--cmp-secret-fd <n>', texts.cmpSecretFd)
    .option('--smtp-password-fd <n>', texts.smtpPasswordFd)
    .option('--package <folder>', texts.package)
    .option('--eml <folder>', texts.eml)
    .option('--by <ways>', texts.onlyBy)
    .option('--p12 <path>', texts.p12)
    .option('--key-cert <name>', texts.keyCert)
    .option('--pin-stdin', texts.pinStdin)
    .option('--pin-fd <n>', texts.pinFd)
    .action(async (options: SendOptions) => {
      done(await (await import('./commands/lost-send.ts')).lostSend(options, shell));
    });
  servers(lost.command('secret <way>').description(texts.secret))
    .option('--secret-fd <n>', texts.secretFd)
    .option('--delete', texts.secretDelete)
    .option('--journal <folder>', texts.journal)
    .action(async (way: string, options: SecretOptions) => {
      done(await (await import('./commands/lost-secret.ts')).lostSecret(way, options, shell));
    });
  keyed(lost.command('done <id> <what>').description(texts.done))
    .option('--at <time>', texts.doneAt)
    .option('--reference <text>', texts.doneReference)
    .action(async (id: string, what: string, options: DoneOptions) => {
      done(await (await import('./commands/lost-done.ts')).lostDone(id, what, options, shell));
    });
  keyed(lost.command('remind').description(texts.remind)).action(async (options: StatusOptions) => {
    done(await (await import('./commands/lost-done.ts')).lostRemind(options, shell));
  });
}
