// Whatever a file under 10 MB contains, it is answered within 10 s and 500 MB: measured in a process of
// its own, in seconds of the processor, which other work on the machine hardly changes.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';
import { ROOT } from '../../vectors/support/in-memory.ts';
import { Table } from '../../vectors/support/table.ts';
import type { Hostile } from './hostile.ts';
import { packProgram } from './program.ts';

const MEASURE = fileURLToPath(new URL('measure.mjs', import.meta.url));
const MAX_BYTES = 10e6;
const MAX_SECONDS = 10;
const MAX_MEBIBYTES = 500;
const WORKS = ['verify', 'inspect', 'sign', 'tags', 'rebuild'] as const;
/** Answers of a judge, and codes that say why there is none. */
const ANSWER = /^(?:(?:PDF|TAG|CMS|CERT)_[A-Z_]+$|[A-Z_]+ \(\d+\)$|\d+ (?:findings|tags|objects)$)/;

interface Measured {
  readonly answer: string;
  readonly seconds: number;
  readonly wall: number;
  readonly peak: number;
}

function measure(work: string, file: string, anchor: string, program: string): Measured {
  const options = { encoding: 'utf8', timeout: 180_000, stdio: 'pipe' } as const;
  const output = execFileSync(process.execPath, [MEASURE, work, file, anchor, program], options);
  return JSON.parse(output) as Measured;
}

/** Each file of tests has a part of them, so that they are measured side by side. */
export function answersSoon(of: string, files: readonly Hostile[]): void {
  const folder = sharedTemporaryFolder();
  const anchor = join(folder, 'anchor.der');
  const table = new Table(['file', 'MB', 'work', 'seconds', 'MiB', 'answer']);
  afterAll(() => {
    table.print();
  });
  // The peak is read from /proc.
  const possible = process.platform === 'linux' && existsSync('out/core') && files.length > 0;
  describe.skipIf(!possible)(`a hostile file of ${of}`, () => {
    const program = join(folder, 'program');
    beforeAll(() => packProgram(program));

    it.each(files)('$name', { timeout: 900_000 }, async ({ name, build }) => {
      const bytes = await build();
      expect(bytes.length).toBeLessThanOrEqual(MAX_BYTES);
      const file = join(folder, 'hostile.pdf');
      writeFileSync(file, bytes);
      writeFileSync(anchor, ROOT.der);
      for (const work of WORKS) {
        const { answer, seconds, peak } = measure(work, file, anchor, program);
        const size = (bytes.length / 1e6).toFixed(1);
        table.row(name, size, work, seconds.toFixed(1), String(peak), answer.slice(0, 60));
        expect.soft(answer, work).toMatch(ANSWER);
        expect.soft(seconds, `${work}: seconds`).toBeLessThan(MAX_SECONDS);
        expect.soft(peak, `${work}: MiB`).toBeLessThan(MAX_MEBIBYTES);
      }
    });
  });
}
