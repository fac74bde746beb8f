// A vector for each check: a whole file, signed by hand, that is right in all things but one.
import { derOctetString, derOid, derSequence } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { PRACTICE_POLICY } from '../../../core/domain/practice-mark.ts';
import { NO_TRUST_LIST } from '../../../core/domain/trust-list.ts';
import {
  makeCrl,
  makeOcsp,
  reasonExtension,
  type TestEntry,
} from '../../support/services/test-proofs.ts';
import { bodyOf, highest, offsetOf, update } from '../../vectors/support/update.ts';
import {
  makeAuthority,
  makeKey,
  makeSigner,
  type TestCertificate,
} from '../support/test-certificates.ts';
import { attribute, type CmsOptions, makeCms, makeToken } from '../support/test-cms.ts';
import { type SignOptions, signFile } from '../support/signed-file.ts';
import type { JudgeOptions } from '../support/test-document.ts';

export const root = makeAuthority('LATIHAN Root');
export const signer = makeSigner('Budi Penguji', root);
const edwards = makeSigner('Budi Edwards', root, { key: makeKey('ed25519', 'edwards') });
const tsa = makeSigner('LATIHAN Stempel Waktu', root, { purposes: [OID.timeStamping] });
const held = { thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2040-01-01T00:00:00' };
const crl = (issuer: TestCertificate, ...revoked: readonly TestEntry[]): Uint8Array =>
  makeCrl({ issuer, entries: revoked, ...held });
export const TRUST: JudgeOptions = { anchors: [root.der], crls: [crl(root)] };

export interface Vector {
  readonly cms?: Partial<CmsOptions>;
  /** The whole of the contents, instead of a CMS. */
  readonly contents?: Uint8Array;
  readonly file?: SignOptions;
  /** Made over the content before it is signed. */
  readonly contentStamp?: (content: Uint8Array) => Uint8Array;
  /** What happens to the file afterwards. */
  readonly later?: (file: Buffer) => Buffer;
  readonly judge?: JudgeOptions;
}

const GOOD = ['SIGNATURE_INTACT', 'CHAIN_TRUSTED', 'NOT_REVOKED'];
const INTACT = ['SIGNATURE_INTACT'];

const stamp =
  (time: string, authority = tsa, options: object = {}) =>
  (signature: Uint8Array) => [
    attribute(OID.signatureTimeStampToken, makeToken(signature, { authority, time, ...options })),
  ];

const contentStamp =
  (time: string) =>
  (content: Uint8Array): Uint8Array =>
    makeToken(content, { authority: tsa, time });

const other = makeAuthority('LATIHAN Root lain');
const sub = makeAuthority('LATIHAN Sub', { issuer: root, keyUsage: ['cRLSign'] });
const belowSub = makeSigner('Di Bawah Sub', sub);
const weak = makeSigner('Kunci Pendek', root, { key: makeKey('rsa1024') });

const city = makeAuthority('LATIHAN CA Kota', { issuer: root });
const inCity = makeSigner('Ani Kota', city);
const cityTsa = makeSigner('Stempel Kota', city, { purposes: [OID.timeStamping] });
const revokedLater: TestEntry = {
  serial: signer.serial,
  at: '2026-10-01T00:00:00',
  extensions: [reasonExtension(4)],
};

const expired = makeSigner('Sudah Habis', root, { notAfter: '2026-06-01T00:00:00' });
const listOfMay = makeCrl({
  ...{ issuer: root, thisUpdate: '2026-05-31T00:00:00', nextUpdate: '2026-06-07T00:00:00' },
});
const revokedIn = (month: string, reason = 1): Uint8Array =>
  crl(root, {
    ...{ serial: signer.serial, at: `${month}-01T00:00:00` },
    extensions: [reasonExtension(reason)],
  });

/** Its answer holds until the 30th, and its certificate ended on the 23rd. */
const ended = makeSigner('OCSP Sudah Habis', root, {
  ...{ purposes: [OID.ocspSigning], notAfter: '2026-11-23T00:00:00' },
});
const answerOfEnded = makeOcsp({
  ...{ certificate: signer, issuer: root, responder: ended },
  ...{ thisUpdate: '2026-11-22T00:00:00', nextUpdate: '2026-11-30T00:00:00' },
});

const signaturePolicy = attribute(
  OID.signaturePolicyIdentifier,
  derSequence(
    derOid('2.999.7'),
    derSequence(derSequence(derOid(OID.sha256)), derOctetString(new Uint8Array(32))),
  ),
);

const practiceMark = {
  oid: OID.certificatePolicies,
  value: derSequence(derSequence(PRACTICE_POLICY)),
};
const practising = makeSigner('Pejabat Berlatih', root, { extensions: [practiceMark] });

/** The first field of `plainFile`, without its value. */
const FIELD = 10;
const emptied = (file: Buffer): { readonly [FIELD]: string } => ({
  [FIELD]: bodyOf(file, FIELD).replace(/\/V \d+ 0 R/, ''),
});
/** A section without /Prev that leads to all objects but the value: to readers the file begins with it. */
const begunAnew = (file: Buffer): Buffer => {
  const others = Array.from({ length: highest(file) }, (_, i) => i + 1)
    .map((num): [number, number] => [num, offsetOf(file, num)])
    .filter(([num, at]) => num !== FIELD && at !== -1);
  return update(file, { objects: emptied(file), offsets: Object.fromEntries(others), prev: 0 });
};

const DEEP_PAGE = `<< /Type /Page /Parent 2 0 R /X ${'['.repeat(600)}${']'.repeat(600)} >>`;

/** By check: the vector, the codes expected, and the value of `intact`. */
export const VECTORS: Readonly<Record<string, readonly [Vector, readonly string[]]>> = {
  'byte-range-well-formed': [{ file: { byteRange: () => [1, 2, 3, 4] } }, ['BYTE_RANGE_INVALID']],
  'contents-readable': [
    { contents: Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x01) },
    ['CONTENTS_MALFORMED'],
  ],
  'signed-attributes-present': [
    { cms: { referenced: null } },
    [...GOOD, 'SIGNED_ATTRIBUTES_MISSING'],
  ],
  'sub-filter-supported': [{ file: { subFilter: 'adbe.pkcs7.s4' } }, ['SUBFILTER_UNSUPPORTED']],
  'digest-matches': [{ cms: { digest: new Uint8Array(32) } }, ['DIGEST_MISMATCH']],
  'signature-value-right': [
    { cms: { spoil: (value) => value.map((octet, i) => (i === 40 ? octet ^ 1 : octet)) } },
    ['SIGNATURE_VALUE_WRONG'],
  ],
  'signature-kept': [{ later: begunAnew }, [...GOOD, 'SIGNATURE_REMOVED']],
  'signature-replaced': [
    {
      later: (file) =>
        signFile(
          update(file, { objects: emptied(file) }),
          (digest) => makeCms({ signer, digest }),
          { field: 1 },
        ),
    },
    [...GOOD, 'SIGNATURE_REPLACED'],
  ],
  'signer-certificate-present': [{ cms: { certificates: [] } }, ['CERTIFICATE_MISSING']],
  'signing-certificate-matches': [
    { cms: { referenced: other.der } },
    [...GOOD, 'SIGNING_CERTIFICATE_MISMATCH'],
  ],
  'signing-certificate-referenced': [
    { cms: { referenced: null }, file: { subFilter: 'adbe.pkcs7.detached' } },
    [...GOOD, 'SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT'],
  ],
  'anchors-given': [{ judge: { anchors: [] } }, [...INTACT, 'NO_ANCHORS']],
  'chain-found': [{ judge: { anchors: [other.der] } }, [...INTACT, 'CHAIN_NOT_FOUND']],
  'chain-valid': [
    { cms: { signer: belowSub, certificates: [belowSub.der, sub.der] } },
    [...INTACT, 'CHAIN_INVALID'],
  ],
  'chain-begun': [
    { judge: { at: '2024-06-01T00:00:00Z', crls: [] } },
    [...INTACT, 'CERTIFICATE_NOT_YET_VALID'],
  ],
  'signer-begun': [
    { judge: { at: '2024-06-01T00:00:00Z' } },
    [...INTACT, 'NOT_REVOKED', 'CERTIFICATE_NOT_YET_VALID'],
  ],
  // A list of November says nothing of a certificate that ended in June.
  'chain-unexpired': [{ cms: { signer: expired } }, [...INTACT, 'CERTIFICATE_EXPIRED']],
  'signer-unexpired': [
    { cms: { signer: expired }, judge: { crls: [crl(root), listOfMay] } },
    [...INTACT, 'NOT_REVOKED', 'CERTIFICATE_EXPIRED'],
  ],
  'signed-before-revocation': [
    { contentStamp: contentStamp('2026-05-01T10:00:00'), judge: { crls: [revokedIn('2026-04')] } },
    [...INTACT, 'CHAIN_TRUSTED', 'CONTENT_TIMESTAMP_PRESENT', 'SIGNED_AFTER_REVOCATION'],
  ],
  'signed-before-expiry': [
    { cms: { signer: expired }, contentStamp: contentStamp('2026-06-02T10:00:00') },
    [...INTACT, 'CONTENT_TIMESTAMP_PRESENT', 'SIGNED_AFTER_EXPIRY'],
  ],
  'algorithms-strong-when-made': [
    { cms: { signer: weak }, contentStamp: contentStamp('2026-05-01T10:00:00') },
    [...GOOD, 'CONTENT_TIMESTAMP_PRESENT', 'ALGORITHM_WEAK_WHEN_MADE'],
  ],
  'content-timestamp-first': [
    {
      cms: { unsigned: stamp('2026-05-01T10:00:00') },
      contentStamp: contentStamp('2026-05-01T10:06:00'),
    },
    [...GOOD, 'TIMESTAMP_PRESENT', 'CONTENT_TIMESTAMP_PRESENT', 'CONTENT_TIMESTAMP_LATER'],
  ],
  'content-timestamp-sound': [
    { contentStamp: () => contentStamp('2026-05-01T10:00:00')(new Uint8Array(8)) },
    [...GOOD, 'CONTENT_TIMESTAMP_UNUSED'],
  ],
  'not-suspended': [
    { judge: { crls: [revokedIn('2026-10', 6)] } },
    [...INTACT, 'CHAIN_TRUSTED', 'CERTIFICATE_SUSPENDED'],
  ],
  'revocation-told-in-time': [
    { judge: { crls: [], ocsps: [answerOfEnded] } },
    [...INTACT, 'CHAIN_TRUSTED', 'REVOCATION_TOLD_TOO_LATE'],
  ],
  'signature-policy-applied': [
    { cms: { moreSigned: [signaturePolicy] } },
    [...GOOD, 'SIGNATURE_POLICY_NAMED'],
  ],
  'coverage-whole': [
    { file: { byteRange: ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d - 10] } },
    [...GOOD, 'COVERAGE_PARTIAL'],
  ],
  'timestamps-in-order': [
    {
      cms: { unsigned: stamp('2026-05-01T10:00:00') },
      later: (file) =>
        signFile(file, (_, content) => contentStamp('2026-04-20T10:00:00')(content), {
          ...{ type: 'DocTimeStamp', subFilter: 'ETSI.RFC3161', field: 1 },
        }),
    },
    [...GOOD, 'TIMESTAMP_PRESENT', 'LATER_CHANGES_ALLOWED', 'TIMESTAMPS_OUT_OF_ORDER'],
  ],
  'key-usage-right': [
    { cms: { signer: makeSigner('Penyandi', root, { keyUsage: ['keyEncipherment'] }) } },
    [...GOOD, 'KEY_USAGE_WRONG'],
  ],
  'algorithms-strong': [{ cms: { signer: weak } }, [...GOOD, 'ALGORITHM_WEAK']],
  'timestamp-intact': [
    { cms: { unsigned: () => stamp('2026-05-01T10:00:00')(new Uint8Array(8)) } },
    [...GOOD, 'TIMESTAMP_BROKEN'],
  ],
  'timestamp-identified': [
    { cms: { unsigned: stamp('2026-05-01T10:00:00', tsa, { certificates: [] }) } },
    [...GOOD, 'TIMESTAMP_CERTIFICATE_MISSING'],
  ],
  'timestamp-trusted': [
    {
      cms: {
        unsigned: stamp(
          '2026-05-01T10:00:00',
          makeSigner('Bukan Penstempel', root, { purposes: [OID.timeStamping, OID.serverAuth] }),
        ),
      },
    },
    [...GOOD, 'TIMESTAMP_UNTRUSTED'],
  ],
  'timestamp-judged': [
    { cms: { unsigned: stamp('2026-05-01T10:00:00') }, judge: { anchors: [] } },
    [...INTACT, 'NO_ANCHORS', 'TIMESTAMP_NOT_JUDGED'],
  ],
  'stamped-after-issuance': [
    {
      cms: {
        signer: makeSigner('Terbit Kemudian', root, { notBefore: '2026-06-01T00:00:00' }),
        unsigned: stamp('2026-05-01T10:00:00'),
      },
      judge: { at: '2026-11-24T00:00:00Z' },
    },
    [...GOOD, 'TIMESTAMP_PRESENT', 'TIMESTAMP_BEFORE_CERTIFICATE'],
  ],
  'algorithms-known': [
    { cms: { signer: makeSigner('Kurva Eksplisit', root, { key: unnamedCurve() }) } },
    ['ALGORITHM_UNSUPPORTED'],
  ],
  // With SHA-256, where RFC 8419 wants SHA-512.
  'algorithms-fitting': [{ cms: { signer: edwards } }, [...GOOD, 'ALGORITHMS_MISFIT']],
  'revocation-known': [
    { judge: { crls: [] } },
    ['SIGNATURE_INTACT', 'CHAIN_TRUSTED', 'REVOCATION_UNKNOWN'],
  ],
  'signer-not-revoked': [
    { judge: { crls: [crl(root, { serial: signer.serial, at: '2026-10-01T00:00:00' })] } },
    ['SIGNATURE_INTACT', 'CHAIN_TRUSTED', 'CERTIFICATE_REVOKED'],
  ],
  'authority-not-revoked': [
    {
      cms: { signer: inCity, certificates: [inCity.der, city.der] },
      judge: { crls: [crl(root, { serial: city.serial, at: '2026-10-01T00:00:00' }), crl(city)] },
    },
    ['SIGNATURE_INTACT', 'CHAIN_TRUSTED', 'AUTHORITY_REVOKED'],
  ],
  'not-revoked-later': [
    {
      cms: { unsigned: stamp('2026-05-01T10:00:00') },
      judge: { crls: [crl(root, revokedLater)] },
    },
    ['SIGNATURE_INTACT', 'CHAIN_TRUSTED', 'TIMESTAMP_PRESENT', 'REVOKED_LATER'],
  ],
  'timestamp-authority-known': [
    {
      cms: {
        unsigned: stamp('2026-05-01T10:00:00', cityTsa),
        certificates: [signer.der, city.der],
      },
    },
    [...GOOD, 'TIMESTAMP_PRESENT', 'TIMESTAMP_REVOCATION_UNKNOWN'],
  ],
  'timestamp-authority-not-revoked': [
    {
      cms: { unsigned: stamp('2026-05-01T10:00:00') },
      judge: { crls: [crl(root, { serial: tsa.serial, at: '2026-04-01T00:00:00' })] },
    },
    [...GOOD, 'TIMESTAMP_AUTHORITY_REVOKED'],
  ],
  'timestamp-authority-fresh': [
    {
      cms: {
        unsigned: stamp('2026-05-01T10:00:00', cityTsa),
        certificates: [signer.der, city.der],
      },
      judge: {
        crls: [
          crl(root),
          makeCrl({
            issuer: city,
            ...{ thisUpdate: '2026-05-01T11:00:00', nextUpdate: '2026-05-02T11:00:00' },
          }),
        ],
      },
    },
    [...GOOD, 'TIMESTAMP_PRESENT', 'TIMESTAMP_STATUS_OLD'],
  ],
  'not-for-practice': [{ cms: { signer: practising } }, [...GOOD, 'SIGNED_IN_PRACTICE']],
  'named-as-practice': [
    { cms: { signer: practising }, judge: { trust: { ...NO_TRUST_LIST, practice: true } } },
    [...GOOD, 'PRACTICE_SIGNATURE'],
  ],
  // A page nested deeper than is read.
  'modification-judged': [
    { later: (file) => update(file, { objects: { 3: DEEP_PAGE } }) },
    [...GOOD, 'MODIFICATION_NOT_JUDGED'],
  ],
};

/** A key whose curve is not one we know by name. */
function unnamedCurve() {
  const key = makeKey('p256', 'kurva eksplisit');
  const spki = derSequence(
    derSequence(derOid(OID.ecPublicKey), derSequence(derOid('1.2.840.10045.1.1'))),
    key.spki.subarray(-68), // the BIT STRING with the point
  );
  return { ...key, spki };
}
