// The command line at a real pseudo-terminal (util-linux's script), answered as its questions appear.
import { execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { userFolder } from './pena.ts';

const BIN = fileURLToPath(new URL('../../../cli/bin.js', import.meta.url));

export function hasTerminal(): boolean {
  try {
    execFileSync('script', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** @param answers in turn: what has to be on the screen, and what is typed then */
export function penaAtTerminal(
  args: readonly string[],
  answers: readonly (readonly [RegExp, string])[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number | null; readonly screen: string }> {
  const quoted = [process.execPath, BIN, ...args].map((arg) => `'${arg.replaceAll("'", "'\\''")}'`);
  const { PATH, HOME } = process.env;
  const child = spawn('script', ['-qec', quoted.join(' '), '/dev/null'], {
    env: {
      ...{ PATH, HOME, TERM: 'dumb' },
      XDG_CONFIG_HOME: `${userFolder}/config`,
      XDG_CACHE_HOME: `${userFolder}/cache`,
      ...env,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let screen = '';
  const left = [...answers];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    const [next] = left;
    if (next === undefined || !next[0].test(screen)) return;
    left.shift();
    child.stdin.write(next[1]);
  });
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, screen }));
  });
}
