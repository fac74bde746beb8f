// What a camera tells is gone, and the picture is what it was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PenaError } from '../../../../core/domain/pena-error.ts';
import { paperType, withoutMetadata } from '../../../../core/lifecycle/papers/strip-metadata.ts';

const bytes = (...parts: (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : part)));

function segment(marker: string, content: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return bytes(`ff${marker}`, length, content);
}
function chunk(type: string, content: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return bytes(length, Buffer.from(type + content, 'latin1'), '00000000');
}

const jfif = segment('e0', Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1'));
const table = segment('db', Buffer.alloc(65, 7));
const scan = bytes('ffda0008010100003f00', 'a1b2ff00c3', 'ffd9');
/** Little-endian Exif: orientation 6, and a maker's text behind it. */
const exif = segment(
  'e1',
  bytes(
    Buffer.from('Exif\0\0', 'latin1'),
    '49492a0008000000' + '0100' + '120103000100000006000000' + '00000000',
    Buffer.from('GPS -0.5022,117.1536 Canon'),
  ),
);

describe('a scan without metadata', () => {
  it('loses place and comment of a JPEG, and keeps tables, scan and which side is up', () => {
    const comment = segment('fe', Buffer.from('Budi'));
    const behind = Buffer.from('preview with GPS');
    const file = bytes('ffd8', jfif, exif, comment, table, scan, behind);
    const clean = Buffer.from(withoutMetadata(file));
    expect(clean.toString('latin1')).not.toMatch(/GPS|Canon|Budi/);
    expect(clean.includes(jfif) && clean.includes(table) && clean.includes(scan)).toBe(true);
    const kept = clean.subarray(clean.indexOf('Exif\0\0', 0, 'latin1') + 6);
    expect(kept.subarray(0, 4).toString('hex')).toBe('4d4d002a');
    expect(kept.readUInt16BE(10)).toBe(0x0112);
    expect(kept.readUInt16BE(18)).toBe(6);
    expect(Buffer.from(withoutMetadata(clean))).toEqual(clean);
  });

  it('loses the texts of a PNG, and keeps its picture', () => {
    const head = bytes('89504e470d0a1a0a', chunk('IHDR', 'x'.repeat(13)));
    const picture = bytes(chunk('IDAT', 'picture'), chunk('IEND', ''));
    const file = bytes(head, chunk('tEXt', 'Author\0Budi'), chunk('eXIf', 'GPS'), picture);
    expect(Buffer.from(withoutMetadata(file))).toEqual(bytes(head, picture));
  });

  it('leaves a PDF alone, whose signature would no longer hold', () => {
    const pdf = Buffer.from('%PDF-1.7 ...');
    expect(paperType(pdf)).toBe('application/pdf');
    expect(withoutMetadata(pdf)).toBe(pdf);
  });

  it('says no to whatever else, and never more than that', () => {
    const start = fc.constantFrom('ffd8ff', '89504e470d0a1a0a', '');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
        try {
          withoutMetadata(bytes(head, Buffer.from(rest)));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(PenaError);
          expect(thrown).toMatchObject({ code: 'PAPER_UNSUPPORTED' });
        }
      }),
    );
  });
});
