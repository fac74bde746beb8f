// Runs other programs: quietly, with their whole output kept for the moment something fails.
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {{ cwd?: string, env?: Record<string, string | undefined>, input?: string | Uint8Array,
 *   inherit?: boolean }} RunOptions `env` is added to this process's own; `inherit` shows the output
 *   as it comes instead of keeping it.
 * @typedef {{ status: number, stdout: Buffer, output: string }} RunResult `output` is stdout and
 *   stderr in the order they came; status -1: the program could not be started or was killed.
 */

const PLAIN = { NO_COLOR: '1', FORCE_COLOR: undefined };

/** A program that was needed ended with an error; `output` is all it said. */
export class CommandError extends Error {
  /**
   * @param {string} line
   * @param {RunResult} result
   */
  constructor(line, result) {
    super(`${line}\nended with ${result.status}\n${result.output}`);
    this.name = 'CommandError';
    this.output = result.output;
    this.status = result.status;
  }
}

/**
 * Runs a program to its end, whatever that end is.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function tryRun(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      // Kept output is read by people and programs later: without colours.
      env: { ...process.env, ...(options.inherit ? {} : PLAIN), ...options.env },
      stdio: options.inherit ? 'inherit' : ['pipe', 'pipe', 'pipe'],
      // npm and npx are .cmd files on Windows; those start only through a shell.
      shell: process.platform === 'win32' && /^np[mx]$/.test(command),
    });
    /** @type {Buffer[]} */ const stdout = [];
    /** @type {Buffer[]} */ const all = [];
    const end = (/** @type {number} */ status) =>
      resolve({ status, stdout: Buffer.concat(stdout), output: Buffer.concat(all).toString() });
    child.stdout?.on('data', (chunk) => (stdout.push(chunk), all.push(chunk)));
    child.stderr?.on('data', (chunk) => all.push(chunk));
    child.on('error', (error) => {
      all.push(Buffer.from(`${error.message}\n`));
      end(-1);
    });
    child.on('close', (status) => end(status ?? -1));
    // A program that ends without reading its input is no failure of ours.
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input);
  });
}

/**
 * Runs a program that has to succeed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 * @throws {CommandError} when it ends with anything but 0
 */
export async function run(command, args, options = {}) {
  const result = await tryRun(command, args, options);
  if (result.status !== 0) throw new CommandError(`${command} ${args.join(' ')}`, result);
  return result;
}

/**
 * The full path of a program on PATH, in the folders where Windows installers leave it, or null.
 * @param {string} name without .exe
 * @param {readonly string[]} [elsewhere] further folders
 * @returns {string | null}
 */
export function which(name, elsewhere = []) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...elsewhere];
  for (const folder of folders.filter((f) => f !== '')) {
    for (const suffix of suffixes) {
      const path = join(folder, name + suffix);
      try {
        accessSync(path, constants.X_OK);
        if (statSync(path).isFile()) return path;
      } catch {
        // not here
      }
    }
  }
  return null;
}
