// A time stamp states no time before its authority's certificate began, and none in the future (EN 319 102-1
// 5.5.4, 5.6.2.3): whoever holds the key could otherwise date documents back.
import { describe, expect, it } from 'vitest';
import { OID } from '../../../core/cms/oids.ts';
import { makeCrl } from '../../support/services/test-proofs.ts';
import { makeAuthority, makeSigner } from '../support/test-certificates.ts';
import { attribute, makeCms, makeToken } from '../support/test-cms.ts';
import { judgeOne, makeDocument } from '../support/test-document.ts';

const root = makeAuthority('LATIHAN Root');
const signer = makeSigner('Budi Penguji', root, { notBefore: '2020-01-01T00:00:00' });
const tsa = makeSigner('LATIHAN Stempel Waktu', root, {
  ...{ purposes: [OID.timeStamping], notBefore: '2026-04-01T00:00:00' },
});
const crls = [
  makeCrl({ issuer: root, thisUpdate: '2026-05-02T00:00:00', nextUpdate: '2026-06-02T00:00:00' }),
];
const judging = { anchors: [root.der], crls, now: '2026-05-03T00:00:00Z' };

const stampedAt = (time: string) =>
  makeDocument((digest) =>
    makeCms({
      ...{ signer, digest },
      unsigned: (value) => [
        attribute(OID.signatureTimeStampToken, makeToken(value, { authority: tsa, time })),
      ],
    }),
  );
const documentStamp = (time: string) =>
  makeDocument((_, bytes) => makeToken(bytes, { authority: tsa, time }), {
    ...{ subFilter: 'ETSI.RFC3161', type: 'docTimeStamp' },
  });

describe('a signature time stamp', () => {
  it('counts from the day its certificate began', async () => {
    const { bestTime, codes } = await judgeOne(stampedAt('2026-04-01T00:00:01'), judging);
    expect(bestTime).toBe('2026-04-01T00:00:01.000Z');
    expect(codes).toContain('TIMESTAMP_PRESENT');
  });

  it.each(['2026-03-31T23:59:59', '2026-05-04T00:00:00'])('of %s proves no time', async (time) => {
    const { bestTime, codes } = await judgeOne(stampedAt(time), judging);
    expect(bestTime).toBeNull();
    expect(codes).toContain('TIMESTAMP_UNTRUSTED');
    expect(codes).not.toContain('TIMESTAMP_PRESENT');
  });
});

describe('a document time stamp', () => {
  it('dated before its certificate fails', async () => {
    const { indication, subIndication, codes } = await judgeOne(
      documentStamp('2026-03-31T23:59:59'),
      judging,
    );
    expect({ indication, subIndication }).toEqual({
      ...{ indication: 'TOTAL_FAILED', subIndication: 'NOT_YET_VALID' },
    });
    expect(codes).toContain('TIMESTAMP_BEFORE_CERTIFICATE');
  });

  it('of the day its certificate began passes', async () => {
    const { indication } = await judgeOne(documentStamp('2026-04-01T00:00:01'), judging);
    expect(indication).toBe('TOTAL_PASSED');
  });
});
