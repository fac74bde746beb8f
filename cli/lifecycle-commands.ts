// `pena lost` and `pena letter` as commander reads them.
import type { Command } from 'commander';
import type { LetterOptions } from './commands/letter.ts';
import type { PaperOptions, ReportLostOptions, StatusOptions } from './commands/lost.ts';
import type { DeleteOptions, WithdrawOptions } from './commands/lost-close.ts';
import { addAcknowledgeCommands } from './acknowledge-commands.ts';
import { addDoubtCommand } from './doubt-command.ts';
import { addSendingCommands } from './sending-commands.ts';
import type { Shell } from './shell.ts';
import { lostTexts } from './texts/lost.ts';

/** @param done takes the exit code */
export function addLifecycleCommands(
  program: Command,
  shell: Shell,
  version: string,
  done: (exitCode: number) => void,
): void {
  const texts = lostTexts(shell.language);
  const load = () => import('./commands/lost.ts');
  const close = () => import('./commands/lost-close.ts');
  const lost = program.command('lost').description(texts.lost);
  const keyed = (command: Command): Command =>
    command
      .option('--passphrase-stdin', texts.passphraseStdin)
      .option('--passphrase-fd <n>', texts.passphraseFd)
      .option('--json', texts.json);
  keyed(lost.command('report').description(texts.report))
    .option('--cert <sha256>', texts.cert)
    .option('--certificate <path>', texts.certificate)
    .option('--pdf <path>', texts.pdf)
    .option('--serial <hex>', texts.serial)
    .option('--issuer <name>', texts.issuer)
    .option('--issuer-certificate <path>', texts.issuerCertificate)
    .requiredOption('--ground <ground>', texts.ground)
    .requiredOption('--data <path>', texts.data)
    .option('--by <who>', texts.by)
    .option('--out <folder>', texts.out)
    .option('--journal <folder>', texts.journal)
    .action(async (options: ReportLostOptions) => {
      done(await (await load()).lostReport(options, shell, version));
    });
  keyed(lost.command('status [id]').description(texts.status)).action(
    async (id: string | undefined, options: StatusOptions) => {
      done(await (await load()).lostStatus(id, options, shell));
    },
  );
  addSendingCommands(lost, keyed, shell, done);
  lost
    .command('kept')
    .description(texts.kept)
    .option('--json', texts.json)
    .action(async (options: { json?: boolean }) => {
      done((await import('./commands/lost-kept.ts')).lostKept(options, shell));
    });
  addDoubtCommand(lost, keyed, shell, version, done);
  addAcknowledgeCommands(lost, keyed, shell, done);
  keyed(lost.command('paper <id> <file>').description(texts.paper))
    .requiredOption('--kind <kind>', texts.kind)
    .option('--agency <name>', texts.agency)
    .option('--number <number>', texts.number)
    .option('--date <date>', texts.date)
    .option('--signed', texts.signed)
    .option('--acknowledged', texts.acknowledged)
    .action(async (id: string, file: string, options: PaperOptions) => {
      done(await (await load()).lostPaper(id, file, options, shell));
    });
  keyed(lost.command('withdraw [id]').description(texts.withdraw))
    .requiredOption('--why <text>', texts.why)
    .option('--cert <sha256>', texts.withdrawCert)
    .option('--journal <folder>', texts.journal)
    .action(async (id: string | undefined, options: WithdrawOptions) => {
      done(await (await close()).lostWithdraw(id, options, shell));
    });
  keyed(lost.command('delete <id>').description(texts.delete))
    .option('--unsent', texts.unsent)
    .action(async (id: string, options: DeleteOptions) => {
      done(await (await close()).lostDelete(id, options, shell));
    });
  keyed(program.command('letter [name]').description(texts.letter))
    .option('--data <path>', texts.letterData)
    .option('--case <id>', texts.letterCase)
    .option('--out <path>', texts.letterOut)
    .option('--templates <folder>', texts.templates)
    .option('--enclosed <id>', texts.enclosed, collect)
    .action(async (name: string | undefined, options: LetterOptions) => {
      done(await (await import('./commands/letter.ts')).letter(name, options, shell, version));
    });
}

function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}
