// Increments on files of each cross-reference kind: every earlier byte stays, the kind is kept, and what
// was changed is what is read afterwards. Expected structure by hand from ISO 32000-2 7.5.4 to 7.5.8.
import { describe, expect, it } from 'vitest';
import { Increment } from '../../../../core/pdf/increment/increment.ts';
import {
  integerOf,
  PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
} from '../../../../core/pdf/objects.ts';
import { PdfReader } from '../../../../core/pdf/reader.ts';
import { memorySource } from '../../support/memory-source.ts';
import { classicFile, hybridFile, streamFile } from '../../support/small-files.ts';

async function extended(
  file: Uint8Array,
  change: (increment: Increment, reader: PdfReader) => void,
): Promise<{ bytes: Buffer; reader: PdfReader; appended: string }> {
  const before = await PdfReader.open(memorySource(file));
  const increment = new Increment(before);
  change(increment, before);
  const built = await increment.build();
  const bytes = Buffer.concat([file, built.bytes]);
  const reader = await PdfReader.open(memorySource(bytes));
  return { bytes, reader, appended: built.bytes.toString('latin1') };
}

const KINDS = [
  ['classic table', classicFile],
  ['stream', streamFile],
  ['hybrid', hybridFile],
] as const;

describe.each(KINDS)('an increment on a file with a cross-reference %s', (kind, make) => {
  it('keeps every earlier byte, replaces and adds', async () => {
    const file = make();
    const page = new PdfRef(3, 0);
    const { bytes, reader } = await extended(file, (increment) => {
      const added = increment.add(new PdfDict([['Neu', true]]));
      increment.set(
        page,
        new PdfDict([
          ['Type', new PdfName('Page')],
          ['New', added],
        ]),
      );
    });
    expect(bytes.subarray(0, file.length).equals(file)).toBe(true);
    const changed = (await reader.resolveDict(page))!;
    expect(await reader.resolveDict(changed.get('New'))).toEqual(new PdfDict([['Neu', true]]));
    // What was not changed is found through /Prev.
    expect((await reader.catalog()).get('Type')).toEqual(new PdfName('Catalog'));
  });

  it('keeps the kind, the trailer and its /ID, and points back', async () => {
    const file = make();
    const old = await PdfReader.open(memorySource(file));
    const { reader } = await extended(file, (increment) => increment.add(null));
    const [newest, before] = reader.links;
    expect(newest!.section.kind).toBe(kind === 'stream' ? 'stream' : 'table');
    expect(integerOf(reader.trailer.get('Prev'))).toBe(before!.section.offset);
    expect(plainIds(reader.trailer.get('ID'))).toEqual(plainIds(old.trailer.get('ID')));
    expect(reader.trailer.get('Custom')).toEqual(new PdfName('Kept'));
    expect(reader.trailer.get('XRefStm')).toBeUndefined();
    expect(integerOf(reader.trailer.get('Size'))).toBe(reader.nextObjectNumber);
  });
});

describe('an increment', () => {
  it('begins on a line of its own where the file does not end with one', async () => {
    const file = classicFile();
    const bare = file.subarray(0, file.length - 1);
    expect(Buffer.from(bare).toString('latin1')).toMatch(/%%EOF$/);
    const { appended } = await extended(bare, (increment) => increment.add(null));
    expect(appended.startsWith('\n')).toBe(true);
  });

  it('groups consecutive numbers into one subsection of 20-byte entries (7.5.4)', async () => {
    const { appended } = await extended(classicFile(), (increment, reader) => {
      expect(reader.nextObjectNumber).toBe(5);
      increment.set(new PdfRef(3, 0), null);
      increment.add(null);
      increment.add(null);
    });
    const table = /xref\n3 1\n(.{20})5 2\n(.{20})(.{20})trailer/s.exec(appended)!;
    expect(table).not.toBeNull();
    for (const entry of table.slice(1)) expect(entry).toMatch(/^\d{10} 00000 n\r\n$/);
  });

  it('keeps the generation of an object it replaces', async () => {
    const { appended } = await extended(classicFile({ pageGeneration: 2 }), (increment) => {
      increment.set(new PdfRef(3, 2), true);
    });
    expect(appended).toContain('3 2 obj\ntrue\nendobj');
    expect(appended).toMatch(/3 1\n\d{10} 00002 n/);
  });
});

function plainIds(object: PdfObject | undefined): unknown {
  return JSON.stringify(object, (key, value: unknown) => (key === 'span' ? undefined : value));
}
