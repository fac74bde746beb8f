// Who issued a certificate, by Pasal 6: that somebody is trusted here does not make it recognised.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TrustList } from '../../../core/domain/trust-list.ts';
import { makeCrl } from '../../support/services/test-proofs.ts';
import { makeAuthority, makeSigner, type TestCertificate } from '../support/test-certificates.ts';
import { makeCms } from '../support/test-cms.ts';
import { judgeOne, makeDocument } from '../support/test-document.ts';

const root = makeAuthority('Root Contoh');
const issuing = makeAuthority('CA Contoh', { issuer: root });
const practice = makeAuthority('CA LATIHAN Contoh');
/** Only the word itself: a name that holds its letters is no practice name. */
const namesake = makeAuthority('PELATIHANKU');
const digestOf = ({ der }: TestCertificate): string =>
  createHash('sha256').update(der).digest('hex');
const listOf = (
  pinned: readonly TestCertificate[],
  bsre: readonly TestCertificate[],
): TrustList => ({
  date: '2026-11-25',
  pinned: pinned.map((one) => ({ name: 'Root', sha256: digestOf(one) })),
  pasal6: new Set(bsre.map(digestOf)),
});

async function issuedUnder(
  issuer: TestCertificate,
  { anchors, trust }: { anchors: readonly TestCertificate[]; trust: TrustList },
) {
  const signer = makeSigner('Budi Penguji', issuer);
  const certificates = [signer, issuer, root].map((one) => one.der);
  const document = makeDocument((digest) => makeCms({ signer, digest, certificates }));
  const crls = [makeCrl({ issuer, nextUpdate: '2040-01-01T00:00:00' })];
  const options = { anchors: anchors.map((one) => one.der), trust, crls };
  return (await judgeOne(document, options)).issuedUnder;
}

describe('issuedUnder', () => {
  it.each([
    ['BSRE', issuing, [], listOf([root], [issuing])],
    ['BSRE', issuing, [root], listOf([], [issuing])],
    ['OTHER_RECOGNISED', issuing, [], listOf([root], [])],
    ['OTHER_RECOGNISED', issuing, [root], listOf([root], [])],
    ['USER_TRUSTED', issuing, [root], listOf([], [])],
    ['USER_TRUSTED', namesake, [namesake], listOf([root], [])],
    ['PRACTICE', practice, [practice], listOf([root], [])],
    ['PRACTICE', practice, [practice], listOf([practice], [])],
    ['NOT_RECOGNISED', practice, [], listOf([root], [])],
  ] as const)('%s', async (expected, issuer, anchors, trust) => {
    expect(await issuedUnder(issuer, { anchors, trust })).toBe(expected);
  });
});
