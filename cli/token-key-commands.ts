// `pena token keys|request|import|remove-key` as commander reads them.
import type { Command } from 'commander';
import type {
  RemoveKeyOptions,
  TokenImportOptions,
  TokenKeysOptions,
} from './commands/token-keys.ts';
import type { TokenRequestOptions } from './commands/token-request.ts';
import type { Shell } from './shell.ts';
import { tokenKeyTexts } from './texts/token-keys.ts';

/** @param done takes the exit code */
export function addTokenKeyCommands(
  token: Command,
  shell: Shell,
  done: (exitCode: number) => void,
): void {
  const texts = tokenKeyTexts(shell.language);
  const load = () => import('./commands/token-keys.ts');
  const placed = (command: Command): Command =>
    command
      .option('--module <path>', texts.module)
      .option('--token <label|serial>', texts.tokenName);
  const pinned = (command: Command): Command =>
    placed(command)
      .option('--pin-stdin', texts.pinStdin)
      .option('--pin-fd <n>', texts.pinFd)
      .option('--last-try', texts.lastTry);
  placed(token.command('keys').description(texts.keys))
    .option('--json', texts.json)
    .action(async (options: TokenKeysOptions) => {
      done(await (await load()).tokenKeys(options, shell));
    });
  const request = token
    .command('request')
    .description(texts.request)
    .requiredOption('--out <path>', texts.out)
    .option('--type <type>', texts.type)
    .option('--use <use>', texts.use, collect)
    .option('--kind <kind>', texts.kind)
    .option('--key <id>', texts.key)
    .option('--name <name>', texts.name)
    .option('--organisation <name>', texts.organisation)
    .option('--unit <name>', texts.unit)
    .option('--position <name>', texts.position)
    .option('--locality <name>', texts.locality)
    .option('--province <name>', texts.province)
    .option('--country <code>', texts.country)
    .option('--email <address>', texts.email)
    .option('--dns <name>', texts.dns, collect)
    .option('--ip <address>', texts.ip, collect)
    .option('--data <path>', texts.data);
  pinned(request)
    .option('--json', texts.json)
    .action(async (options: TokenRequestOptions) => {
      const { tokenRequest } = await import('./commands/token-request.ts');
      done(await tokenRequest(options, shell));
    });
  pinned(token.command('import <file...>').description(texts.import))
    .option('--chain', texts.chain)
    .option('--replace', texts.replace)
    .option('--json', texts.json)
    .action(async (files: string[], options: TokenImportOptions) => {
      done(await (await load()).tokenImport(files, options, shell));
    });
  pinned(token.command('remove-key <id>').description(texts.removeKey))
    .option('--forever', texts.forever)
    .action(async (id: string, options: RemoveKeyOptions) => {
      done(await (await load()).tokenRemoveKey(id, options, shell));
    });
}

function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}
