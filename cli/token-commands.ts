// `pena token` as commander reads it.
import type { Command } from 'commander';
import type { PinSetOptions, PinShowOptions } from './commands/token-pin.ts';
import type { Shell } from './shell.ts';
import { addTokenKeyCommands } from './token-key-commands.ts';
import { tokenKeyTexts } from './texts/token-keys.ts';
import { tokenPinTexts } from './texts/token-pin.ts';

/** @param done takes the exit code */
export function addTokenCommands(
  program: Command,
  shell: Shell,
  done: (exitCode: number) => void,
): void {
  const texts = tokenPinTexts(shell.language);
  const load = () => import('./commands/token-pin.ts');
  const token = program.command('token').description(tokenKeyTexts(shell.language).token);
  const pin = token.command('pin').description(texts.description);
  addTokenKeyCommands(token, shell, done);
  const placed = (command: Command): Command =>
    command.option('--module <path>', texts.module).option('--token <label|serial>', texts.token);
  placed(pin.command('show').description(texts.show))
    .option('--json', texts.json)
    .action(async (options: PinShowOptions) => {
      done(await (await load()).tokenPinShow(options, shell));
    });
  for (const kind of ['change', 'unblock'] as const) {
    placed(pin.command(kind).description(texts[kind]))
      .option('--pin-stdin', texts.pinStdin)
      .option('--pin-fd <n>', texts.pinFd)
      .option('--new-pin-fd <n>', texts.newPinFd)
      .option('--last-try', texts.lastTry)
      .action(async (options: PinSetOptions) => {
        done(await (await load()).tokenPinSet(kind, options, shell));
      });
  }
}
