// Range headers as RFC 9110 14.1.2 and 14.2 have them, over a document of 1000 bytes.
import { describe, expect, it } from 'vitest';
import { parseRange } from '../../../electron/main/byte-range.ts';

describe('parseRange', () => {
  it.each([
    ['bytes=0-499', { start: 0, end: 500 }],
    ['bytes=500-999', { start: 500, end: 1000 }],
    ['bytes=-500', { start: 500, end: 1000 }],
    ['bytes=950-', { start: 950, end: 1000 }],
    ['bytes=0-0', { start: 0, end: 1 }],
    ['bytes=-5000', { start: 0, end: 1000 }],
    ['bytes=990-5000', { start: 990, end: 1000 }],
  ])('%s is satisfied', (header, range) => {
    expect(parseRange(header, 1000)).toEqual(range);
  });

  it.each(['bytes=1000-', 'bytes=1000-2000', 'bytes=-0'])('%s is not satisfiable', (header) => {
    expect(parseRange(header, 1000)).toBe('unsatisfiable');
  });

  it.each([null, '', 'bytes=-', 'bytes=5-4', 'bytes=0-1,5-6', 'items=0-1', 'bytes=a-b'])(
    '%s is not heeded',
    (header) => {
      expect(parseRange(header, 1000)).toBe(null);
    },
  );

  it('an empty document has no part', () => {
    expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(parseRange('bytes=-1', 0)).toBe('unsatisfiable');
  });
});
