// `pena lost ask|acknowledge|acknowledged` as commander reads them.
import type { Command } from 'commander';
import type {
  AcknowledgedOptions,
  AcknowledgeOptions,
  AskOptions,
} from './commands/lost-acknowledge.ts';
import type { Shell } from './shell.ts';
import { acknowledgeTexts } from './texts/acknowledge.ts';
import { officeTexts } from './texts/office.ts';

/** @param keyed adds the options of commands that open the cases */
export function addAcknowledgeCommands(
  lost: Command,
  keyed: (command: Command) => Command,
  shell: Shell,
  done: (exitCode: number) => void,
): void {
  const texts = acknowledgeTexts(shell.language);
  const { help } = shell.texts;
  const key = officeTexts(shell.language).options;
  const load = () => import('./commands/lost-acknowledge.ts');
  const judged = (command: Command): Command =>
    command.option('--trust <path>', texts.trust, collect).option('--offline', help.verify.offline);
  keyed(lost.command('ask <id>').description(texts.ask))
    .requiredOption('--out <path>', texts.askOut)
    .action(async (id: string, options: AskOptions) => {
      done(await (await load()).lostAsk(id, options, shell));
    });
  judged(lost.command('acknowledge <file>').description(texts.acknowledge))
    .option('--letter <path>', texts.letter)
    .option('--out <path>', texts.answerOut)
    .option('--signed <path>', texts.signed)
    .option('--module <path>', key.module)
    .option('--token <label|serial>', key.token)
    .option('--cert <sha256|label>', help.sign.cert)
    .option('--p12 <path>', key.p12)
    .option('--pin-stdin', key.pinStdin)
    .option('--pin-fd <n>', key.pinFd)
    .option('--last-try', key.lastTry)
    .option('--allow-unchecked', help.sign.allowUnchecked)
    .option('--json', help.json)
    .action(async (file: string, options: AcknowledgeOptions) => {
      done(await (await load()).lostAcknowledge(file, options, shell));
    });
  keyed(judged(lost.command('acknowledged <id> <file>').description(texts.acknowledged))).action(
    async (id: string, file: string, options: AcknowledgedOptions) => {
      done(await (await load()).lostAcknowledged(id, file, options, shell));
    },
  );
}

function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}
