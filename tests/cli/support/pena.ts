// Runs the built command line as anyone would, and what it needs to sign: documents, a p12, modules that
// fail.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';
import { USER_PIN, type TestKey, type TestToken } from '../../support/softhsm.ts';

const BIN = fileURLToPath(new URL('../../../cli/bin.js', import.meta.url));
const SAMPLE = fileURLToPath(
  new URL('../../../resources/samples/keputusan-wali-kota.pdf', import.meta.url),
);

/** Of this file's tests: the settings, journal and cache of whoever runs them are left alone. */
export const userFolder = sharedTemporaryFolder();
const USER = {
  XDG_CONFIG_HOME: join(userFolder, 'config'),
  XDG_CACHE_HOME: join(userFolder, 'cache'),
};

export interface Run {
  /** Exit code; null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  /** Standard input; nothing by default. */
  readonly input?: string;
  /** What descriptor 3 holds. */
  readonly fd3?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts it in a process group of its own, with a small environment. */
export function startPena(args: readonly string[], options: RunOptions = {}): ChildProcess {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], {
    detached: true,
    env: { PATH, HOME, ...USER, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const [stdin, , , third] = child.stdio;
  // One that ends without reading its input has done nothing wrong.
  stdin.on('error', () => undefined).end(options.input ?? '');
  if (third !== null && third !== undefined && 'end' in third) {
    third.on('error', () => undefined).end(options.fd3 ?? '');
  }
  return child;
}

export function finished(child: ChildProcess): Promise<Run> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

export function pena(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return finished(startPena(args, options));
}

/** A copy of the sample decree in `folder`. */
export function sampleIn(folder: string, name = 'sk.pdf'): string {
  const path = join(folder, name);
  copyFileSync(SAMPLE, path);
  return path;
}

/** A valid PDF of about `size` bytes: one page, and a stream that takes its time to copy. */
export function largePdf(path: string, size: number): string {
  const padding = Buffer.alloc(size, '% isi\n');
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  const add = (number: number, body: readonly Buffer[]): void => {
    offsets.push(parts.reduce((sum, { length }) => sum + length, 0));
    parts.push(Buffer.from(`${number} 0 obj\n`), ...body, Buffer.from('\nendobj\n'));
  };
  add(1, [Buffer.from('<</Type/Catalog/Pages 2 0 R>>')]);
  add(2, [Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>')]);
  add(3, [Buffer.from('<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>')]);
  add(4, [
    Buffer.from(`<</Length ${padding.length}>>stream\n`),
    padding,
    Buffer.from('\nendstream'),
  ]);
  const start = parts.reduce((sum, { length }) => sum + length, 0);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  parts.push(
    Buffer.from(`xref\n0 5\n0000000000 65535 f \n${rows.join('')}`),
    Buffer.from(`trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`),
  );
  writeFileSync(path, Buffer.concat(parts));
  return path;
}

export const P12_PASSPHRASE = 'frasa-sandi uji';

export function makeP12(folder: string, { keyFile, certificateFile }: TestKey): string {
  const path = join(folder, 'kunci.p12');
  const files = ['-inkey', keyFile, '-in', certificateFile, '-out', path];
  execFileSync('openssl', ['pkcs12', '-export', ...files, '-passout', 'stdin'], {
    input: `${P12_PASSPHRASE}\n`,
  });
  return path;
}

/**
 * The faulty module with its fault built in: token hosts see none of our own variables.
 * @param wrongPins what the fault "locks" starts from
 */
export function buildFault(folder: string, token: TestToken, fault: string, wrongPins = 0): string {
  const at = (name: string): string => join(folder, name);
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const values = {
    PENA_FAULT: fault,
    PENA_FAULT_BASE: token.module,
    PENA_FAULT_PIN: USER_PIN,
    PENA_FAULT_STATE: at('wrong-pins'),
    PENA_FAULT_LOG: at('logins.log'),
  };
  const cases = Object.entries(values).map(
    ([name, value]) =>
      `if (strcmp(name, ${JSON.stringify(name)}) == 0) return (char *)${JSON.stringify(value)};`,
  );
  writeFileSync(
    at('built-in.h'),
    `#include <stdlib.h>\n#include <string.h>\nstatic char *built_in(const char *name) { ${cases.join(' ')} return NULL; }\n#define getenv built_in\n`,
  );
  writeFileSync(at('wrong-pins'), String(wrongPins));
  const module = at(`${fault}.so`);
  execFileSync('gcc', [
    ...['-shared', '-fPIC', '-Wall', '-Werror', '-include', at('built-in.h')],
    ...['-I', here('../../../node_modules/pkcs11js/includes/pkcs11')],
    ...[here('../../support/faulty-module.c'), '-o', module, '-ldl'],
  ]);
  return module;
}

/** One line a login that the faulty module in `folder` has seen. */
export function loginsIn(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'logins.log'), 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
