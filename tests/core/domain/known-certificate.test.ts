// When a certificate's owner is warned, and which certificate counts.
import { expect, test } from 'vitest';
import {
  daysLeft,
  expiringCertificates,
  expiryWarning,
  type KnownCertificate,
  replacementOf,
} from '../../../core/domain/known-certificate.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const DAY = 86_400_000;

function inDays(days: number): string {
  return new Date(NOW.getTime() + days * DAY).toISOString();
}

function known(over: Partial<KnownCertificate> = {}): KnownCertificate {
  return {
    ...{ sha256: 'a'.repeat(64), certificate: 'MAA=', name: 'Budi', issuer: 'CA' },
    ...{ subjectKey: 'cn=budi', serial: '01', hasPrivateKey: true },
    ...{ notBefore: inDays(-300), notAfter: inDays(20), token: { label: 'K', serial: '1' } },
    ...{ firstSeen: inDays(-10), lastSeen: inDays(-5), lastSigned: null, reportedLost: null },
    ...over,
  };
}

test.each([
  [90.01, null, 91],
  [90, 90, 90],
  [30.5, 90, 31],
  [30, 30, 30],
  [14, 14, 14],
  [7.2, 14, 8],
  [7, 7, 7],
  [1.1, 7, 2],
  [1, 1, 1],
  [0.2, 1, 1],
  [-0.01, 'expired', 0],
] as const)('with %s days left the warning is %s', (days, warning, left) => {
  expect(expiryWarning({ notAfter: inDays(days) }, NOW)).toBe(warning);
  expect(daysLeft({ notAfter: inDays(days) }, NOW)).toBe(left);
});

test('a newer one of the same subject takes the place of the older, on the token or from the issuer', () => {
  const old = known();
  const newer = known({ sha256: 'b'.repeat(64), notBefore: inDays(-1), notAfter: inDays(700) });
  expect(replacementOf(old, [old, newer])).toBe(newer);
  expect(replacementOf(newer, [old, newer])).toBeNull();
  const elsewhere = { ...newer, issuer: 'CA lain', token: { label: 'K', serial: '2' } };
  expect(replacementOf(old, [old, elsewhere])).toBeNull();
  expect(replacementOf(old, [old, { ...newer, issuer: 'CA lain' }])).not.toBeNull();
  expect(replacementOf(old, [old, { ...newer, subjectKey: 'cn=siti' }])).toBeNull();
  const lost = { since: inDays(-1), at: inDays(0) };
  expect(replacementOf(old, [old, { ...newer, reportedLost: lost }])).toBeNull();
});

test('warned of is what its owner must renew, the most urgent first', () => {
  const soon = known({ sha256: '1'.repeat(64), subjectKey: 'cn=a', notAfter: inDays(3) });
  const later = known({ sha256: '2'.repeat(64), subjectKey: 'cn=b', notAfter: inDays(60) });
  const fine = known({ sha256: '3'.repeat(64), subjectKey: 'cn=c', notAfter: inDays(200) });
  const authority = known({ sha256: '4'.repeat(64), subjectKey: 'cn=d', hasPrivateKey: false });
  const lost = known({
    ...{ sha256: '5'.repeat(64), subjectKey: 'cn=e' },
    reportedLost: { since: inDays(-1), at: inDays(0) },
  });
  expect(expiringCertificates([later, fine, authority, lost, soon], NOW)).toEqual([soon, later]);
});
