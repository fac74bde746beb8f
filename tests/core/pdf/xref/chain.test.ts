// Chains of cross-reference sections: start, /Prev, /XRefStm (ISO 32000-2 7.5.5, 7.5.6, 7.5.8.4).
import { describe, expect, it } from 'vitest';
import { FileWindow } from '../../../../core/pdf/file-window.ts';
import { readStartXref } from '../../../../core/pdf/xref/chain.ts';
import { memorySource } from '../../support/memory-source.ts';
import { refusal } from '../support/code-of.ts';
import { Draft, FREE, openBytes } from '../support/draft.ts';

const start = (text: string) =>
  readStartXref(new FileWindow(memorySource(Buffer.from(text, 'latin1'))));

describe('startxref', () => {
  it.each([
    ['%PDF-1.7\nstartxref\n9\n%%EOF\n', 9],
    ['%PDF-1.7\nstartxref\r\n9\r\n%%EOF', 9],
    ['%PDF-1.7\nstartxref 9', 9],
    ['%PDF-1.7\nstartxref\n5\n%%EOF\nstartxref\n9\n%%EOF\n', 9],
    ['junk\n%PDF-1.7\nstartxref\n9\n%%EOF\n', 9],
    [`%PDF-1.7\nstartxref\n9\n%%EOF\n${'\0'.repeat(1024)}`, 9],
  ])('of %j', async (text, offset) => {
    expect(await start(text)).toBe(offset);
  });

  it.each([
    ['', 'PDF_NOT_A_PDF'],
    ['GIF89a', 'PDF_NOT_A_PDF'],
    [`${' '.repeat(1024)}%PDF-1.7\nstartxref\n9\n%%EOF\n`, 'PDF_NOT_A_PDF'],
    ['%PDF-1.7\n', 'PDF_TRUNCATED'],
    ['%PDF-1.7\n1 0 obj\n<<', 'PDF_TRUNCATED'],
    [`%PDF-1.7\nstartxref\n9\n%%EOF\n${'x'.repeat(2048)}`, 'PDF_TRUNCATED'],
    ['%PDF-1.7\nstartxref\n%%EOF', 'PDF_XREF_BROKEN'],
    ['%PDF-1.7\nstartxref\n-9\n%%EOF', 'PDF_XREF_BROKEN'],
    ['%PDF-1.7\nstartxref9\n%%EOF', 'PDF_XREF_BROKEN'],
  ])('of %j is refused', async (text, code) => {
    expect(await refusal(start(text))).toBe(code);
  });
});

const CATALOG = '<< /Type /Catalog >>';

describe('a chain', () => {
  it('has its sections newest first', async () => {
    const draft = new Draft();
    draft.object(1, CATALOG);
    const first = draft.table([draft.all()], '/Size 2 /Root 1 0 R');
    draft.end(first);
    const second = draft.table([[0, [FREE]]], `/Size 2 /Root 1 0 R /Prev ${first}`);
    draft.end(second);
    const third = draft.xrefStream(
      2,
      [[2, [{ offset: draft.length }]]],
      `/Size 3 /Root 1 0 R /Prev ${second}`,
    );
    const { links } = await draft.end(third).open();
    expect(links.map(({ section }) => [section.kind, section.offset])).toEqual([
      ['stream', third],
      ['table', second],
      ['table', first],
    ]);
  });

  it('ends where /Prev is 0 or null, as some writers have it', async () => {
    for (const prev of ['0', 'null']) {
      const draft = new Draft();
      draft.object(1, CATALOG);
      const reader = await draft.finish(`/Prev ${prev}`).open();
      expect(reader.links).toHaveLength(1);
    }
  });

  it.each([
    ['itself', (at: number) => String(at)],
    ['white space before itself', (at: number) => String(at - 1)],
    ['beyond the file', () => '99999999'],
    ['before the file', () => '-5'],
    ['into an object', () => '20'],
    ['what is no integer', () => '1.5'],
    ['a name', () => '/Prev'],
  ])('with /Prev to %s is refused', async (_, prev) => {
    const draft = new Draft();
    draft.object(1, CATALOG);
    draft.add('\n');
    const at = draft.length;
    draft.table([draft.all()], `/Size 2 /Root 1 0 R /Prev ${prev(at)}`);
    expect(await refusal(draft.end(at).open())).toBe('PDF_XREF_BROKEN');
  });

  it('that comes back after several sections is refused', async () => {
    const draft = new Draft();
    draft.object(1, CATALOG);
    const all = draft.all();
    // The three tables are as long as one another, so that the oldest can name the newest.
    const length = draft.length;
    const table = (prev: number): number =>
      draft.table([all], `/Size 2 /Root 1 0 R /Prev ${String(prev).padStart(6, '0')}`);
    const size = (() => {
      const probe = new Draft();
      probe.object(1, CATALOG);
      probe.table([all], '/Size 2 /Root 1 0 R /Prev 000000');
      return probe.length - length;
    })();
    table(length + 2 * size);
    table(length);
    expect(await refusal(draft.end(table(length + size)).open())).toBe('PDF_XREF_BROKEN');
  });

  it.each([0, 1, -1, 3, -3, 17])('with a startxref that is off by %i', async (off) => {
    const draft = new Draft();
    draft.object(1, CATALOG);
    draft.add('\n');
    const at = draft.table([draft.all()], '/Size 2 /Root 1 0 R');
    const outcome = refusal(draft.end(at + off).open());
    // One byte early stands white space, which is skipped; anything else is an error with a name.
    expect(await outcome).toBe(off === 0 || off === -1 ? 'not refused' : 'PDF_XREF_BROKEN');
  });

  it('of a file with junk before its header is read where offsets count from the first byte', async () => {
    const draft = new Draft('junk\n%PDF-1.7\n');
    draft.object(1, CATALOG);
    draft.finish();
    expect((await (await draft.open()).catalog()).entries.size).toBe(1);
    // Where they count from the header, what is signed would not be what others read.
    const shifted = Buffer.concat([Buffer.from('\xef\xbb\xbf', 'latin1'), pdf()]);
    expect(await refusal(openBytes(shifted))).toBe('PDF_XREF_BROKEN');
  });
});

function pdf(): Buffer {
  const draft = new Draft();
  draft.object(1, CATALOG);
  return draft.finish().bytes;
}

describe('a hybrid-reference file', () => {
  it.each([
    ['to a table', (at: { table: number }) => at.table],
    ['to an object', (at: { object: number }) => at.object],
    ['beyond the file', () => 99_999],
    ['to the start', () => 0],
  ])('with /XRefStm %s is refused', async (_, target) => {
    const draft = new Draft();
    const object = draft.object(1, CATALOG);
    const table = draft.table([draft.all()], '/Size 2 /Root 1 0 R');
    const at = target({ table, object });
    const newest = draft.table([[0, [FREE]]], `/Size 2 /Root 1 0 R /Prev ${table} /XRefStm ${at}`);
    expect(await refusal(draft.end(newest).open())).toBe('PDF_XREF_BROKEN');
  });
});
