// What a signature is said to be, beyond the one check that it fails (check-vectors.test.ts).
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { der, derSequence, derSetOf } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { PRACTICE_POLICY } from '../../../core/domain/practice-mark.ts';
import { NO_TRUST_LIST } from '../../../core/domain/trust-list.ts';
import { makeCrl, type TestEntry } from '../../support/services/test-proofs.ts';
import { makeAuthority, makeSigner, type TestCertificate } from '../support/test-certificates.ts';
import { attribute, type CmsOptions, makeCms, makeToken } from '../support/test-cms.ts';
import { type JudgeOptions, judgeOne, makeDocument } from '../support/test-document.ts';

const root = makeAuthority('LATIHAN Root');
const signer = makeSigner('Budi Penguji', root);
const tsa = makeSigner('LATIHAN Stempel Waktu', root, { purposes: [OID.timeStamping] });
const held = { thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2040-01-01T00:00:00' };
const crl = (issuer: TestCertificate, ...revoked: readonly TestEntry[]): Uint8Array =>
  makeCrl({ issuer, entries: revoked, ...held });
const TRUST: JudgeOptions = { anchors: [root.der], crls: [crl(root)] };

interface Vector {
  readonly cms?: Partial<CmsOptions>;
  readonly judge?: JudgeOptions;
}

const ownDocument = ({ cms }: Pick<Vector, 'cms'>) =>
  makeDocument((digest) => makeCms({ signer, digest, ...cms }));

async function outcome(vector: Vector) {
  return judgeOne(ownDocument(vector), { ...TRUST, ...vector.judge });
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

const practiceMark = {
  oid: OID.certificatePolicies,
  value: derSequence(derSequence(PRACTICE_POLICY)),
};
const practising = makeSigner('Pejabat Berlatih', root, { extensions: [practiceMark] });
const practiceRoot = makeAuthority('LATIHAN CA latihan', { extensions: [practiceMark] });

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
