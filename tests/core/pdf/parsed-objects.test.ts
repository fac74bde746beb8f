// Objects kept by where they stand: read once for all revisions, but never from beyond a revision's end.
import { describe, expect, it } from 'vitest';
import { FileWindow } from '../../../core/pdf/file-window.ts';
import { ParsedObjects } from '../../../core/pdf/parsed-objects.ts';
import { memorySource } from '../support/memory-source.ts';
import { plain } from './support/plain.ts';

const TEXT = '%PDF-1.7\n1 0 obj\n12 0 R\nendobj\n2 0 obj\n<< >>\nstream\nabc';
const AT = TEXT.indexOf('1 0 obj');
const STREAM = TEXT.indexOf('2 0 obj');

const open = () => ({
  file: new FileWindow(memorySource(Buffer.from(TEXT))),
  parsed: new ParsedObjects(),
});

describe('an object at an offset', () => {
  it('is parsed once for all who see it whole', async () => {
    const { file, parsed } = open();
    const found = await parsed.at(file, AT);
    expect(plain(found.value)).toBe('12 0 R');
    expect(await parsed.at(file.upTo(STREAM), AT)).toBe(await parsed.at(file, AT));
    expect((await parsed.at(file, STREAM)).value).toBe((await parsed.at(file, STREAM)).value);
  });

  it('is read anew by who sees less of it', async () => {
    const { file, parsed } = open();
    await parsed.at(file, AT);
    // The revision ends within the reference, and at the number that is left of it.
    const early = await parsed.at(file.upTo(TEXT.indexOf(' 0 R')), AT);
    expect(plain(early.value)).toBe(12);
    expect(plain((await parsed.at(file, AT)).value)).toBe('12 0 R');
    await parsed.at(file, STREAM);
    const cut = file.upTo(TEXT.indexOf('stream'));
    expect(plain((await parsed.at(cut, STREAM)).value)).toEqual({});
  });
});
