// A file whose later update is cut off, as a broken download leaves it: the signed revision is whole, and that is said.
import { describe, expect, it } from 'vitest';
import { openSigned } from '../../../core/validation/open-signed.ts';
import { baseDocument, PART } from '../../vectors/support/base-document.ts';
import { SECOND, signed, stamped, told, verify } from '../../vectors/support/in-memory.ts';
import { bodyOf, compressedUpdate, objectText, update } from '../../vectors/support/update.ts';
import { memorySource } from '../support/memory-source.ts';

const note = (file: Buffer): string =>
  `${bodyOf(file, PART.note).slice(0, -2)} /M (D:20261124) /Contents (${'Catatan '.repeat(40)}) >>`;

const UPDATES: Readonly<Record<string, (file: Buffer) => Buffer | Promise<Buffer>>> = {
  'a table': (file) =>
    update(file, {
      objects: {
        [PART.note]: note(file),
        [PART.info]: '<< /Title (Keputusan) >>',
        [PART.metadata]: ['/Type /Metadata /Subtype /XML', 'x'.repeat(900)],
      },
    }),
  'a cross-reference stream': (file) => compressedUpdate(file, { [PART.note]: note(file) }),
  'another signature': (file) => signed(file, { key: SECOND }),
  'a time stamp': (file) => stamped(file),
};

/** What is said of the first signature when the file ends at each of so many places. */
async function toldWhereCut(file: Buffer, whole: Buffer): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  const step = Math.max(1, Math.floor((whole.length - file.length) / 120));
  for (
    let size = whole.length - 1;
    size > file.length;
    size -= size > whole.length - 60 ? 1 : step
  ) {
    const { signatures } = await verify(whole.subarray(0, size));
    const [first] = signatures;
    expect(first?.intact).toBe(true);
    const codes = told(first!);
    // Only the last end of line may be missing.
    if (size < whole.length - 1) expect(codes, `at ${size}`).not.toContain('LATER_CHANGES_ALLOWED');
    found.set(size, codes.find((code) => /^STRUCTURE|^FILE/.test(code)) ?? codes.join());
  }
  return found;
}

describe.each(Object.entries(UPDATES))('a cut in an update by %s', (_, build) => {
  it('is told as one, but where it leaves whole objects', async () => {
    const file = await signed(baseDocument());
    const whole = await build(file);
    const where = await toldWhereCut(file, whole);
    const text = whole.toString('latin1');
    const forged = [...where].filter(([, code]) => code === 'STRUCTURE_FORGED');
    // Whole objects, rows or a trailer and nothing after them are what forgers append.
    for (const [size] of forged) {
      const end = text.slice(0, size).trimEnd();
      expect(
        /(?:endobj|endstream|>>|[nf]|\n\d+ \d+)$/.test(end),
        `${size}: …${end.slice(-30)}`,
      ).toBe(true);
    }
    const incomplete = [...where.values()].filter((code) => code === 'FILE_INCOMPLETE');
    expect(incomplete.length).toBeGreaterThan(where.size * 0.7);
  });
});

describe('a file that is cut off', () => {
  it('can neither be confirmed nor is called forged, and what was signed can be taken out', async () => {
    const file = await signed(baseDocument());
    const cut = (await UPDATES['a table']!(file)).subarray(0, -400);
    const { verdict, signatures } = await verify(cut);
    expect(verdict).toBe('INDETERMINATE');
    expect(signatures[0]).toMatchObject({
      ...{ indication: 'INDETERMINATE', subIndication: 'FORMAT_FAILURE', intact: true },
      ...{ modification: 'NOT_JUDGED', coverage: 'ENTIRE_REVISION', revision: 2 },
    });
    const { signatures: found } = await openSigned(memorySource(cut), {});
    const [, , second = 0, rest = 0] = found.signatures[0]!.byteRange;
    expect(cut.subarray(0, second + rest).equals(file)).toBe(true);
  });

  const forged = objectText(PART.content, ['', 'BT (Rp 9.000.000.000) Tj ET']);
  it.each<[string, (file: Buffer) => Buffer[]]>([
    ['whole objects', (file) => [file, forged]],
    ['a whole object and bytes that are none', (file) => [file, forged, Buffer.from('1 2 3')]],
    ['two headers', (file) => [file, Buffer.from('4 0 obj << 5 0 obj << /A 1')]],
    [
      'a section before the objects',
      (file) => [file, Buffer.from('xref\n0 0\n'), forged, Buffer.from('4 0 obj <<')],
    ],
    ['a whole table', (file) => [file, forged, Buffer.from('xref\n4 1\n0000000000 00000 n\r\n')]],
    [
      'a whole trailer',
      (file) => [file, forged, Buffer.from('xref\n0 0\ntrailer\n<< /Root 1 0 R >>\n')],
    ],
  ])('is still called forged where what follows is %s', async (_, build) => {
    const { signatures } = await verify(Buffer.concat(build(await signed(baseDocument()))));
    expect(told(signatures[0]!)).toContain('STRUCTURE_FORGED');
  });
});
