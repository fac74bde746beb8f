// A time stamp states no time before its authority's certificate began, and none in the future (EN 319 102-1
// 5.5.4, 5.6.2.3): whoever holds the key could otherwise date documents back.
import { describe, expect, it } from 'vitest';
import { OID } from '../../../core/cms/oids.ts';
import { SHIPPED_POLICY } from '../../../core/validation/policy.ts';
import { makeCrl } from '../../support/services/test-proofs.ts';
import { makeAuthority, makeSigner } from '../support/test-certificates.ts';
import { attribute, makeCms, makeToken } from '../support/test-cms.ts';
import { judge, judgeOne, makeDocument, type TestDocument } from '../support/test-document.ts';

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

/** With a document time stamp over all of it. */
function thenStamped({ bytes, inventory }: TestDocument, time: string): TestDocument {
  const head = Buffer.concat([bytes, Buffer.from('a further revision /Contents ')]);
  const [room, tail] = [Buffer.from(`<${'0'.repeat(8192)}>`), Buffer.from(' %%EOF\n')];
  const gap = { start: head.length, end: head.length + room.length };
  const value = {
    ...inventory.signatures[0]!,
    ...({ fieldName: 'Stempel', type: 'docTimeStamp', subFilter: 'ETSI.RFC3161' } as const),
    ...{ contentsSpan: gap, byteRange: [0, gap.start, gap.end, tail.length] },
    contents: makeToken(Buffer.concat([head, tail]), { authority: tsa, time }),
  };
  const all = Uint8Array.from(Buffer.concat([head, room, tail]));
  return {
    bytes: all,
    inventory: {
      signatures: [...inventory.signatures, value],
      revisionEnds: [bytes.length, all.length],
    },
  };
}

describe('a document time stamp over a signature with a time stamp', () => {
  const outcome = async (later: string, skewMinutes = SHIPPED_POLICY.revocation.skewMinutes) => {
    const document = thenStamped(stampedAt('2026-05-01T10:00:00'), later);
    // What a further revision changed is not looked at here.
    const severities = { 'modification-judged': 'ignore' } as const;
    const revocation = { ...SHIPPED_POLICY.revocation, skewMinutes };
    const policy = { ...SHIPPED_POLICY, severities, revocation };
    const { signatures } = await judge(document, { ...judging, policy });
    expect(signatures.map(({ intact }) => intact)).toEqual([true, true]);
    const [first] = signatures;
    const codes = first!.reasons.map(({ code }) => code);
    return { codes, subIndication: first!.subIndication };
  };

  it.each(['2026-05-02T10:00:00', '2026-05-01T10:00:00', '2026-05-01T09:55:30'])(
    'of %s stands in order, or as far apart as clocks are',
    async (later) => {
      expect((await outcome(later)).codes).not.toContain('TIMESTAMPS_OUT_OF_ORDER');
    },
  );

  it('is held to the clocks of the policy that is given', async () => {
    expect((await outcome('2026-05-01T09:55:30', 4)).codes).toContain('TIMESTAMPS_OUT_OF_ORDER');
  });

  it('that states an earlier time leaves it open which is right', async () => {
    const { codes, subIndication } = await outcome('2026-04-20T10:00:00');
    expect(codes).toContain('TIMESTAMPS_OUT_OF_ORDER');
    expect(subIndication).toBe('TIMESTAMP_ORDER_FAILURE');
  });
});
