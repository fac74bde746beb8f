// Dates, numbers and digests as they are read here.
import { describe, expect, it } from 'vitest';
import {
  commonName,
  formatBytes,
  formatDate,
  formatDateTime,
  formatNumber,
  groupDigest,
  hourIn,
  shortDigest,
} from '../../../renderer/base/format.ts';

describe('times', () => {
  it('are said in the zone asked for, with its name', () => {
    expect(formatDateTime('2026-11-24T02:15:00Z', 'WITA', 'id')).toBe(
      '24 November 2026 10.15 WITA',
    );
    expect(formatDateTime('2026-11-24T02:15:00Z', 'WIB', 'id')).toBe('24 November 2026 09.15 WIB');
    expect(formatDateTime('2026-11-24T02:15:00Z', 'WIT', 'en')).toBe('24 November 2026 11:15 WIT');
  });

  it('cross midnight and the year with their zone', () => {
    expect(formatDate('2026-12-31T16:30:00Z', 'WIB', 'id')).toBe('31 Desember 2026');
    expect(formatDate('2026-12-31T16:30:00Z', 'WITA', 'id')).toBe('1 Januari 2027');
    expect(hourIn(new Date('2026-12-31T16:30:00Z'), 'WITA')).toBe(0);
  });

  it('are empty for what is not a time', () => {
    expect(formatDateTime('kemarin', 'WITA', 'id')).toBe('');
  });
});

describe('numbers', () => {
  it('have a dot for thousands in Indonesian and a comma in English', () => {
    expect(formatNumber(1234567, 'id')).toBe('1.234.567');
    expect(formatNumber(1234567, 'en')).toBe('1,234,567');
    expect(formatBytes(1_260_000, 'id')).toBe('1,3 MB');
    expect(formatBytes(999, 'en')).toBe('999 B');
  });
});

describe('digests', () => {
  const sha256 = `9f3a41c0${'0'.repeat(52)}77d2`;

  it('are short enough to compare by eye, or whole in groups', () => {
    expect(shortDigest(sha256)).toBe('9F3A 41C0 … 77D2');
    expect(groupDigest('9f3a41c0')).toBe('9F3A 41C0');
  });
});

describe('commonName', () => {
  it('reads RFC 4514 names with escapes, and gives the whole where there is none', () => {
    expect(commonName('CN=Siti Rahmawati\\, S.H., O=LATIHAN, C=ID')).toBe('Siti Rahmawati, S.H.');
    expect(commonName('C=ID, O=LATIHAN, CN=CA LATIHAN')).toBe('CA LATIHAN');
    expect(commonName('O=LATIHAN')).toBe('O=LATIHAN');
  });
});
