// A SignedData by each algorithm made here, with every attribute it may carry, built and read again.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemeOf } from '../../../core/cms/algorithms.ts';
import { derAttribute, derOctetString, derSequence } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { openP12 } from '../../../core/cms/p12-key.ts';
import {
  archivedRevocation,
  embeddedRevocation,
  revocationInfoArchival,
} from '../../../core/cms/revocation-archival.ts';
import {
  adbeAttributes,
  buildSignedAttributes,
  PADES_ATTRIBUTES,
  type SignedAttributesOptions,
} from '../../../core/cms/signed-attributes.ts';
import { buildSignedData, signedDataSize } from '../../../core/cms/signed-data.ts';
import { readSignedData } from '../../../core/cms/signed-data-reader.ts';
import { onlySigner } from '../../../core/cms/verify-signer.ts';
import { verifySignedData } from '../../../core/cms/verify.ts';
import {
  DIGEST_OF,
  SIGNATURE_ALGORITHMS,
  type SignatureAlgorithm,
} from '../../../core/domain/signature-algorithm.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { inventory } from '../../../core/pdf/signature-inventory.ts';
import { corpusDir, NO_CORPUS } from '../../support/corpus.ts';
import { memorySource } from '../support/memory-source.ts';
import { p12Of } from '../support/p12.ts';
import { type KeyKind, makeAuthority, makeKey, makeSigner } from '../support/test-certificates.ts';

const root = makeAuthority('Akar');
const CONTENT = Buffer.from('isi keputusan');

function kindFor(algorithm: SignatureAlgorithm): KeyKind {
  if (algorithm === 'ED25519') return 'ed25519';
  if (algorithm.startsWith('RSA')) return 'rsa';
  return `p${algorithm.slice(7, 10)}` as KeyKind;
}

async function build(
  algorithm: SignatureAlgorithm,
  options: SignedAttributesOptions = PADES_ATTRIBUTES,
  timestampToken?: Uint8Array,
  kind: KeyKind = kindFor(algorithm),
) {
  const signer = makeSigner(`Budi ${kind}`, root, { key: makeKey(kind) });
  const certificate = signer.der;
  const digestAlgorithm = DIGEST_OF[algorithm];
  const digest = createHash(digestAlgorithm).update(CONTENT).digest();
  const signedAttributes = buildSignedAttributes({ digest, digestAlgorithm, certificate }, options);
  const key = await openP12(p12Of(signer.key.privateKey, certificate), new Uint8Array(0));
  const signature = await key.sign(signedAttributes, algorithm, { documents: [] });
  const input = { algorithm, certificate, chain: [root.der] };
  const stamped = timestampToken === undefined ? {} : { timestampToken };
  const cms = buildSignedData({ ...input, signedAttributes, signature, ...stamped });
  return { cms, digest, input, signature, signedAttributes };
}

describe.each(SIGNATURE_ALGORITHMS)('%s', (algorithm) => {
  it('verifies, and is named as its standard wants', async () => {
    const { cms, digest } = await build(algorithm);
    expect(verifySignedData(cms, digest)).toEqual({ ok: true });
    const { digestAlgorithm, signatureAlgorithm } = onlySigner(readSignedData(cms).signers);
    expect(digestAlgorithm.parameters).toBeNull();
    const hash = DIGEST_OF[algorithm];
    expect(schemeOf(signatureAlgorithm)).toEqual(
      algorithm === 'ED25519'
        ? { kind: 'eddsa' }
        : algorithm.startsWith('RSA_PSS')
          ? { kind: 'rsa-pss', hash, saltLength: Number(hash.slice(3)) / 8 }
          : { kind: algorithm.startsWith('RSA') ? 'rsa' : 'ecdsa', hash },
    );
  });

  it.each([0, 4711])('fits the size foretold with a time stamp of %i octets', async (octets) => {
    const token = octets === 0 ? undefined : new Uint8Array(octets);
    const { cms, input } = await build(algorithm, PADES_ATTRIBUTES, token);
    const size = signedDataSize({ ...input, extraOctets: octets });
    expect(cms.length).toBeLessThanOrEqual(size);
    expect(size - cms.length).toBeLessThan(24);
  });
});

describe.each(SIGNATURE_ALGORITHMS)(
  'a value by %s that was verified where it was made',
  (algorithm) => {
    it('is not computed again where it is the very same, and is otherwise', async () => {
      const { digest, input, signature, signedAttributes } = await build(algorithm);
      // A wrong one: whether it is computed is seen by what is said of it.
      const wrong = Uint8Array.from(signature);
      wrong[wrong.length - 1]! ^= 1;
      const cms = buildSignedData({ ...input, signedAttributes, signature: wrong });
      const refused = { ok: false, reason: 'SIGNATURE_VALUE_WRONG' };
      expect(verifySignedData(cms, digest)).toEqual(refused);
      const verified = { ...input, signedAttributes, signature: wrong };
      expect(verifySignedData(cms, digest, verified)).toEqual({ ok: true });
      const others = [
        ...SIGNATURE_ALGORITHMS.filter((other) => other !== algorithm).map((other) => ({
          ...verified,
          algorithm: other,
        })),
        { ...verified, certificate: root.der },
        { ...verified, signedAttributes: Uint8Array.from([...signedAttributes, 0]) },
        { ...verified, signature },
      ];
      for (const other of others) expect(verifySignedData(cms, digest, other)).toEqual(refused);
      // Of another document it says nothing.
      const elsewhere = createHash(DIGEST_OF[algorithm]).update('lain').digest();
      expect(verifySignedData(cms, elsewhere, verified)).toEqual({
        ...{ ok: false, reason: 'DIGEST_MISMATCH' },
      });
    });
  },
);

describe('a key bound to PSS', () => {
  it.each(['rsa-pss', 'rsa-pss-384'] as const)('of kind %s signs and verifies', async (kind) => {
    const algorithm = kind === 'rsa-pss' ? 'RSA_PSS_SHA512' : 'RSA_PSS_SHA384';
    const { cms, digest } = await build(algorithm, PADES_ATTRIBUTES, undefined, kind);
    expect(verifySignedData(cms, digest)).toEqual({ ok: true });
  });
});

describe('a signature as BSrE writes it', () => {
  const ocsp = [derSequence(derOctetString(Buffer.from('ocsp')))];
  const crl = [derSequence(derOctetString(Buffer.from('satu'))), derSequence()];

  it.each([
    [{ ocsp, crl }, ['crl', 'ocsp']],
    [{ ocsp, crl: [] }, ['ocsp']],
    [{ ocsp: [], crl }, ['crl']],
  ])('carries %j', async (revocation, kinds) => {
    const { cms, digest, input } = await build('RSA_PKCS1_SHA256', adbeAttributes(revocation));
    expect(verifySignedData(cms, digest)).toEqual({ ok: true });
    const signedData = readSignedData(cms);
    const signer = onlySigner(signedData.signers);
    expect([...signer.signedAttributes!.keys()].sort()).toEqual(
      [OID.contentType, OID.messageDigest, OID.adbeRevocationInfoArchival].sort(),
    );
    expect(embeddedRevocation(signedData, signer)).toEqual(kinds);
    expect(archivedRevocation(signer)).toEqual(revocation);
    expect(signedDataSize({ ...input, attributes: adbeAttributes(revocation) })).toBe(cms.length);
  });

  it('has no empty attribute where nothing is known', async () => {
    const { cms } = await build('RSA_PKCS1_SHA256', adbeAttributes({ ocsp: [], crl: [] }));
    const signer = onlySigner(readSignedData(cms).signers);
    expect([...signer.signedAttributes!.keys()].sort()).toEqual(
      [OID.contentType, OID.messageDigest].sort(),
    );
    expect(archivedRevocation(signer)).toEqual({ ocsp: [], crl: [] });
  });

  it('has the value, octet for octet, that BSrE wrote', async ({ skip }) => {
    const corpus = corpusDir();
    if (corpus === null) return skip(NO_CORPUS);
    const file = readFileSync(join(corpus, 'bsre', 'permenkominfo-2024-003.pdf'));
    const { signatures } = await inventory(await PdfReader.open(memorySource(file)));
    const signer = onlySigner(readSignedData(signatures[0]!.contents).signers);
    const theirs = signer.signedAttributes!.get(OID.adbeRevocationInfoArchival)![0]!.bytes;
    const read = archivedRevocation(signer);
    expect([read.ocsp.length, read.crl.length]).toEqual([1, 0]);
    expect(Buffer.from(revocationInfoArchival(read)).equals(theirs)).toBe(true);
  });
});

describe('a time stamp', () => {
  it('stands as the one unsigned attribute', async () => {
    const token = derSequence(derOctetString(Buffer.from('token')));
    const { cms, digest } = await build('ECDSA_P256_SHA256', PADES_ATTRIBUTES, token);
    expect(verifySignedData(cms, digest)).toEqual({ ok: true });
    const { unsignedAttributes } = onlySigner(readSignedData(cms).signers);
    expect([...unsignedAttributes.keys()]).toEqual([OID.signatureTimeStampToken]);
    expect(unsignedAttributes.get(OID.signatureTimeStampToken)![0]!.bytes).toEqual(token);
    // RFC 5652 5.3: unsignedAttrs [1] IMPLICIT SET OF Attribute, at the end.
    const attribute = derAttribute(OID.signatureTimeStampToken, token);
    const end = Buffer.from([0xa1, attribute.length, ...attribute]);
    expect(Buffer.from(cms.subarray(-end.length))).toEqual(end);
  });
});
