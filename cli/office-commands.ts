// `pena batch`, `pena journal` and `pena prepare` as commander reads them.
import type { Command } from 'commander';
import type { RunOptions } from './batch/sign-all.ts';
import type { PlanOptions } from './commands/batch-plan.ts';
import type { ReviewOptions } from './commands/batch-review.ts';
import type { SealOptions } from './commands/batch-seal.ts';
import type {
  JournalExportOptions,
  JournalShowOptions,
  JournalVerifyOptions,
} from './commands/journal.ts';
import type { DesignsOptions } from './commands/designs.ts';
import type { JournalCheckpointOptions } from './commands/journal-checkpoint.ts';
import type { JournalFiguresOptions } from './commands/journal-figures.ts';
import type { PrepareOptions } from './commands/prepare.ts';
import type { Shell } from './shell.ts';
import { officeTexts } from './texts/office.ts';
import { signingTexts } from './texts/signing.ts';

/** @param done takes the exit code */
export function addOfficeCommands(
  program: Command,
  shell: Shell,
  done: (exitCode: number) => void,
): void {
  addBatch(program, shell, done);
  addJournal(program, shell, done);
  addPrepare(program, shell, done);
  program
    .command('designs')
    .description(signingTexts(shell.language).designs.description)
    .option('--json', officeTexts(shell.language).options.json)
    .action(async (options: DesignsOptions) => {
      done(await (await import('./commands/designs.ts')).designs(options, shell));
    });
}

function addBatch(program: Command, shell: Shell, done: (exitCode: number) => void): void {
  const { batch: texts, options: help } = officeTexts(shell.language);
  const batch = program.command('batch').description(texts.description);
  const keyed = (command: Command): Command =>
    command
      .option('--module <path>', help.module)
      .option('--token <label|serial>', help.token)
      .option('--p12 <path>', help.p12)
      .option('--pin-stdin', help.pinStdin)
      .option('--pin-fd <n>', help.pinFd)
      .option('--last-try', help.lastTry);
  batch
    .command('plan <file...>')
    .description(texts.plan)
    .requiredOption('--out <path>', help.out)
    .requiredOption('--cert <sha256>', help.cert)
    .option('--level <level>', help.level)
    .option('--reason <text>', help.reason)
    .option('--location <text>', help.location)
    .option('--stamp <place>', help.stamp)
    .option('--design <name>', help.design)
    .option('--text <text>', help.text, collect)
    .option('--qr <text>', shell.texts.help.sign.qr)
    .option('--footer <id>', shell.texts.help.sign.footer)
    .option('--certify <1|2|3>', shell.texts.help.sign.certify)
    .option('--overwrite', shell.texts.help.overwrite)
    .action(async (files: string[], options: PlanOptions) => {
      const { batchPlan } = await import('./commands/batch-plan.ts');
      done(await batchPlan(files, options, shell));
    });
  const unlocking = (command: Command): Command =>
    command
      .option('--password-stdin', shell.texts.help.passwordStdin)
      .option('--password-fd <n>', shell.texts.help.passwordFd);
  const { sign } = shell.texts.help;
  const owner = (command: Command): Command =>
    command.option('--nip <nip>', sign.nip).option('--specimen <path>', sign.specimen);
  owner(unlocking(keyed(batch.command('review <plan>').description(texts.review))))
    .option('--json', help.json)
    .action(async (plan: string, options: ReviewOptions) => {
      const { batchReview } = await import('./commands/batch-review.ts');
      done(await batchReview(plan, options, shell));
    });
  keyed(batch.command('seal <plan>').description(texts.seal))
    .requiredOption('--out <path>', help.out)
    .option('--sign', help.sign)
    .option('--overwrite', shell.texts.help.overwrite)
    .option('--journal <folder>', help.journal)
    .action(async (plan: string, options: SealOptions) => {
      const { batchSeal } = await import('./commands/batch-seal.ts');
      done(await batchSeal(plan, options, shell));
    });
  owner(unlocking(keyed(batch.command('run <plan>').description(texts.run))))
    .requiredOption('--out <folder>', help.out)
    .option('--offline', help.offline)
    .option('--tsa <url>', help.tsa, collect)
    .option('--tsa-user <name>', help.tsaUser)
    .option('--tsa-password-fd <n>', help.tsaPasswordFd)
    .option('--trust <path>', shell.texts.help.trust, collect)
    .option('--allow-unchecked', help.allowUnchecked)
    .option('--allow-incomplete', help.allowIncomplete)
    .option('--accept-findings', sign.acceptFindings)
    .option('--accept-changes', sign.acceptChanges)
    .option('--out-of-turn', sign.outOfTurn)
    .option('--checkpoint <time|sign>', help.checkpoint)
    .option('--csv <path>', help.csv)
    .option('--summary <path>', help.summary)
    .option('--journal <folder>', help.journal)
    .option('--json', help.json)
    .action(async (plan: string, options: RunOptions) => {
      const { withEarlyHost } = await import('../native/pkcs11/early-host.ts');
      const exitCode = await withEarlyHost(options.p12 === undefined, async (fork) => {
        const { batchRun } = await import('./commands/batch-run.ts');
        return batchRun(plan, { ...options, fork }, shell);
      });
      done(exitCode);
    });
}

function addJournal(program: Command, shell: Shell, done: (exitCode: number) => void): void {
  const { journal: texts, options: help } = officeTexts(shell.language);
  const load = () => import('./commands/journal.ts');
  const journal = program.command('journal').description(texts.description);
  journal
    .command('verify')
    .description(texts.verify)
    .option('--journal <folder>', help.journal)
    .option('--expect <n:hash>', help.expect)
    .option('--json', help.json)
    .action(async (options: JournalVerifyOptions) => {
      done(await (await load()).journalVerify(options, shell));
    });
  journal
    .command('show')
    .description(texts.show)
    .option('--journal <folder>', help.journal)
    .option('--last <n>', help.last)
    .option('--json', help.json)
    .action(async (options: JournalShowOptions) => {
      done(await (await load()).journalShow(options, shell));
    });
  journal
    .command('checkpoint')
    .description(texts.checkpointAdd)
    .option('--checkpoint <time|sign>', help.checkpoint, 'time')
    .option('--journal <folder>', help.journal)
    .option('--tsa <url>', help.tsa, collect)
    .option('--trust <path>', shell.texts.help.trust, collect)
    .option('--module <path>', help.module)
    .option('--token <label|serial>', help.token)
    .option('--p12 <path>', help.p12)
    .option('--pin-stdin', help.pinStdin)
    .option('--pin-fd <n>', help.pinFd)
    .option('--last-try', help.lastTry)
    .action(async (options: JournalCheckpointOptions) => {
      const { journalCheckpoint } = await import('./commands/journal-checkpoint.ts');
      done(await journalCheckpoint(options, shell));
    });
  journal
    .command('export')
    .description(texts.export)
    .requiredOption('--out <path>', help.out)
    .option('--journal <folder>', help.journal)
    .option('--full', help.full)
    .action(async (options: JournalExportOptions) => {
      done(await (await load()).journalExport(options, shell));
    });
  journal
    .command('figures [export...]')
    .description(texts.figures)
    .requiredOption('--year <year>', texts.year)
    .option('--out <path>', texts.figuresOut)
    .option('--journal <folder>', help.journal)
    .option('--json', help.json)
    .action(async (files: readonly string[], options: JournalFiguresOptions) => {
      const { journalFigures } = await import('./commands/journal-figures.ts');
      done(await journalFigures(files, options, shell));
    });
}

function addPrepare(program: Command, shell: Shell, done: (exitCode: number) => void): void {
  const { prepare: texts, options: help } = officeTexts(shell.language);
  program
    .command('prepare <file>')
    .description(texts.description)
    .requiredOption('--out <path>', help.out)
    .requiredOption('--field <role:name:place>', help.field, collect)
    .option('--journal <folder>', help.journal)
    .option('--password-stdin', help.passwordStdin)
    .option('--password-fd <n>', shell.texts.help.passwordFd)
    .option('--json', help.json)
    .action(async (file: string, options: PrepareOptions) => {
      done(await (await import('./commands/prepare.ts')).prepare(file, options, shell));
    });
}

function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}
