// From arguments to a command: what it does is loaded when it is asked for, and what commander complains of
// is said in our words.
import { CommanderError } from 'commander';
import { addCertificateCommands } from './certificate-commands.ts';
import { describeCommands } from './describe-commands.ts';
import { addDoctorCommand } from './doctor-command.ts';
import { addLifecycleCommands } from './lifecycle-commands.ts';
import { addHandingInCommands } from './handing-in-commands.ts';
import { addOfficeCommands } from './office-commands.ts';
import { addPracticeCommands } from './practice-commands.ts';
import { addRegistrationCommands } from './registration-commands.ts';
import { addReportCommand } from './report-command.ts';
import { addSecretCommands } from './secret-commands.ts';
import type { Shell } from './shell.ts';
import { addTokenCommands } from './token-commands.ts';
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
    extend: async (files, options) => {
      exitCode = await (await import('./commands/extend.ts')).extend(files, options, shell);
    },
    timestamp: async (files, options) => {
      exitCode = await (await import('./commands/extend.ts')).timestamp(files, options, shell);
    },
    inspect: async (files, options) => {
      exitCode = await (await import('./commands/inspect.ts')).inspect(files, options, shell);
    },
    repair: async (file, options) => {
      exitCode = await (await import('./commands/repair.ts')).repair(file, options, shell);
    },
    extract: async (file, options) => {
      exitCode = await (await import('./commands/extract.ts')).extract(file, options, shell);
    },
    settings: async (options) => {
      exitCode = await (await import('./commands/settings.ts')).settings(options, shell);
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
  // Before any command reads a PIN or a password; `--help` needs none.
  program.hook('preAction', async () => {
    const { dropCoreDumps } = await import('../native/process/core-dumps.ts');
    await dropCoreDumps(process.pid);
  });
  addOfficeCommands(program, shell, (code) => {
    exitCode = code;
  });
  addSecretCommands(program, shell, (code) => {
    exitCode = code;
  });
  addTokenCommands(program, shell, (code) => {
    exitCode = code;
  });
  addDoctorCommand(program, shell, (code) => {
    exitCode = code;
  });
  addPracticeCommands(program, shell, (code) => {
    exitCode = code;
  });
  addRegistrationCommands(program, shell, version, (code) => {
    exitCode = code;
  });
  addHandingInCommands(program, shell, (code) => {
    exitCode = code;
  });
  addCertificateCommands(program, shell, (code) => {
    exitCode = code;
  });
  addLifecycleCommands(program, shell, version, (code) => {
    exitCode = code;
  });
  addReportCommand(program, shell, version, (code) => {
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
  const meant = /\n\(Did you mean (?:one of )?([a-z0-9, -]+)\?\)$/.exec(message)?.[1] ?? '';
  return new UsageError(USAGE_KEYS[code] ?? 'wrong', subject, meant);
}
