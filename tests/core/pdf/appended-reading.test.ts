// What is read of a file that was appended to, and of a dictionary whose long strings do not matter.
import { describe, expect, it } from 'vitest';
import { PdfRef } from '../../../core/pdf/objects.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { memorySource } from '../support/memory-source.ts';
import { Draft, openBytes } from './support/draft.ts';
import { plain } from './support/plain.ts';

const value = async (reader: PdfReader, num: number) => plain(await reader.object(num, 0));

describe('a file that begins with one that is open', () => {
  it('shows what was appended, and reads of the rest nothing anew', async () => {
    const draft = new Draft();
    draft.object(1, '<< /Type /Catalog >>');
    draft.object(2, '(old)');
    draft.object(3, '(kept)');
    // So far from the end that no block reaches to it.
    draft.object(4, `<${'00'.repeat(400_000)}>`);
    const first = draft.table([draft.all()], '/Size 5 /Root 1 0 R');
    draft.end(first);
    const before = await PdfReader.open(memorySource(draft.bytes));
    for (const num of [1, 2, 3, 9]) await before.object(num, 0);
    const changed = draft.object(2, '(new)');
    const added = draft.object(9, '(added)');
    const rows = [
      [2, [{ offset: changed }]],
      [9, [{ offset: added }]],
    ] as const;
    draft.end(draft.table(rows, `/Size 10 /Root 1 0 R /Prev ${first}`));

    const source = memorySource(draft.bytes);
    const reader = await PdfReader.openAppended(source, before);
    expect(reader.links.map(({ section }) => section.offset)).toEqual(
      (await PdfReader.open(memorySource(draft.bytes))).links.map(({ section }) => section.offset),
    );
    expect(await value(reader, 2)).toBe('(new)');
    expect(await value(reader, 9)).toBe('(added)');
    const read = source.bytesRead;
    expect(await value(reader, 3)).toBe('(kept)');
    expect(source.bytesRead).toBe(read);
    expect(reader.nextObjectNumber).toBe(10);
  });

  it('does not trust what came out of an object stream: it may have been replaced', async () => {
    const draft = new Draft();
    draft.object(1, '<< /Type /Catalog >>');
    const stream = draft.objectStream(2, [[3, '(old)']]);
    const rows = [
      { free: true, gen: 65535 },
      { offset: draft.offset(1) },
      { offset: stream },
      { stream: 2, index: 0 },
    ] as const;
    const first = draft.xrefStream(4, [[0, rows]], '/Size 5 /Root 1 0 R');
    draft.end(first);
    const before = await PdfReader.open(memorySource(draft.bytes));
    expect(await value(before, 3)).toBe('(old)');
    const replaced = draft.objectStream(2, [[3, '(new)']]);
    draft.end(
      draft.xrefStream(5, [[2, [{ offset: replaced }]]], `/Size 6 /Root 1 0 R /Prev ${first}`),
    );
    const reader = await PdfReader.openAppended(memorySource(draft.bytes), before);
    expect(await value(reader, 3)).toBe('(new)');
  });

  it('is read whole where its sections do not lead to the other one', async () => {
    const draft = new Draft();
    draft.object(1, '<< /Type /Catalog >>');
    draft.object(2, '(old)');
    draft.finish();
    const before = await PdfReader.open(memorySource(draft.bytes));
    await before.object(2, 0);
    draft.object(2, '(new)');
    draft.finish();
    const reader = await PdfReader.openAppended(memorySource(draft.bytes), before);
    expect(reader.links).toHaveLength(1);
    expect(await value(reader, 2)).toBe('(new)');
  });
});

describe('the outline of a dictionary', () => {
  it('has all but the content of long strings, and is not kept', async () => {
    const draft = new Draft();
    draft.object(1, '<< /Type /Catalog >>');
    draft.object(2, `<< /Contents <${'ab'.repeat(5000)}> /Short <abcd> /Reference [ 1 0 R ] >>`);
    const reader = await openBytes(draft.finish().bytes);
    const outline = await reader.resolveOutline(new PdfRef(2, 0));
    expect(plain(outline?.get('Contents') ?? null)).toBe('<>');
    expect(plain(outline?.get('Short') ?? null)).toBe('<abcd>');
    expect(plain(outline?.get('Reference') ?? null)).toEqual(
      plain((await reader.resolveDict(new PdfRef(2, 0)))?.get('Reference') ?? null),
    );
    const whole = await reader.resolveDict(new PdfRef(2, 0));
    expect(plain(whole?.get('Contents') ?? null)).toBe(`<${'ab'.repeat(5000)}>`);
  });
});
