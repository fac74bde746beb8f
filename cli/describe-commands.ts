// The commands of `pena` with their options, as commander reads them; what they do is somebody else's.
import { Command } from 'commander';
import type { ExtendOptions, TimestampOptions } from './commands/extend.ts';
import type { ExtractOptions } from './commands/extract.ts';
import type { InspectOptions } from './commands/inspect.ts';
import type { RepairOptions } from './commands/repair.ts';
import type { SettingsOptions } from './commands/settings.ts';
import type { TokensOptions } from './commands/tokens.ts';
import type { VerifyOptions } from './commands/verify.ts';
import type { SignOptions } from './sign/options.ts';
import type { Texts } from './texts/id.ts';

type Several<Options> = (files: string[], options: Options) => Promise<void>;
type Single<Options> = (file: string, options: Options) => Promise<void>;
type None<Options> = (options: Options) => Promise<void>;

export interface Actions {
  readonly tokens: None<TokensOptions>;
  readonly sign: Several<SignOptions>;
  readonly verify: Several<VerifyOptions>;
  readonly extend: Several<ExtendOptions>;
  readonly timestamp: Several<TimestampOptions>;
  readonly inspect: Several<InspectOptions>;
  readonly repair: Single<RepairOptions>;
  readonly extract: Single<ExtractOptions>;
  readonly settings: None<SettingsOptions>;
}

type Help = Texts['help'];

export function describeCommands({ help }: Texts, version: string, actions: Actions): Command {
  const program = new Command('pena')
    .usage(help.usage)
    .description(help.description)
    .version(version, '-V, --version', help.version)
    // Taken out of the arguments before (language.ts); here so that the help shows it.
    .option('--lang <id|en>', help.lang)
    // The same (practice.ts).
    .option('--practice', help.practice)
    .helpCommand('help [command]', help.helpCommand)
    .addHelpText('after', help.root);
  const command = (name: keyof Actions): Command =>
    program
      .command(name)
      .usage(help[name].usage)
      .description(help[name].description)
      .addHelpText('after', help[name].after);

  command('tokens')
    .option('--module <path>', help.tokens.module, collect)
    .option('--json', help.json)
    .action(actions.tokens);
  describeSign(command('sign'), help).action(actions.sign);
  describeVerify(command('verify'), help).action(actions.verify);
  password(command('inspect').argument('<file...>', help.inspect.file), help)
    .option('--json', help.json)
    .action(actions.inspect);
  password(tsa(extending(command('extend'), help), help), help)
    .option('--trust <path>', help.trust, collect)
    .option('--overwrite', help.overwrite)
    .option('--json', help.json)
    .action(actions.extend);
  password(tsa(output(command('timestamp'), '<file...>', help, 'timestamp'), help), help)
    .option('--trust <path>', help.trust, collect)
    .option('--json', help.json)
    .action(actions.timestamp);
  password(
    output(command('extract'), '<file>', help, 'extract').requiredOption(
      '--signature <n>',
      help.extract.signature,
    ),
    help,
  )
    .option('--json', help.json)
    .action(actions.extract);
  output(command('repair'), '<file>', help, 'repair')
    .option('--json', help.json)
    .action(actions.repair);
  command('settings').option('--json', help.json).action(actions.settings);

  for (const one of [program, ...program.commands]) {
    one.helpOption('-h, --help', help.help).configureHelp({
      showGlobalOptions: one !== program,
      styleTitle: (title) => help.titles[title] ?? title,
      styleUsage: (usage) =>
        usage.replace('[options]', help.options).replace('[command]', help.command),
      subcommandTerm: (sub) => sub.name(),
    });
  }
  return program;
}

function describeSign(command: Command, help: Help): Command {
  const { sign } = help;
  output(command, '<file...>', help, 'sign')
    .option('--module <path>', sign.module)
    .option('--token <label|serial>', sign.token)
    .option('--cert <sha256|label>', sign.cert)
    .option('--p12 <path>', sign.p12)
    .option('--field <name>', sign.field)
    .option('--page <n|last>', sign.page)
    .option('--rect <x,y,w,h>', sign.rect)
    .option('--tag <text>', sign.tag)
    .option('--occurrence <n|next>', sign.occurrence)
    .option('--size <w,h>', sign.size)
    .option('--design <id>', sign.design)
    .option('--text <text>', sign.text, collect)
    .option('--nip <nip>', sign.nip)
    .option('--zone <zone>', sign.zone)
    .option('--qr <text>', sign.qr)
    .option('--specimen <path>', sign.specimen)
    .option('--footer <id>', sign.footer)
    .option('--reason <text>', sign.reason)
    .option('--location <text>', sign.location)
    .option('--level <level>', sign.level);
  return password(
    tsa(command, help)
      .option('--trust <path>', help.trust, collect)
      .option('--offline', help.offline),
    help,
  )
    .option('--allow-unchecked', sign.allowUnchecked)
    .option('--allow-incomplete', sign.allowIncomplete)
    .option('--accept-findings', sign.acceptFindings)
    .option('--accept-changes', sign.acceptChanges)
    .option('--out-of-turn', sign.outOfTurn)
    .option('--certify <1|2|3>', sign.certify)
    .option('--lock <fields>', sign.lock)
    .option('--algorithm <scheme>', sign.algorithm)
    .option('--hash <name>', sign.hash)
    .option('--format <form>', sign.format)
    .option('--pin-stdin', sign.pinStdin)
    .option('--pin-fd <n>', sign.pinFd)
    .option('--last-try', sign.lastTry)
    .option('--store-pin', sign.storePin)
    .option('--json', help.json);
}

function describeVerify(command: Command, help: Help): Command {
  const { verify } = help;
  command
    .argument('<path...>', verify.file)
    .option('--trust <path>', help.trust, collect)
    .option('--policy <path>', verify.policy)
    .option('--at <time>', verify.at)
    .option('--offline', verify.offline);
  return password(command, help)
    .option('--json', help.json)
    .option('--jsonl', verify.jsonl)
    .option('--csv <path>', verify.csv)
    .option('--overwrite', verify.overwrite);
}

function extending(command: Command, { extend }: Help): Command {
  return command
    .argument('<file...>', extend.file)
    .requiredOption('--level <lt|lta>', extend.level)
    .option('--out <path>', extend.out);
}

/** What is read, and the new file. */
function output(
  command: Command,
  argument: string,
  help: Help,
  name: 'sign' | 'timestamp' | 'extract' | 'repair',
): Command {
  return command
    .argument(argument, help[name].file)
    .option('--out <path>', help[name].out)
    .option('--overwrite', help.overwrite);
}

function tsa(command: Command, help: Help): Command {
  return command
    .option('--tsa <url>', help.tsa, collect)
    .option('--tsa-user <name>', help.tsaUser)
    .option('--tsa-password-stdin', help.tsaPasswordStdin)
    .option('--tsa-password-fd <n>', help.tsaPasswordFd);
}

function password(command: Command, help: Help): Command {
  return command
    .option('--password-stdin', help.passwordStdin)
    .option('--password-fd <n>', help.passwordFd);
}

function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}
