// Which digest EdDSA comes with (RFC 8419 2.3), and what a signer says of his own algorithms (RFC 6211 2).
import { expect, it } from 'vitest';
import { derOid, derSequence, derSmallInteger } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { makeAuthority, makeKey, makeSigner } from '../support/test-certificates.ts';
import { judgeFile, plainFile, signFile, type SignOptions } from '../support/signed-file.ts';
import { attribute, type CmsOptions, makeCms } from '../support/test-cms.ts';
import { der } from '../../../core/cms/der-writer.ts';

type Hash = NonNullable<SignOptions['hash']>;

const root = makeAuthority('LATIHAN Root');
const plain = makeSigner('Budi Penguji', root);
const ed25519 = makeSigner('Budi Ed25519', root, { key: makeKey('ed25519', 'misfit') });
const ed448 = makeSigner('Budi Ed448', root, { key: makeKey('ed448', 'misfit') });
const base = plainFile();

async function told(cms: Omit<CmsOptions, 'digest'>, hash: Hash = 'sha256') {
  const file = signFile(base, (digest) => makeCms({ ...cms, digest, hash }), { hash });
  const { signatures } = await judgeFile(file, { anchors: [root.der] });
  return { intact: signatures[0]?.intact, codes: signatures[0]?.reasons.map(({ code }) => code) };
}

it.each([
  ['Ed25519 with SHA-512', { signer: ed25519 }, 'sha512'],
  ['Ed448 with SHAKE256', { signer: ed448 }, 'shake256'],
  [
    'Ed448 with SHAKE256 of a named length',
    {
      signer: ed448,
      digestAlgorithm: derSequence(derOid(OID.shake256Len), der(0x02, Uint8Array.of(2, 0))),
    },
    'shake256',
  ],
] as const)('%s goes together', async (_, cms, hash) => {
  const { intact, codes } = await told(cms, hash);
  expect(intact).toBe(true);
  expect(codes).toContain('SIGNATURE_INTACT');
  expect(codes).not.toContain('ALGORITHMS_MISFIT');
  expect(codes).not.toContain('ALGORITHM_WEAK');
});

it.each([
  ['Ed25519 with SHA-256', { signer: ed25519 }, 'sha256'],
  ['Ed25519 with SHAKE256', { signer: ed25519 }, 'shake256'],
  ['Ed448 with SHA-512', { signer: ed448 }, 'sha512'],
] as const)('%s is intact and no signature by the standard', async (_, cms, hash) => {
  const { intact, codes } = await told(cms, hash);
  expect(intact).toBe(true);
  expect(codes).toContain('ALGORITHMS_MISFIT');
});

it('does not compute SHAKE256 of another length', async () => {
  const digestAlgorithm = derSequence(derOid(OID.shake256Len), derSmallInteger(64));
  const { codes } = await told({ signer: ed448, digestAlgorithm }, 'shake256');
  expect(codes).toContain('ALGORITHM_UNSUPPORTED');
});

const protection = (digest: string, signature: string): Uint8Array =>
  attribute(
    OID.cmsAlgorithmProtection,
    derSequence(derSequence(derOid(digest)), der(0xa1, derOid(signature))),
  );

it.each([
  ['the algorithms that are named', OID.sha256, OID.ecdsaWithSha256, false],
  ['another digest', OID.sha512, OID.ecdsaWithSha256, true],
  ['another signature algorithm', OID.sha256, OID.ecdsaWithSha512, true],
] as const)('protects %s', async (_, digest, signature, misfit) => {
  const { codes } = await told({ signer: plain, moreSigned: [protection(digest, signature)] });
  expect(codes?.includes('ALGORITHMS_MISFIT')).toBe(misfit);
});
