// `pena extend` and `pena timestamp`: what proves signatures later, added to documents that anybody signed.
import { toPenaError } from '../../core/domain/pena-error.ts';
import type { ExtensionLevel } from '../../core/signing/extend-document.ts';
import { extendFiles } from '../extend/extend-files.ts';
import { extensionsJson, printExtension, printExtensions } from '../extend/report.ts';
import { exitOfErrors } from '../exit-codes.ts';
import { complain } from '../explain.ts';
import { openOutside } from '../network/open-outside.ts';
import type { TsaOptions } from '../network/options.ts';
import { checkSecretSources, type PasswordOptions, readPassword } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { planJobs } from '../sign/jobs.ts';
import { trace } from '../trace.ts';
import { UsageError } from '../usage-error.ts';

interface CommonOptions extends TsaOptions, PasswordOptions {
  readonly overwrite?: boolean;
  readonly json?: boolean;
}

export interface ExtendOptions extends CommonOptions {
  readonly level: string;
  /** Without it, each result stands beside its original. */
  readonly out?: string;
  readonly trust?: readonly string[];
}

export interface TimestampOptions extends CommonOptions {
  readonly out?: string;
  readonly trust?: readonly string[];
}

/** @returns the exit code */
export function extend(
  files: readonly string[],
  options: ExtendOptions,
  shell: Shell,
): Promise<number> {
  const level = (['LT', 'LTA'] as const).find((known) => known === options.level.toUpperCase());
  if (level === undefined) throw new UsageError('extensionLevel');
  return run(files, level, options, shell);
}

/** @returns the exit code */
export function timestamp(
  files: readonly string[],
  options: TimestampOptions,
  shell: Shell,
): Promise<number> {
  return run(files, 'T', options, shell);
}

async function run(
  files: readonly string[],
  level: ExtensionLevel,
  options: CommonOptions & Pick<ExtendOptions, 'out' | 'trust'>,
  shell: Shell,
): Promise<number> {
  checkSecretSources(options);
  const overwrite = options.overwrite === true;
  const out = options.out ?? { beside: level === 'T' ? 'penanda-waktu' : level.toLowerCase() };
  const jobs = await planJobs(files, out, overwrite);
  const outside = await openOutside(options, shell);
  let password: Uint8Array | undefined;
  try {
    const { services, canStamp } = outside;
    // Revocation data without a time of its own proves little: LT too may need one.
    if (services === null || !canStamp) throw new UsageError('tsaNeeded');
    password = await readPassword(options, shell);
    const { signal } = shell.interrupt;
    const onJournalProblem = (thrown: unknown): void => complain(toPenaError(thrown), shell);
    const wish = { level, services, password, overwrite, signal, onJournalProblem };
    const all = await extendFiles(jobs, wish, (one) => {
      if (options.json !== true) printExtension(one, level, shell);
      if (one.error !== null) trace(one.error, shell);
    });
    if (options.json === true) shell.out.json(extensionsJson(all, level, shell));
    else printExtensions(all, level, shell);
    return exitOfErrors(all.map(({ error }) => error?.code ?? null));
  } finally {
    outside.close();
    password?.fill(0);
  }
}
