// A vector for every check: a signature that is right in all things but one.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { der, derOid, derSequence, derSetOf } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { PRACTICE_POLICY } from '../../../core/domain/practice-mark.ts';
import { NO_TRUST_LIST } from '../../../core/domain/trust-list.ts';
import { CHECKS } from '../../../core/validation/checks/all.ts';
import { makeCrl, reasonExtension, type TestEntry } from '../../support/services/test-proofs.ts';
import {
  makeAuthority,
  makeKey,
  makeSigner,
  type TestCertificate,
} from '../support/test-certificates.ts';
import { attribute, type CmsOptions, makeCms, makeToken } from '../support/test-cms.ts';
import {
  type DocumentOptions,
  judge,
  type JudgeOptions,
  judgeOne,
  makeDocument,
} from '../support/test-document.ts';

const root = makeAuthority('LATIHAN Root');
const signer = makeSigner('Budi Penguji', root);
const tsa = makeSigner('LATIHAN Stempel Waktu', root, { purposes: [OID.timeStamping] });
const held = { thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2040-01-01T00:00:00' };
const crl = (issuer: TestCertificate, ...revoked: readonly TestEntry[]): Uint8Array =>
  makeCrl({ issuer, entries: revoked, ...held });
const TRUST: JudgeOptions = { anchors: [root.der], crls: [crl(root)] };

interface Vector {
  readonly cms?: Partial<CmsOptions>;
  readonly document?: DocumentOptions;
  readonly judge?: JudgeOptions;
}

const ownDocument = ({ cms, document }: Vector) =>
  makeDocument((digest) => makeCms({ signer, digest, ...cms }), document);

async function outcome(vector: Vector) {
  const { codes, indication, subIndication, intact } = await judgeOne(ownDocument(vector), {
    ...TRUST,
    ...vector.judge,
  });
  return { codes, indication, subIndication, intact };
}

const GOOD = ['SIGNATURE_INTACT', 'CHAIN_TRUSTED', 'NOT_REVOKED'];
const INTACT = ['SIGNATURE_INTACT'];

const stamp =
  (time: string, authority = tsa, options: object = {}) =>
  (signature: Uint8Array) => [
    attribute(OID.signatureTimeStampToken, makeToken(signature, { authority, time, ...options })),
  ];

describe('a right signature', () => {
  it('passes', async () => {
    expect(await judgeOne(ownDocument({}), TRUST)).toMatchObject({
      codes: GOOD,
      indication: 'TOTAL_PASSED',
      subIndication: null,
      intact: true,
      coverage: 'ENTIRE_FILE',
      modification: 'NONE',
      level: 'PAdES-B-B',
      bestTime: null,
      signer: { subject: 'CN=Budi Penguji, O=Pena Test, C=ID' },
      revocation: {
        ...{ status: 'GOOD', embedded: ['crl'], source: 'crl', revokedAt: null, reason: null },
        checkedAt: '2026-11-20T00:00:00.000Z',
      },
    });
  });

  it('with a trusted time stamp and all proof has a best time and level B-LT', async () => {
    const document = ownDocument({ cms: { unsigned: stamp('2026-05-01T10:00:00') } });
    expect(await judgeOne(document, TRUST)).toMatchObject({
      codes: [...GOOD, 'TIMESTAMP_PRESENT'],
      // All the proof is in the document.
      level: 'PAdES-B-LT',
      bestTime: '2026-05-01T10:00:00.000Z',
      timestamps: [{ type: 'signature', intact: true, trusted: true }],
    });
  });

  it('whose certificate expired stays good at the time a trusted time stamp proves', async () => {
    const expired = makeSigner('Sudah Habis', root, { notAfter: '2026-06-01T00:00:00' });
    const vector = { signer: expired, unsigned: stamp('2026-05-01T10:00:00') };
    // A list of November says nothing of a certificate that ended in June.
    const then = makeCrl({
      issuer: root,
      thisUpdate: '2026-04-30T00:00:00',
      nextUpdate: '2026-05-30T00:00:00',
    });
    const known = { ...TRUST, crls: [then, crl(root)] };
    expect((await outcome({ cms: vector, judge: known })).indication).toBe('TOTAL_PASSED');
    expect((await outcome({ cms: vector })).subIndication).toBe('TRY_LATER');
    const late = { signer: expired, unsigned: stamp('2026-07-01T10:00:00') };
    expect((await outcome({ cms: late })).subIndication).toBe('OUT_OF_BOUNDS_NO_POE');
  });
});

const other = makeAuthority('LATIHAN Root lain');
const sub = makeAuthority('LATIHAN Sub', { issuer: root, keyUsage: ['cRLSign'] });
const weak = makeSigner('Kunci Pendek', root, { key: makeKey('rsa1024') });

const city = makeAuthority('LATIHAN CA Kota', { issuer: root });
const inCity = makeSigner('Ani Kota', city);
const cityTsa = makeSigner('Stempel Kota', city, { purposes: [OID.timeStamping] });
const revokedLater: TestEntry = {
  serial: signer.serial,
  at: '2026-10-01T00:00:00',
  extensions: [reasonExtension(4)],
};

const practiceMark = {
  oid: OID.certificatePolicies,
  value: derSequence(derSequence(PRACTICE_POLICY)),
};
const practising = makeSigner('Pejabat Berlatih', root, { extensions: [practiceMark] });
const practiceRoot = makeAuthority('LATIHAN CA latihan', { extensions: [practiceMark] });

/** By check: the vector, the codes expected, and the value of `intact`. */
const VECTORS: Readonly<Record<string, readonly [Vector, readonly string[]]>> = {
  'byte-range-well-formed': [
    { document: { value: { byteRange: [1, 2, 3, 4] } } },
    ['BYTE_RANGE_INVALID'],
  ],
  'contents-readable': [
    { document: { value: { contents: Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x01) } } },
    ['CONTENTS_MALFORMED'],
  ],
  'signed-attributes-present': [
    { cms: { referenced: null } },
    [...GOOD, 'SIGNED_ATTRIBUTES_MISSING'],
  ],
  'sub-filter-supported': [
    { document: { subFilter: 'adbe.x509.rsa_sha1' } },
    ['SUBFILTER_UNSUPPORTED'],
  ],
  'digest-matches': [{ cms: { digest: new Uint8Array(32) } }, ['DIGEST_MISMATCH']],
  'signature-value-right': [
    { cms: { spoil: (value) => value.map((octet, i) => (i === 40 ? octet ^ 1 : octet)) } },
    ['SIGNATURE_VALUE_WRONG'],
  ],
  'signer-certificate-present': [{ cms: { certificates: [] } }, ['CERTIFICATE_MISSING']],
  'signing-certificate-matches': [
    { cms: { referenced: other.der } },
    [...GOOD, 'SIGNING_CERTIFICATE_MISMATCH'],
  ],
  'signing-certificate-referenced': [
    { cms: { referenced: null }, document: { subFilter: 'adbe.pkcs7.detached' } },
    [...GOOD, 'SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT'],
  ],
  'anchors-given': [{ judge: { anchors: [] } }, [...INTACT, 'NO_ANCHORS']],
  'chain-found': [{ judge: { anchors: [other.der] } }, [...INTACT, 'CHAIN_NOT_FOUND']],
  'chain-valid': [
    { cms: { signer: makeSigner('Di Bawah Sub', sub), certificates: [] } },
    [...INTACT, 'CHAIN_INVALID'],
  ],
  'chain-begun': [
    { judge: { at: '2024-06-01T00:00:00Z' } },
    [...INTACT, 'CERTIFICATE_NOT_YET_VALID'],
  ],
  'chain-unexpired': [
    { judge: { now: '2035-06-01T00:00:00Z' } },
    [...INTACT, 'CERTIFICATE_EXPIRED'],
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
  'modification-judged': [
    { document: { later: 'later revision %%EOF\n' } },
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

/** Checks whose vectors need more than one signature or an odd file: see below. */
const ELSEWHERE = new Set([
  ...['coverage-whole', 'overlap-bounded'],
  // Two time stamps, one over the other: stamp-time.test.ts.
  'timestamps-in-order',
  // What changed after signing takes real files: tests/core/validation/modifications.
  ...['structure-sound', 'structure-clear', 'certification-respected', 'locks-respected'],
  ...['stamp-foreseen', 'comments-foreseen'],
  ...CHECKS.map(({ id }) => id).filter((id) => /^change-(?:explained|undoubted)-/.test(id)),
]);

describe('each check', () => {
  it('has a vector', () => {
    const ids = CHECKS.map(({ id }) => id).filter((id) => !ELSEWHERE.has(id));
    expect(Object.keys(VECTORS).sort()).toEqual([...ids].sort());
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  });

  it.each(CHECKS.filter(({ id }) => id in VECTORS))('$id', async (check) => {
    const [given, codes] = VECTORS[check.id]!;
    const vector = check.id === 'chain-valid' ? withChain(given) : given;
    const result = await outcome(vector);
    expect(result.codes).toEqual(codes);
    expect(result.intact).toBe(codes.includes('SIGNATURE_INTACT'));
    if (check.indication !== 'TOTAL_PASSED' && check.id !== 'modification-judged') {
      expect(result).toMatchObject({
        indication: check.indication,
        subIndication: check.subIndication,
      });
    }
  });
});

function withChain(vector: Vector): Vector {
  return { ...vector, cms: { ...vector.cms, certificates: [vector.cms!.signer!.der, sub.der] } };
}

describe('practice mode', () => {
  const bySigner = (one: TestCertificate) => ownDocument({ cms: { signer: one } });
  const unmarked = makeSigner('Tanpa Tanda', practiceRoot);
  const anchors = [root.der, practiceRoot.der];

  it('has an authority that nobody outside can make an anchor, and is named all the same', async () => {
    const pinned = {
      name: 'LATIHAN CA latihan',
      sha256: createHash('sha256').update(practiceRoot.der).digest('hex'),
    };
    for (const trust of [NO_TRUST_LIST, { ...NO_TRUST_LIST, pinned: [pinned] }]) {
      const document = ownDocument({
        cms: { signer: unmarked, certificates: [unmarked.der, practiceRoot.der] },
      });
      expect(await judgeOne(document, { anchors, trust })).toMatchObject({
        codes: [...INTACT, 'SIGNED_IN_PRACTICE', 'CHAIN_NOT_FOUND'],
        indication: 'INDETERMINATE',
        subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
      });
    }
  });

  it('trusts its own authority, and asks nobody whether its certificates were revoked', async () => {
    const trust = { ...NO_TRUST_LIST, practice: true };
    const own = makeSigner('Pejabat Latihan', practiceRoot, { extensions: [practiceMark] });
    expect(await judgeOne(bySigner(own), { anchors: [practiceRoot.der], trust })).toMatchObject({
      codes: ['SIGNATURE_INTACT', 'CHAIN_TRUSTED', 'PRACTICE_SIGNATURE'],
      indication: 'TOTAL_PASSED',
    });
  });

  it('makes nothing good of a signature that is broken', async () => {
    const trust = { ...NO_TRUST_LIST, practice: true };
    const document = ownDocument({ cms: { signer: practising, digest: new Uint8Array(32) } });
    expect((await judgeOne(document, { ...TRUST, trust })).indication).toBe('TOTAL_FAILED');
    expect((await judgeOne(document, TRUST)).indication).toBe('TOTAL_FAILED');
  });

  it('says of what is signed with a real certificate what is said anywhere', async () => {
    const trust = { ...NO_TRUST_LIST, practice: true };
    expect((await judgeOne(ownDocument({}), { ...TRUST, trust })).codes).toEqual(GOOD);
  });
});

describe('coverage', () => {
  it('that ends at no revision is said to be a part of the file', async () => {
    const { bytes, inventory } = ownDocument({ document: { later: 'more' } });
    const document = { bytes, inventory: { ...inventory, revisionEnds: [bytes.length] } };
    expect(await judgeOne(document, TRUST)).toMatchObject({
      indication: 'INDETERMINATE',
      subIndication: 'FORMAT_FAILURE',
      coverage: 'PARTIAL',
      modification: 'NOT_JUDGED',
      codes: [...GOOD, 'COVERAGE_PARTIAL'],
    });
  });
});

describe('ranges that overlap', () => {
  it('are not all computed, and the rest is said to be unchecked', async () => {
    const { bytes, inventory } = ownDocument({});
    const [value] = inventory.signatures;
    // Each claims a gap of its own in the same bytes and all of the rest.
    const signatures = Array.from({ length: 20 }, (_, i) => {
      const gap = { start: 20 + i, end: 22 + i };
      const byteRange = [0, gap.start, gap.end, bytes.length - gap.end];
      return { ...value!, contentsSpan: gap, byteRange };
    });
    const report = await judge({ bytes, inventory: { ...inventory, signatures } }, TRUST);
    const codes = report.signatures.map(({ reasons }) => reasons.map(({ code }) => code));
    expect(codes.slice(0, 16)).toEqual(Array.from({ length: 16 }, () => ['DIGEST_MISMATCH']));
    expect(codes.slice(16)).toEqual(Array.from({ length: 4 }, () => ['LIMIT_EXCEEDED']));
    expect(report.signatures[19]).toMatchObject({
      indication: 'INDETERMINATE',
      subIndication: 'SIGNED_DATA_NOT_FOUND',
      intact: false,
    });
  });
});

describe('old kinds of signatures', () => {
  it('adbe.pkcs7.sha1 is verified and called weak', async () => {
    const document = makeDocument(
      (digest) =>
        makeCms({
          signer,
          content: digest,
          digest: createHash('sha256').update(digest).digest(),
          referenced: null,
        }),
      { subFilter: 'adbe.pkcs7.sha1', hash: 'sha1' },
    );
    expect(await judgeOne(document, TRUST)).toMatchObject({
      intact: true,
      level: 'CMS',
      indication: 'INDETERMINATE',
      subIndication: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
      codes: [...GOOD, 'SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT', 'ALGORITHM_WEAK'],
    });
    const bytes = Uint8Array.from(document.bytes);
    bytes[12] = (bytes[12] ?? 0) ^ 1;
    expect((await judgeOne({ ...document, bytes }, TRUST)).subIndication).toBe('HASH_FAILURE');
  });

  it('SHA-1 in the signature is called weak', async () => {
    const document = makeDocument((digest) => makeCms({ signer, digest, hash: 'sha1' }), {
      hash: 'sha1',
    });
    expect((await judgeOne(document, TRUST)).codes).toEqual([...GOOD, 'ALGORITHM_WEAK']);
  });

  it('a content type that is not the content fails', async () => {
    const { codes } = await outcome({ cms: { contentTypeAttribute: OID.tstInfo } });
    expect(codes).toContain('SIGNED_ATTRIBUTES_MISSING');
  });
});

describe('a document time stamp', () => {
  const stamped = (options: object = {}, authority = tsa) =>
    makeDocument(
      (_, signed) => makeToken(signed, { authority, time: '2026-05-01T10:00:00', ...options }),
      { subFilter: 'ETSI.RFC3161', type: 'docTimeStamp' },
    );

  it('is verified over the byte range', async () => {
    expect(await judgeOne(stamped(), TRUST)).toMatchObject({
      type: 'docTimeStamp',
      intact: true,
      level: 'CMS',
      bestTime: '2026-05-01T10:00:00.000Z',
      indication: 'TOTAL_PASSED',
      timestamps: [{ type: 'document', intact: true, trusted: true }],
      signer: { subject: 'CN=LATIHAN Stempel Waktu, O=Pena Test, C=ID' },
    });
  });

  it('fails when the file changes', async () => {
    const document = stamped();
    const bytes = Uint8Array.from(document.bytes);
    bytes[12] = (bytes[12] ?? 0) ^ 1;
    expect(await judgeOne({ ...document, bytes }, TRUST)).toMatchObject({
      intact: false,
      subIndication: 'HASH_FAILURE',
      bestTime: null,
    });
  });

  it('by a certificate for other purposes proves no time', async () => {
    expect(await judgeOne(stamped({}, signer), TRUST)).toMatchObject({
      intact: true,
      bestTime: null,
      subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
      timestamps: [{ trusted: false }],
    });
  });

  it('in the place of a signature is not taken for one', async () => {
    const document = makeDocument((_, signed) =>
      makeToken(signed, { authority: tsa, time: '2026-05-01T10:00:00' }),
    );
    expect((await judgeOne(document, TRUST)).codes).toEqual(['CONTENTS_MALFORMED']);
  });
});

describe('embedded revocation data', () => {
  it('is reported by its kinds', async () => {
    const archival = attribute(
      OID.adbeRevocationInfoArchival,
      derSequence(der(0xa0, derSequence(derSetOf())), der(0xa1, derSequence(derSetOf()))),
    );
    const document = ownDocument({ cms: { moreSigned: [archival] } });
    expect((await judgeOne(document, TRUST)).revocation.embedded).toEqual(['crl', 'ocsp']);
  });
});
