// What is told of revocation and of later changes: never two lines that contradict each other.
import { describe, expect, it } from 'vitest';
import { changesTold, unnamedChanges } from '../../../core/domain/messages/changes-told.ts';
import { revocationTold } from '../../../core/domain/messages/revocation-told.ts';
import type { ReasonCode } from '../../../core/domain/reason-code.ts';
import type { RevocationSummary } from '../../../core/domain/report.ts';

const ANSWER: RevocationSummary = {
  ...{ status: 'GOOD', embedded: [], source: 'crl', checkedAt: '2026-11-20T00:00:00Z' },
  ...{ revokedAt: null, reason: null, chain: [] },
};
const told = (changes: Partial<RevocationSummary>) =>
  revocationTold({ ...ANSWER, ...changes }, 'id', 'WIB');

describe('revocation', () => {
  it('says what it rests on', () => {
    expect(told({ embedded: ['crl'] })).toEqual([
      'Tidak dicabut, menurut CRL tanggal 20 November 2026 07.00 WIB',
      'Data CRL ada di dalam dokumen',
    ]);
    expect(told({ status: 'UNKNOWN', source: null, checkedAt: null })).toEqual(['Tidak diketahui']);
  });

  it('after the proven time is told as later', () => {
    expect(told({ revokedAt: '2026-10-01T00:00:00Z', reason: 'superseded' })).toEqual([
      'Belum dicabut pada waktu yang terbukti, menurut CRL tanggal 20 November 2026 07.00 WIB',
      'Dicabut kemudian, pada 1 Oktober 2026 07.00 WIB (diganti sertifikat baru)',
    ]);
  });

  it('before it is told with its time, and a hold is none', () => {
    const revoked = { status: 'REVOKED', revokedAt: '2026-04-01T00:00:00Z' } as const;
    expect(told({ ...revoked, reason: null })).toEqual([
      'Dicabut pada 1 April 2026 07.00 WIB, menurut CRL tanggal 20 November 2026 07.00 WIB',
    ]);
    expect(told({ ...revoked, reason: 'certificateHold' })).toEqual([
      'Dibekukan sementara sejak 1 April 2026 07.00 WIB, menurut CRL tanggal 20 November 2026 07.00 WIB',
    ]);
  });
});

describe('later changes', () => {
  const changes = (...codes: readonly ReasonCode[]) =>
    changesTold(
      { modification: 'OTHER', reasons: codes.map((code) => ({ code, params: {} })) },
      'en',
    );

  it('of a file that is built unclearly are not said to be of content', () => {
    expect(changes('STRUCTURE_UNCLEAR')).toBe('What was changed cannot be told');
    expect(changes('STRUCTURE_UNCLEAR', 'PAGES_CHANGED')).toBe('Content was changed');
    expect(changes('STRUCTURE_FORGED')).toBe('Content was changed');
    expect(unnamedChanges('OTHER', 'en')).toBe('What was changed cannot be told');
    expect(unnamedChanges('FORM_FILLING', 'en')).toBe('Form entries or signatures were added');
  });
});
