// Reading BER: right structures, and bytes made to break a reader.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BerCursor, membersOf, readBer, readWholeBer, TAG } from '../../../core/cms/ber.ts';
import {
  flagsOf,
  integerHexOf,
  octetsOf,
  oidOf,
  smallIntegerOf,
  textOf,
  timeOf,
} from '../../../core/cms/ber-values.ts';
import { CmsError } from '../../../core/cms/cms-error.ts';
import { der, derOid, derSequence, derSetOf } from '../../../core/cms/der-writer.ts';
import { processorTime } from '../../support/processor-time.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const element = (hex: string) => readWholeBer(bytes(hex));
const refused = (read: () => unknown): void => {
  expect(read).toThrow(CmsError);
  expect(read).toThrow('CMS_MALFORMED');
};

describe('an element', () => {
  it('is read where it stands, without a copy', () => {
    const source = bytes('ff3003020105ff');
    const sequence = readBer(source, 1);
    expect(sequence.bytes).toEqual(bytes('3003020105'));
    expect(sequence.content.buffer).toBe(source.buffer);
    expect(new BerCursor(sequence).next(TAG.INTEGER).content).toEqual(bytes('05'));
  });

  it('of indefinite length ends at its end-of-contents octets (X.690 8.1.5)', () => {
    const outer = element('3080308002010500000000');
    expect(membersOf(outer, TAG.SEQUENCE)).toHaveLength(1);
    expect(membersOf(membersOf(outer, TAG.SEQUENCE)[0]!, TAG.SEQUENCE)).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['no length', '30'],
    ['a length cut off', '3082'],
    ['a length beyond the end', '300502'],
    ['a length of five octets', '308500000000'],
    ['a high tag number', '1f8101'],
    ['an indefinite length of a primitive', '04800000'],
    ['no end of contents', '3080020105'],
    ['half an end of contents', '308002010500'],
    ['bytes after it', '30000000'],
  ])('with %s is refused', (_, hex) => {
    refused(() => readWholeBer(bytes(hex)));
  });

  it('nested without end is refused soon', () => {
    const bomb = new Uint8Array(8 << 20).map((_, i) => (i % 2 === 0 ? 0x30 : 0x80));
    const took = processorTime();
    refused(() => readBer(bomb));
    expect(took()).toBeLessThan(100);
  });

  it('with very many members is refused', () => {
    const crowd = derSequence(new Uint8Array(20_000).map((_, i) => (i % 2 === 0 ? 5 : 0)));
    refused(() => membersOf(readBer(crowd), TAG.SEQUENCE));
  });

  it('of any bytes is read or refused, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
        try {
          const read = readBer(input);
          expect(read.bytes.length).toBeLessThanOrEqual(input.length);
          for (const member of membersOf(read, read.tag)) oidOf(member);
        } catch (error) {
          expect(error).toBeInstanceOf(CmsError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('that was written is read back', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 10 }), (parts) => {
        const written = derSequence(...parts.map((part) => der(0x04, part)));
        const read = membersOf(readWholeBer(written), TAG.SEQUENCE).map(octetsOf);
        expect(read.map((part) => [...part])).toEqual(parts.map((part) => [...part]));
      }),
    );
  });
});

describe('values', () => {
  it.each([
    ['06032a0304', '1.2.3.4'],
    ['06092a864886f70d010702', '1.2.840.113549.1.7.2'],
    ['0603883703', '2.999.3'],
    ['06020000', '0.0.0'],
    // Arcs that are no exact numbers: a UUID of ones (ITU-T X.667 6.3), 2^53 + 1.
    [
      '06146983ffffffffffffffffffffffffffffffffff7f',
      '2.25.340282366920938463463374607431768211455',
    ],
    ['06092a9080808080808001', '1.2.9007199254740993'],
  ])('object identifier %s', (hex, dotted) => {
    expect(oidOf(element(hex))).toBe(dotted);
  });

  it.each(['0600', '06022a86', `0641${'01'.repeat(65)}`])('broken identifier %s', (hex) => {
    refused(() => oidOf(element(hex)));
  });

  it('object identifiers are written as they are read', () => {
    for (const oid of ['1.2.840.113549.1.9.16.2.47', '2.16.840.1.101.3.4.2.1', '0.4.0.1862.1.4']) {
      expect(oidOf(readWholeBer(derOid(oid)))).toBe(oid);
    }
  });

  it('integers', () => {
    expect(integerHexOf(element('02020080'))).toBe('80');
    expect(integerHexOf(element('020100'))).toBe('00');
    expect(smallIntegerOf(element('02020100'))).toBe(256);
    refused(() => smallIntegerOf(element('0201ff')));
    refused(() => smallIntegerOf(element('02050100000000')));
    refused(() => integerHexOf(element('0200')));
  });

  it('octet strings in pieces', () => {
    expect(octetsOf(element('24800401aa0402bbcc0000'))).toEqual(Buffer.from('aabbcc', 'hex'));
    refused(() => octetsOf(element('2403020100')));
  });

  it('flags, of as many bits as are written', () => {
    expect([...flagsOf(element('030206c0'))]).toEqual([0, 1]);
    expect([...flagsOf(element('0303070080'))]).toEqual([8]);
    refused(() => flagsOf(element('0300')));
    refused(() => flagsOf(element('03020880')));
  });

  const time = (tag: number, text: string) => timeOf(readWholeBer(der(tag, Buffer.from(text))));
  it.each([
    [TAG.UTC_TIME, '260818050539Z', '2026-08-18T05:05:39.000Z'],
    [TAG.UTC_TIME, '491231235959Z', '2049-12-31T23:59:59.000Z'],
    [TAG.UTC_TIME, '500101000000Z', '1950-01-01T00:00:00.000Z'],
    [TAG.GENERALIZED_TIME, '20240229120000Z', '2024-02-29T12:00:00.000Z'],
    [TAG.GENERALIZED_TIME, '20240301120000.25Z', '2024-03-01T12:00:00.250Z'],
  ])('time %i %s', (tag, text, iso) => {
    expect(time(tag, text).toISOString()).toBe(iso);
  });

  it.each([
    [TAG.UTC_TIME, '2608180505Z'],
    [TAG.UTC_TIME, '260818050539+0800'],
    [TAG.UTC_TIME, '261318050539Z'],
    [TAG.GENERALIZED_TIME, '20230229120000Z'],
    [TAG.GENERALIZED_TIME, '20240101240000Z'],
    [TAG.GENERALIZED_TIME, '20240101120060Z'],
    [TAG.OCTET_STRING, '20240101120000Z'],
  ])('broken time %i %s', (tag, text) => {
    refused(() => time(tag, text));
  });

  it('texts of every string type of names', () => {
    expect(textOf(element('0c03c3a962'))).toBe('éb');
    expect(textOf(element('1402e962'))).toBe('éb');
    expect(textOf(element('1e0400e90062'))).toBe('éb');
    expect(textOf(element('0401ff'))).toBeNull();
    refused(() => textOf(element('1e0300e900')));
  });

  it('sets are sorted by their encodings (X.690 11.6)', () => {
    const set = derSetOf(bytes('020103'), bytes('0101ff'), bytes('020101'));
    expect(Buffer.from(set).toString('hex')).toBe('31090101ff020101020103');
  });
});
