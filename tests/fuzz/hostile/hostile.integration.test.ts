// Whatever a file under 10 MB contains, it is answered within 10 s and 500 MB: measured in a process of
// its own, in seconds of the processor, which other work on the machine hardly changes.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';
import { ROOT } from '../../vectors/support/in-memory.ts';
import { Table } from '../../vectors/support/table.ts';
import { ENCRYPTED } from './encrypted.ts';
import type { Hostile } from './hostile.ts';
import { LOOKS } from './looks.ts';
import { SIGNATURES } from './signatures.ts';
import { STREAMS } from './streams.ts';
import { STRUCTURE } from './structure.ts';

const MEASURE = fileURLToPath(new URL('measure.mjs', import.meta.url));
const MAX_BYTES = 10e6;
const MAX_SECONDS = 10;
const MAX_MEBIBYTES = 500;
const WORKS = ['verify', 'inspect', 'tags', 'rebuild'] as const;
/** Answers of a judge, and codes that say why there is none. */
const ANSWER = /^(?:(?:PDF|TAG|CMS|CERT)_[A-Z_]+$|[A-Z_]+ \(\d+\)$|\d+ (?:findings|tags|objects)$)/;

interface Measured {
  readonly answer: string;
  readonly seconds: number;
  readonly wall: number;
  readonly peak: number;
}

const folder = sharedTemporaryFolder();
const anchor = join(folder, 'anchor.der');
const table = new Table(['file', 'MB', 'work', 'seconds', 'MiB', 'answer']);
afterAll(() => {
  table.print();
});

function measure(work: string, file: string): Measured {
  const options = { encoding: 'utf8', timeout: 60_000, stdio: 'pipe' } as const;
  const output = execFileSync(process.execPath, [MEASURE, work, file, anchor], options);
  return JSON.parse(output) as Measured;
}

// The peak is read from /proc.
describe.skipIf(process.platform !== 'linux' || !existsSync('out/core'))('a hostile file', () => {
  const groups: readonly (readonly [string, readonly Hostile[]])[] = [
    ['structure', STRUCTURE],
    ['streams', STREAMS],
    ['signatures', SIGNATURES],
    ['looks', LOOKS],
    ...(ENCRYPTED.length === 0 ? [] : [['encryption', ENCRYPTED] as const]),
  ];
  describe.each(groups)('of %s', (_, files) => {
    it.each(files)('$name', { timeout: 240_000 }, async ({ name, build }) => {
      const bytes = await build();
      expect(bytes.length).toBeLessThanOrEqual(MAX_BYTES);
      const file = join(folder, 'hostile.pdf');
      writeFileSync(file, bytes);
      writeFileSync(anchor, ROOT.der);
      for (const work of WORKS) {
        const { answer, seconds, peak } = measure(work, file);
        const size = (bytes.length / 1e6).toFixed(1);
        table.row(name, size, work, seconds.toFixed(1), String(peak), answer.slice(0, 60));
        expect.soft(answer, work).toMatch(ANSWER);
        expect.soft(seconds, `${work}: seconds`).toBeLessThan(MAX_SECONDS);
        expect.soft(peak, `${work}: MiB`).toBeLessThan(MAX_MEBIBYTES);
      }
    });
  });
});
