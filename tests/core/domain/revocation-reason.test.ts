// Why a certificate was revoked, in words: every reason of RFC 5280 5.3.1, in both languages, in sentences.
import { describe, expect, it } from 'vitest';
import { revocationReason } from '../../../core/domain/messages/revocation-reason.ts';
import { errorSentence, reasonSentence } from '../../../core/domain/messages/sentence.ts';
import { reasonOf } from '../../../core/trust/revocation/judgement.ts';

/** CRLReason's values; 7 is not used. */
const VALUES = [0, 1, 2, 3, 4, 5, 6, 8, 9, 10];

describe('a revocation reason', () => {
  it.each(VALUES.map(reasonOf))('%s has words in both languages', (name) => {
    const [id, en] = [revocationReason(name, 'id'), revocationReason(name, 'en')];
    expect(new Set([name, id, en]).size).toBe(3);
  });

  it('no standard knows is told as it stands', () => {
    expect(revocationReason('lainnya', 'id')).toBe('lainnya');
  });

  it.each(['CERTIFICATE_REVOKED', 'AUTHORITY_REVOKED', 'REVOKED_LATER'] as const)(
    'is said in words by %s',
    (code) => {
      const params = { name: 'Budi', time: '2026-05-01T00:00:00Z', reason: 'superseded' };
      expect(reasonSentence(code, params, 'id', 'WIB')).toContain('(diganti sertifikat baru)');
      expect(reasonSentence(code, params, 'en', 'WIB')).toContain(
        '(replaced by a new certificate)',
      );
    },
  );

  it('is said in words before signing', () => {
    const params = { name: 'Budi', reason: 'keyCompromise' };
    expect(errorSentence('CERT_REVOKED', params, 'en')).toContain('(private key compromised)');
  });
});
