// adbe.x509.rsa_sha1 (ISO 32000-1 12.8.3.2): an RSA value alone in /Contents, made by node:crypto over the range.
import { sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { derOctetString } from '../../../core/cms/der-writer.ts';
import { makeCrl } from '../../support/services/test-proofs.ts';
import { judgeFile, plainFile, signFile, type SignOptions } from '../support/signed-file.ts';
import { makeAuthority, makeKey, makeSigner } from '../support/test-certificates.ts';

const root = makeAuthority('Root');
const sub = makeAuthority('Sub', { issuer: root });
const signer = makeSigner('Penanda Tangan Lama', sub, { key: makeKey('rsa') });
const stranger = makeSigner('Orang Lain', sub, { key: makeKey('rsa', 'lain') });
const held = { thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2040-01-01T00:00:00' };
const proofs = { crls: [root, sub].map((issuer) => makeCrl({ issuer, ...held })) };
const string = ({ der }: { der: Uint8Array }): string => `<${Buffer.from(der).toString('hex')}>`;

function signed(hash: 'sha1' | 'sha256', entries: string, options: SignOptions = {}): Buffer {
  const value = (_: Uint8Array, content: Uint8Array): Uint8Array =>
    derOctetString(sign(hash, content, signer.key.privateKey));
  return signFile(plainFile(proofs), value, {
    ...{ subFilter: 'adbe.x509.rsa_sha1', hash, entries: `/Cert ${entries} `, ...options },
  });
}

async function judged(file: Uint8Array) {
  const report = await judgeFile(file, { anchors: [root.der] });
  const [one] = report.signatures;
  return { ...one, codes: one?.reasons.map(({ code }) => code) };
}

describe('an RSA value beside its certificates', () => {
  it('over SHA-256 is a signature like another', async () => {
    const { codes, intact, indication, level } = await judged(
      signed('sha256', `[${string(signer)} ${string(sub)}]`),
    );
    expect(codes).toEqual(expect.arrayContaining(['SIGNATURE_INTACT', 'CHAIN_TRUSTED']));
    expect({ intact, indication, level }).toEqual({
      ...{ intact: true, indication: 'TOTAL_PASSED', level: 'CMS' },
    });
  });

  it('over SHA-1 is whole, and weak', async () => {
    const { codes, intact, indication, subIndication } = await judged(
      signed('sha1', `[${string(signer)} ${string(sub)}]`),
    );
    expect(codes).toContain('ALGORITHM_WEAK');
    expect({ intact, indication, subIndication }).toEqual({
      intact: true,
      indication: 'INDETERMINATE',
      subIndication: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
    });
  });

  it('with a single certificate that leads nowhere is not trusted', async () => {
    const { intact, indication } = await judged(signed('sha256', string(signer)));
    expect({ intact, indication }).toEqual({ intact: true, indication: 'INDETERMINATE' });
  });

  it('that another key made fails', async () => {
    const { intact, indication } = await judged(signed('sha256', `[${string(stranger)}]`));
    expect({ intact, indication }).toEqual({ intact: false, indication: 'TOTAL_FAILED' });
  });

  it('over changed bytes fails', async () => {
    const file = signed('sha256', `[${string(signer)} ${string(sub)}]`);
    file.write('73', file.indexOf('72 700 200'), 'latin1');
    const { codes, indication } = await judged(file);
    expect(codes).toContain('DIGEST_MISMATCH');
    expect(indication).toBe('TOTAL_FAILED');
  });

  it.each([
    ['no certificate', '[]'],
    ['what is no certificate', '(x)'],
  ])('with %s cannot be read', async (_, entries) => {
    const { codes, indication } = await judged(signed('sha256', entries));
    expect(codes).toContain('CONTENTS_MALFORMED');
    expect(indication).not.toBe('TOTAL_PASSED');
  });

  it('that is no OCTET STRING cannot be read', async () => {
    const file = signFile(plainFile(), () => Uint8Array.of(0x30, 0), {
      ...{ subFilter: 'adbe.x509.rsa_sha1', entries: `/Cert ${string(signer)} ` },
    });
    expect((await judged(file)).codes).toContain('CONTENTS_MALFORMED');
  });
});
