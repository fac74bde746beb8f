// `pena secrets` as commander reads it.
import type { Command } from 'commander';
import type { SecretSetOptions, SecretsOptions } from './commands/secrets.ts';
import type { Shell } from './shell.ts';
import { secretTexts } from './texts/secrets.ts';

/** @param done takes the exit code */
export function addSecretCommands(
  program: Command,
  shell: Shell,
  done: (exitCode: number) => void,
): void {
  const texts = secretTexts(shell.language);
  const load = () => import('./commands/secrets.ts');
  const secrets = program.command('secrets').description(texts.description);
  secrets
    .command('list')
    .description(texts.list)
    .option('--json', texts.json)
    .action(async (options: SecretsOptions) => {
      done(await (await load()).secretsList(options, shell));
    });
  secrets
    .command('set <tsa> <url>')
    .description(texts.set)
    .requiredOption('--user <name>', texts.user)
    .option('--password-stdin', texts.passwordStdin)
    .option('--password-fd <n>', texts.passwordFd)
    .action(async (kind: string, url: string, options: SecretSetOptions) => {
      done(await (await load()).secretsSet(kind, url, options, shell));
    });
  secrets
    .command('delete <name...>')
    .description(texts.delete)
    .action(async (names: string[]) => {
      done(await (await load()).secretsDelete(names, shell));
    });
  secrets
    .command('delete-all')
    .description(texts.deleteAll)
    .action(async () => {
      done(await (await load()).secretsDeleteAll(shell));
    });
}
