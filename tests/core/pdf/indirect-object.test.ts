// Indirect objects at an offset (ISO 32000-2 7.3.8, 7.3.10).
import { describe, expect, it } from 'vitest';
import { FileWindow } from '../../../core/pdf/file-window.ts';
import { readIndirectObject } from '../../../core/pdf/indirect-object.ts';
import { memorySource } from '../support/memory-source.ts';
import { refusal } from './support/code-of.ts';
import { plain } from './support/plain.ts';

const at = (text: string, offset = 1) =>
  readIndirectObject(new FileWindow(memorySource(Buffer.from(text, 'latin1'))), offset);

async function read(text: string) {
  const { num, gen, value, end } = await at(` ${text}`);
  return { num, gen, value: plain(value), end: end - 1 };
}

describe('an indirect object', () => {
  it.each([
    ['12 0 obj (Brillig) endobj', { num: 12, gen: 0, value: '(Brillig)', end: 25 }],
    ['12 3 obj\n<</A 1>>\nendobj\n', { num: 12, gen: 3, value: { A: 1 }, end: 24 }],
    ['%x\n 1 0 obj[1 0 R]endobj', { num: 1, gen: 0, value: ['1 0 R'], end: 24 }],
    ['1 0 obj 42 endobj', { num: 1, gen: 0, value: 42, end: 17 }],
    ['1 0 obj null endobj', { num: 1, gen: 0, value: null, end: 19 }],
    // endobj is missing.
    ['1 0 obj 42', { num: 1, gen: 0, value: 42, end: 10 }],
    ['1 0 obj <</A 1>> 2 0 obj', { num: 1, gen: 0, value: { A: 1 }, end: 16 }],
    ['1 0 obj <</A 1>> xref', { num: 1, gen: 0, value: { A: 1 }, end: 16 }],
    ['1 0 obj <</A 1>> ) > endobj', { num: 1, gen: 0, value: { A: 1 }, end: 16 }],
    ['1 0 obj <</A 1>> (never closed', { num: 1, gen: 0, value: { A: 1 }, end: 16 }],
  ])('%j', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it.each(['\n', '\r\n', '\r'])('has its stream data after the keyword and %j', async (eol) => {
    const text = ` 1 0 obj <</Length 3>> stream${eol}abc\nendstream endobj`;
    const { value, end } = await at(text);
    expect(value).toMatchObject({ data: { offset: text.indexOf('abc') } });
    expect(end).toBe(text.indexOf('abc'));
  });

  // The first window is 2048 bytes: the end of line after `stream` must not be cut by it.
  it.each(Array.from({ length: 40 }, (_, i) => 2010 + i))(
    'has the same data offset with a dictionary of %i bytes',
    async (length) => {
      const head = ' 1 0 obj <</Length 3/X(';
      const text = `${head}${'x'.repeat(length)})>>stream\r\nabc\nendstream endobj ${' '.repeat(3000)}`;
      const { value } = await at(text);
      expect(value).toMatchObject({ data: { offset: text.indexOf('abc') } });
    },
  );

  it('may be far longer than a window', async () => {
    const items = Array.from({ length: 200_000 }, (_, i) => i % 10);
    const { value } = await at(` 1 0 obj [${items.join(' ')}] endobj`);
    expect(value).toEqual(items);
  });

  it.each([
    '',
    'x',
    '1',
    '1 0',
    '1 0 R',
    '1 obj',
    'a b obj',
    '-1 0 obj 1',
    '1.5 0 obj 1',
    'xref 0 1',
  ])('%j is no header', async (text) => {
    expect(await refusal(at(` ${text}`))).toBe('PDF_XREF_BROKEN');
  });

  it.each(['1 0 obj', '1 0 obj endobj', '1 0 obj <<', '1 0 obj (abc', '1 0 obj --5', '1 0 obj ]'])(
    '%j has no value',
    async (text) => {
      expect(await refusal(at(` ${text}`))).toBe('PDF_OBJECT_BROKEN');
    },
  );

  it.each([0, -1, 25, 1e15])('does not stand at %d', async (offset) => {
    expect(await refusal(at(' 1 0 obj (Brillig) endobj'.slice(0, 25), offset))).toBe(
      'PDF_XREF_BROKEN',
    );
  });
});
