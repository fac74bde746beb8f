// A signer whose CA is certified twice: that one certificate of it was revoked does not end the other way.
import { describe, expect, it } from 'vitest';
import { makeCrl, type TestEntry } from '../../support/services/test-proofs.ts';
import { makeAuthority, makeSigner, type TestCertificate } from '../support/test-certificates.ts';
import { makeCms } from '../support/test-cms.ts';
import { judgeOne, makeDocument } from '../support/test-document.ts';

const root = makeAuthority('LATIHAN Root');
const other = makeAuthority('LATIHAN Root Lain');
const direct = makeAuthority('LATIHAN CA', { issuer: root, serial: 0x31 });
const cross = makeAuthority('LATIHAN CA', { issuer: other, key: direct.key, serial: 0x32 });
const signer = makeSigner('Budi Penguji', direct);
const held = { thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2040-01-01T00:00:00' };
const crl = (issuer: TestCertificate, ...entries: readonly TestEntry[]): Uint8Array =>
  makeCrl({ issuer, entries, ...held });
const document = makeDocument((digest) =>
  makeCms({ signer, digest, certificates: [signer, direct, cross].map((one) => one.der) }),
);
const judge = (crls: readonly Uint8Array[]) =>
  judgeOne(document, { anchors: [root.der, other.der], crls: [crl(direct), ...crls] });

describe('a CA that is certified twice', () => {
  it.each([
    ['the first', [crl(root, { serial: direct.serial }), crl(other)]],
    ['the second', [crl(root), crl(other, { serial: cross.serial })]],
  ])('passes with %s revoked', async (_, crls) => {
    expect(await judge(crls)).toMatchObject({ indication: 'TOTAL_PASSED' });
  });

  it('is revoked with both', async () => {
    const both = [crl(root, { serial: direct.serial }), crl(other, { serial: cross.serial })];
    const { codes, indication } = await judge(both);
    expect(codes).toContain('AUTHORITY_REVOKED');
    expect(indication).toBe('INDETERMINATE');
  });
});
