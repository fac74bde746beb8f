// The commands and options of `pena`, as commander reads them. What they do is loaded when it is asked for.
import { Command, CommanderError } from 'commander';
import type { SignOptions } from './sign/options.ts';
import type { TokensOptions } from './commands/tokens.ts';
import type { VerifyOptions } from './commands/verify.ts';
import { addOfficeCommands } from './office-commands.ts';
import type { Shell } from './shell.ts';
import type { Texts } from './texts/id.ts';
import { UsageError, type UsageKey } from './usage-error.ts';

/** @returns the exit code; @throws {PenaError} USAGE and what the commands throw */
export async function runCommandLine(
  argv: readonly string[],
  shell: Shell,
  version: string,
): Promise<number> {
  let exitCode = 0;
  const program = describeCommands(shell.texts, version, {
    tokens: async (options) => {
      exitCode = await (await import('./commands/tokens.ts')).tokens(options, shell);
    },
    sign: async (files, options) => {
      exitCode = await (await import('./commands/sign.ts')).sign(files, options, shell);
    },
    verify: async (files, options) => {
      exitCode = await (await import('./commands/verify.ts')).verify(files, options, shell);
    },
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => shell.out.raw(text),
      writeErr: (text) => shell.err.raw(text),
      // Said by us, in the reader's language, and without repeating values.
      outputError: () => undefined,
    });
  }
  addOfficeCommands(program, shell, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    // Help and version end here too.
    if (thrown.exitCode === 0) return 0;
    if (thrown.code === 'commander.help') return 64;
    throw usageErrorOf(thrown);
  }
  return exitCode;
}

interface Actions {
  readonly tokens: (options: TokensOptions) => Promise<void>;
  readonly sign: (files: string[], options: SignOptions) => Promise<void>;
  readonly verify: (files: string[], options: VerifyOptions) => Promise<void>;
}

function describeCommands({ help }: Texts, version: string, actions: Actions): Command {
  const program = new Command('pena')
    .usage(help.usage)
    .description(help.description)
    .version(version, '-V, --version', help.version)
    // Taken out of the arguments before (language.ts); here so that the help shows it.
    .option('--lang <id|en>', help.lang)
    .helpCommand('help [command]', help.helpCommand)
    .addHelpText('after', help.root);
  const command = (name: 'tokens' | 'sign' | 'verify'): Command =>
    program
      .command(name)
      .usage(help[name].usage)
      .description(help[name].description)
      .addHelpText('after', help[name].after);

  command('tokens')
    .option('--module <path>', help.tokens.module, collect)
    .option('--json', help.json)
    .action(actions.tokens);

  command('sign')
    .argument('<file...>', help.sign.file)
    .requiredOption('--out <path>', help.sign.out)
    .option('--overwrite', help.sign.overwrite)
    .option('--module <path>', help.sign.module)
    .option('--token <label|serial>', help.sign.token)
    .option('--cert <sha256|label>', help.sign.cert)
    .option('--p12 <path>', help.sign.p12)
    .option('--field <name>', help.sign.field)
    .option('--page <n|last>', help.sign.page)
    .option('--rect <x,y,w,h>', help.sign.rect)
    .option('--text <text>', help.sign.text, collect)
    .option('--zone <zone>', help.sign.zone)
    .option('--qr <text>', help.sign.qr)
    .option('--reason <text>', help.sign.reason)
    .option('--location <text>', help.sign.location)
    .option('--pin-stdin', help.sign.pinStdin)
    .option('--pin-fd <n>', help.sign.pinFd)
    .option('--last-try', help.sign.lastTry)
    .option('--password-stdin', help.sign.passwordStdin)
    .option('--password-fd <n>', help.sign.passwordFd)
    .option('--json', help.json)
    .action(actions.sign);

  command('verify')
    .argument('<file...>', help.verify.file)
    .option('--trust <path>', help.verify.trust, collect)
    .option('--at <time>', help.verify.at)
    .option('--offline', help.verify.offline)
    .option('--password-stdin', help.verify.passwordStdin)
    .option('--json', help.json)
    .action(actions.verify);

  for (const one of [program, ...program.commands]) {
    one
      .helpOption('-h, --help', help.help)
      .configureHelp({
        showGlobalOptions: one !== program,
        styleTitle: (title) => help.titles[title] ?? title,
        subcommandTerm: (command) => command.name(),
      })
      .showSuggestionAfterError(false);
  }
  return program;
}

function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}

const USAGE_KEYS: Readonly<Record<string, UsageKey>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.optionMissingArgument': 'optionArgument',
  'commander.missingMandatoryOptionValue': 'missingOption',
  'commander.excessArguments': 'tooManyArguments',
};

/**
 * Commander's messages hold the option between quotes, and with it whatever was typed: "--x=482915",
 * "-x482915". Only the name goes on.
 */
function usageErrorOf({ code, message }: CommanderError): UsageError {
  const named = /'([^'=\s]*)/.exec(message)?.[1] ?? '';
  const subject = /^(--[a-z0-9-]+|-[a-z]|[a-z-]+)/i.exec(named)?.[0] ?? '';
  return new UsageError(USAGE_KEYS[code] ?? 'wrong', subject);
}
