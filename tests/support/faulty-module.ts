// Builds faulty-module.c: a real module with one planted fault (see there for the faults' names).
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { USER_PIN, type TestToken } from './softhsm.ts';

export interface FaultyModule {
  /** Path of the built library. */
  readonly module: string;
  /** The host's environment for one fault, of signing after so many good signatures; `state` and `log` are files the module writes. */
  env(fault: string, after?: number): Record<string, string>;
  readonly log: string;
  /** What `env('file')` goes by: holds the fault's name, or is not there. */
  readonly faultFile: string;
}

/** Null where a C compiler is there, else why the tests are left out. */
export function whyNoCompiler(): string | null {
  return spawnSync('gcc', ['--version']).status === 0 ? null : 'skipped: no gcc';
}

/** @param builtIn the fault of a module whose host is not handed `env`, as those of the built program */
export function buildFaultyModule(
  folder: string,
  token: Pick<TestToken, 'module' | 'env'>,
  builtIn: string | null = null,
): FaultyModule {
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const module = join(folder, 'faulty-module.so');
  const headers = here('../../node_modules/pkcs11js/includes/pkcs11');
  const log = join(folder, 'logins.log');
  const faultFile = join(folder, 'fault');
  const env = (fault: string, after = 0): Record<string, string> => ({
    ...token.env,
    PENA_FAULT: fault,
    PENA_FAULT_AFTER: String(after),
    PENA_FAULT_BASE: token.module,
    PENA_FAULT_PIN: USER_PIN,
    PENA_FAULT_STATE: join(folder, 'wrong-pins'),
    PENA_FAULT_LOG: log,
    PENA_FAULT_FILE: faultFile,
  });
  const lines = Object.entries(builtIn === null ? {} : env(builtIn)).map(
    ([n, v]) => `${n}=${v}\\n`,
  );
  execFileSync('gcc', [
    ...['-shared', '-fPIC', '-Wall', '-Werror', '-I', headers],
    ...(builtIn === null ? [] : [`-DBUILT_IN="${lines.join('')}"`]),
    ...[here('faulty-module.c'), '-o', module, '-ldl'],
  ]);
  return { module, log, faultFile, env };
}
