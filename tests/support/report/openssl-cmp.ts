// A real CMP server on the loopback address: `openssl cmp -port`, told how to answer.
import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { freePort } from '../../../build/practice/free-port.mjs';

/** Starts it and resolves to its address once it listens; it ends with the test. */
export async function opensslCmp(args: readonly string[]): Promise<string> {
  const port = await freePort();
  const child = spawn('openssl', ['cmp', '-port', String(port), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (/ACCEPT|listening/i.test(said)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', () => reject(new Error(`openssl cmp ended: ${said}`)));
  });
  return `http://127.0.0.1:${port}/pkix/`;
}
