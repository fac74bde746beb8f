// Time stamps that a signature covers prove that it was made after them (ETSI EN 319 122-1 5.2.8; EN 319 102-1 5.3.4):
// those over its content, and in a PDF those of earlier revisions.
import { describe, expect, it } from 'vitest';
import { OID } from '../../../core/cms/oids.ts';
import { makeCrl, reasonExtension, type TestEntry } from '../../support/services/test-proofs.ts';
import { judgeFile, plainFile, signFile } from '../support/signed-file.ts';
import { makeAuthority, makeSigner } from '../support/test-certificates.ts';
import { attribute, type CmsOptions, makeCms, makeToken } from '../support/test-cms.ts';

const root = makeAuthority('LATIHAN Root');
const other = makeAuthority('LATIHAN Root lain');
const signer = makeSigner('Budi Penguji', root);
const tsa = makeSigner('LATIHAN Stempel Waktu', root, { purposes: [OID.timeStamping] });
const stranger = makeSigner('Stempel Orang Lain', other, { purposes: [OID.timeStamping] });

const crl = (...entries: readonly TestEntry[]): Uint8Array =>
  makeCrl({
    ...{ issuer: root, entries },
    ...{ thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2040-01-01T00:00:00' },
  });
const revokedAt = (at: string): Uint8Array =>
  crl({ serial: signer.serial, at, extensions: [reasonExtension(1)] });

const token = (content: Uint8Array, time: string, authority = tsa): Uint8Array =>
  makeToken(content, { authority, time });
const contentStamp = (content: Uint8Array, time: string, authority = tsa): Uint8Array =>
  attribute(OID.contentTimestamp, token(content, time, authority));
const signatureStamp = (time: string) => (value: Uint8Array) => [
  attribute(OID.signatureTimeStampToken, token(value, time)),
];

interface Signing {
  readonly cms?: Partial<CmsOptions>;
  readonly stamps?: (content: Uint8Array) => readonly Uint8Array[];
  readonly subFilter?: string;
}

const sign = (file: Buffer, { cms, stamps, subFilter }: Signing, field: 0 | 1 = 0): Buffer =>
  signFile(
    file,
    (digest, content) => makeCms({ signer, digest, moreSigned: stamps?.(content) ?? [], ...cms }),
    subFilter === undefined ? { field } : { field, subFilter },
  );

async function judged(file: Buffer, at = 0) {
  const { signatures } = await judgeFile(file, { anchors: [root.der] });
  const { indication, subIndication, reasons, bestTime } = signatures[at]!;
  return { indication, subIndication, bestTime, codes: reasons.map(({ code }) => code), reasons };
}

describe('a time stamp over the content', () => {
  it.each(['ETSI.CAdES.detached', 'adbe.pkcs7.detached'])('is told, in %s', async (subFilter) => {
    const stamps = (content: Uint8Array) => [contentStamp(content, '2026-05-01T10:00:00')];
    const { codes, indication, bestTime, reasons } = await judged(
      sign(plainFile({ crls: [crl()] }), { stamps, subFilter }),
    );
    expect(indication).toBe('TOTAL_PASSED');
    expect(codes).toContain('CONTENT_TIMESTAMP_PRESENT');
    // It says when the signature was not made yet, never when it was.
    expect(bestTime).toBeNull();
    expect(reasons.find(({ code }) => code === 'CONTENT_TIMESTAMP_PRESENT')?.params).toEqual({
      ...{ time: '2026-05-01T10:00:00.000Z', authority: 'LATIHAN Stempel Waktu' },
    });
  });

  it('may be one of several, of which the latest counts', async () => {
    const times = ['2026-03-01T10:00:00', '2026-05-01T10:00:00'];
    const stamps = (content: Uint8Array) => times.map((time) => contentStamp(content, time));
    const early = sign(plainFile({ crls: [revokedAt('2026-04-01T00:00:00')] }), { stamps });
    expect(await judged(early)).toMatchObject({
      ...{ indication: 'TOTAL_FAILED', subIndication: 'REVOKED' },
    });
    const late = sign(plainFile({ crls: [revokedAt('2026-06-01T00:00:00')] }), { stamps });
    expect(await judged(late)).toMatchObject({
      ...{ indication: 'INDETERMINATE', subIndication: 'REVOKED_NO_POE' },
    });
  });

  it('proves nothing against the signer where nobody trusts it, or where it stamps something else', async () => {
    const store = { crls: [revokedAt('2026-04-01T00:00:00')] };
    const doubtful = [
      (content: Uint8Array) => [contentStamp(content, '2026-05-01T10:00:00', stranger)],
      () => [contentStamp(new Uint8Array(8), '2026-05-01T10:00:00')],
      () => [attribute(OID.contentTimestamp, Uint8Array.of(0x30, 0x00))],
    ];
    for (const stamps of doubtful) {
      const { codes, subIndication } = await judged(sign(plainFile(store), { stamps }));
      expect(subIndication).toBe('REVOKED_NO_POE');
      expect(codes).toContain('CONTENT_TIMESTAMP_UNUSED');
    }
  });

  it('that contradicts the signature’s own proves nothing against the signer either', async () => {
    const stamps = (content: Uint8Array) => [contentStamp(content, '2026-10-01T10:00:00')];
    const unsigned = signatureStamp('2026-05-01T10:00:00');
    const store = { crls: [revokedAt('2026-04-01T00:00:00')] };
    const { codes, subIndication } = await judged(
      sign(plainFile(store), { stamps, cms: { unsigned } }),
    );
    expect(subIndication).toBe('REVOKED_NO_POE');
    expect(codes).toContain('CONTENT_TIMESTAMP_LATER');
  });

  it('may be as far after the signature’s own as clocks are apart', async () => {
    const stamps = (content: Uint8Array) => [contentStamp(content, '2026-05-01T10:04:00')];
    const unsigned = signatureStamp('2026-05-01T10:00:00');
    const file = sign(plainFile({ crls: [crl()] }), { stamps, cms: { unsigned } });
    expect((await judged(file)).indication).toBe('TOTAL_PASSED');
  });

  it('that is broken with its signature is not spoken of', async () => {
    const stamps = (content: Uint8Array) => [contentStamp(content, '2026-05-01T10:00:00')];
    const file = sign(plainFile({ crls: [crl()] }), { stamps });
    file[file.indexOf('72 700')] = 0x38;
    const { codes, subIndication } = await judged(file);
    expect(subIndication).toBe('HASH_FAILURE');
    expect(codes.filter((code) => code.startsWith('CONTENT_TIMESTAMP'))).toEqual([]);
  });
});

describe('a time stamp of an earlier revision', () => {
  const thenSigned = (store: readonly Uint8Array[], by: Partial<CmsOptions> = {}): Buffer => {
    const stamped = signFile(
      plainFile({ crls: store }),
      (_, content) => token(content, '2026-05-01T10:00:00'),
      { type: 'DocTimeStamp', subFilter: 'ETSI.RFC3161' },
    );
    return sign(stamped, { cms: by }, 1);
  };

  it('shows that who signed after it signed after the revocation', async () => {
    const file = thenSigned([revokedAt('2026-04-01T00:00:00')]);
    expect(await judged(file, 1)).toMatchObject({
      ...{ indication: 'TOTAL_FAILED', subIndication: 'REVOKED' },
    });
    const later = thenSigned([revokedAt('2026-06-01T00:00:00')]);
    expect((await judged(later, 1)).subIndication).toBe('REVOKED_NO_POE');
  });

  it('shows that who signed after it signed after the certificate had ended', async () => {
    const expired = makeSigner('Sudah Habis', root, { notAfter: '2026-04-01T00:00:00' });
    expect(await judged(thenSigned([crl()], { signer: expired }), 1)).toMatchObject({
      ...{ indication: 'TOTAL_FAILED', subIndication: 'EXPIRED' },
    });
  });

  it('says nothing against who signed before it', async () => {
    const first = sign(plainFile({ crls: [revokedAt('2026-04-01T00:00:00')] }), {});
    const stamped = signFile(first, (_, content) => token(content, '2026-05-01T10:00:00'), {
      ...{ type: 'DocTimeStamp', subFilter: 'ETSI.RFC3161', field: 1 },
    });
    expect((await judged(stamped)).subIndication).toBe('REVOKED_NO_POE');
  });
});
