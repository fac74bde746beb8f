// Where revisions end (ISO 32000-2 7.5.6): positions by hand, and of files that qpdf makes.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { revisionEnds } from '../../../core/pdf/revisions.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Draft, FREE, openBytes } from './support/draft.ts';

function base(): { draft: Draft; table: number } {
  const draft = new Draft();
  draft.object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  draft.object(2, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>');
  draft.object(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>');
  const table = draft.table([draft.all()], '/Size 4 /Root 1 0 R');
  draft.end(table);
  return { draft, table };
}
const ends = async (bytes: Uint8Array): Promise<number[]> => revisionEnds(await openBytes(bytes));

describe('revisions', () => {
  it('end after %%EOF and its end of line', async () => {
    const { draft } = base();
    const { bytes, length } = draft;
    expect(await ends(bytes)).toEqual([length]);
    expect(await ends(bytes.subarray(0, length - 1))).toEqual([length - 1]);
    expect(await ends(Buffer.concat([bytes.subarray(0, -1), Buffer.from('\r\n')]))).toEqual([
      length + 1,
    ]);
    expect(await ends(Buffer.concat([bytes, Buffer.from('\n\njunk')]))).toEqual([length]);
  });

  it('are as many as there were updates', async () => {
    const { draft, table } = base();
    const first = draft.length;
    const changed = draft.object(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 8 8] >>');
    const next = draft.table([[3, [{ offset: changed }]]], `/Size 4 /Root 1 0 R /Prev ${table}`);
    draft.end(next);
    const second = draft.length;
    draft.add('   % between revisions\n');
    const at = draft.length;
    draft.xrefStream(4, [[4, [{ offset: at }]]], `/Size 5 /Root 1 0 R /Prev ${next}`);
    draft.end(at);
    expect(await ends(draft.bytes)).toEqual([first, second, draft.length]);
  });

  it('without an end of their own are none', async () => {
    const { draft, table } = base();
    const first = draft.length;
    const unfinished = draft.table([[0, [FREE]]], `/Size 4 /Root 1 0 R /Prev ${table}`);
    // No startxref: whoever covers the file up to here covers no revision.
    draft.add('% the writer stopped here\n');
    const last = draft.table([[0, [FREE]]], `/Size 4 /Root 1 0 R /Prev ${unfinished}`);
    draft.end(last);
    expect(await ends(draft.bytes)).toEqual([first, draft.length]);
  });

  it.each(['startxref\n9\n', 'startxref 9\n%EOF\n', 'startxref\nx\n%%EOF\n', 'startxref\n9\n%%EO'])(
    'do not end with %j',
    async (end) => {
      const draft = new Draft();
      draft.object(1, '<< /Type /Catalog >>');
      const table = draft.table([draft.all()], '/Size 2 /Root 1 0 R');
      const reader = await draft.end(table).open();
      expect(await revisionEnds(reader)).toEqual([draft.length]);
      const other = new Draft();
      other.object(1, '<< /Type /Catalog >>');
      other.table([other.all()], '/Size 2 /Root 1 0 R');
      other.add(end.replace('9', String(table)));
      const read = openBytes(other.bytes).then(revisionEnds, () => []);
      expect(await read).toEqual([]);
    },
  );

  // The end is looked for in 1024 bytes first: wherever these end, the end of line counts.
  it.each(Array.from({ length: 12 }, (_, i) => 1024 - i))(
    'end in the same place with %i bytes to it',
    async (distance) => {
      const draft = new Draft();
      draft.object(1, '<< /Type /Catalog >>');
      const table = draft.table([draft.all()], '/Size 2 /Root 1 0 R');
      const tail = `startxref\n${table}\n%%EOF\r\n`;
      draft.add(`%${' '.repeat(distance - tail.length)}\n${tail}`);
      const length = draft.length;
      draft.add('x'.repeat(500));
      expect(await ends(draft.bytes)).toEqual([length]);
    },
  );
});

const NO_QPDF = spawnSync('qpdf', ['--version']).status === 0 ? null : 'skipped: no qpdf';

describe.skipIf(NO_QPDF !== null)(
  `of files by qpdf${NO_QPDF === null ? '' : ` (${NO_QPDF})`}`,
  () => {
    it.each([
      ['linearized', ['--linearize']],
      ['linearized, with object streams', ['--linearize', '--object-streams=generate']],
      ['with object streams', ['--object-streams=generate']],
      ['with a table', ['--object-streams=disable']],
    ])('%s there is one revision, the whole file', async (_, options) => {
      const folder = temporaryFolder();
      const [input, output] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')];
      writeFileSync(input, base().draft.bytes);
      execFileSync('qpdf', [...options, input, output]);
      const bytes = readFileSync(output);
      expect(await ends(bytes)).toEqual([bytes.length]);
      const reader = await openBytes(bytes);
      expect(reader.links).toHaveLength(options[0] === '--linearize' ? 2 : 1);
      // An update after it is a second one.
      const startxref = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.toString('latin1'))?.[1];
      const draft = new Draft('');
      draft.add(bytes);
      const table = draft.table([[0, [FREE]]], `/Size 99 /Root 1 0 R /Prev ${startxref}`);
      expect(await ends(draft.end(table).bytes)).toEqual([bytes.length, draft.length]);
    });
  },
);
