// A time stamp may come without its authority's certificate (RFC 3161 2.4.1, certReq), which then stands in the
// document's security store (ISO 32000-2 12.8.4.3): so does the Ukrainian authority's.
import { describe, expect, it } from 'vitest';
import { OID } from '../../../core/cms/oids.ts';
import { makeCrl } from '../../support/services/test-proofs.ts';
import { judgeFile, plainFile, signFile } from '../support/signed-file.ts';
import { makeAuthority, makeSigner } from '../support/test-certificates.ts';
import { attribute, makeCms, makeToken } from '../support/test-cms.ts';

const root = makeAuthority('LATIHAN Root');
const signer = makeSigner('Budi Penguji', root);
const tsa = makeSigner('LATIHAN Stempel Waktu', root, { purposes: [OID.timeStamping] });
const crls = [
  makeCrl({
    ...{ issuer: root, entries: [] },
    ...{ thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2040-01-01T00:00:00' },
  }),
];

const token = (stamped: Uint8Array): Uint8Array =>
  makeToken(stamped, { authority: tsa, time: '2026-05-01T10:00:00', certificates: [] });

const judged = async (file: Buffer) => {
  const { signatures, verdict } = await judgeFile(file, { anchors: [root.der] });
  return { verdict, codes: signatures.map(({ reasons }) => reasons.map(({ code }) => code)) };
};

const signed = (stored: readonly Uint8Array[], spoil = (value: Uint8Array) => value): Buffer =>
  signFile(plainFile({ crls, certificates: stored }), (digest, content) =>
    makeCms({
      ...{ signer, digest },
      moreSigned: [attribute(OID.contentTimestamp, token(content))],
      unsigned: (value) => [attribute(OID.signatureTimeStampToken, token(spoil(value)))],
    }),
  );

describe('a time stamp without its certificate', () => {
  it('is judged with the certificate of the security store', async () => {
    const { verdict, codes } = await judged(signed([tsa.der]));
    expect(verdict).toBe('TOTAL_PASSED');
    expect(codes[0]).toEqual(
      expect.arrayContaining(['TIMESTAMP_PRESENT', 'CONTENT_TIMESTAMP_PRESENT']),
    );
  });

  it('proves nothing where that is nowhere, and is not called broken', async () => {
    const { codes } = await judged(signed([]));
    expect(codes[0]).toContain('TIMESTAMP_CERTIFICATE_MISSING');
    expect(codes[0]).not.toContain('TIMESTAMP_BROKEN');
    expect(codes[0]).not.toContain('TIMESTAMP_PRESENT');
  });

  it('is broken where it stamps something else', async () => {
    for (const stored of [[], [tsa.der]]) {
      const { codes } = await judged(signed(stored, () => new Uint8Array(8)));
      expect(codes[0]).toContain('TIMESTAMP_BROKEN');
      expect(codes[0]).not.toContain('TIMESTAMP_PRESENT');
    }
  });

  it('may be a document time stamp', async () => {
    const stamped = (stored: readonly Uint8Array[]): Buffer =>
      signFile(signed(stored), (_, content) => token(content), {
        ...{ type: 'DocTimeStamp', subFilter: 'ETSI.RFC3161', field: 1 },
      });
    const { verdict, codes } = await judged(stamped([tsa.der]));
    expect(verdict).toBe('TOTAL_PASSED');
    expect(codes[1]).toContain('SIGNATURE_INTACT');
    expect((await judged(stamped([]))).codes[1]).toEqual(['CERTIFICATE_MISSING']);
  });
});
