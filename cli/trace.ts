// For developers, with PENA_DEBUG=1: where an error came from. Messages and parameters are left out: they
// may name files and people.
import type { Shell } from './shell.ts';

export function trace(thrown: unknown, { err }: Pick<Shell, 'err'>): void {
  if (process.env['PENA_DEBUG'] === '1') err.raw(`${stackOf(thrown)}\n`);
}

function stackOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const own = [thrown.name, ...frames].join('\n');
  return thrown.cause === undefined ? own : `${own}\ncaused by ${stackOf(thrown.cause)}`;
}
