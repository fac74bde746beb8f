// The document security store by hand (ISO 32000-2 12.8.4.3, 12.8.4.4; EN 319 142-1 5.4.2): what stands only under a
// signature's own key counts as well, whatever that key is called, and nothing in it states a time.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { vriKey } from '../../../core/pdf/increment/document-security-store.ts';
import { readSecurityStore } from '../../../core/pdf/security-store.ts';
import { inventory } from '../../../core/pdf/signature-inventory.ts';
import { makeCrl } from '../../support/services/test-proofs.ts';
import { bodyOf, type Body, update } from '../../vectors/support/update.ts';
import { memorySource } from '../support/memory-source.ts';
import { judgeFile, plainFile, signFile } from '../support/signed-file.ts';
import { makeAuthority, makeSigner } from '../support/test-certificates.ts';
import { makeCms, makeToken } from '../support/test-cms.ts';
import { OID } from '../../../core/cms/oids.ts';

const root = makeAuthority('LATIHAN Root');
const signer = makeSigner('Budi Penguji', root);
const tsa = makeSigner('LATIHAN Stempel Waktu', root, { purposes: [OID.timeStamping] });
const HELD = { thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2026-12-20T00:00:00' };
const good = makeCrl({ issuer: root, ...HELD });
const revoking = makeCrl({
  ...{ issuer: root, ...HELD, thisUpdate: '2026-11-21T00:00:00' },
  entries: [{ serial: signer.serial, at: '2026-10-01T00:00:00' }],
});
const file = signFile(plainFile(), (digest) => makeCms({ signer, digest }));
const judge = async (changed: Buffer) =>
  (await judgeFile(changed, { anchors: [root.der] })).signatures[0]!;

const stream = (der: Uint8Array): Body => ['', Buffer.from(der)];

/** Adds a store; its parts are numbered from 80 on. */
function withStore(store: string, objects: Readonly<Record<number, Body>>): Buffer {
  const catalog = `${bodyOf(file, 1).slice(0, -2)} /DSS 80 0 R >>`;
  return update(file, { objects: { 1: catalog, 80: store, ...objects } });
}

async function keyOf(): Promise<string> {
  const { signatures } = await inventory(await PdfReader.open(memorySource(file)));
  return vriKey(signatures[0]!.contents);
}

describe('what only a signature’s own entry names', () => {
  it('is the document’s word about the signer', async () => {
    const vri = `<< /VRI << /${await keyOf()} << /CRL [81 0 R] >> >> >>`;
    expect(await judge(file)).toMatchObject({ revocation: { status: 'UNKNOWN' } });
    const report = await judge(withStore(vri, { 81: stream(good) }));
    expect(report).toMatchObject({
      indication: 'TOTAL_PASSED',
      revocation: { status: 'GOOD', source: 'crl', embedded: ['crl'] },
    });
  });

  it.each([
    ['in lower case', async () => (await keyOf()).toLowerCase()],
    ['of another signature', () => Promise.resolve('0'.repeat(40))],
    ['that is no digest', () => Promise.resolve('Budi')],
  ])('counts under a key %s, for a key protects nothing', async (_, key) => {
    const store = `<< /VRI << /${await key()} << /CRL [81 0 R] >> >> >>`;
    const { reasons, indication } = await judge(withStore(store, { 81: stream(revoking) }));
    expect(reasons.map(({ code }) => code)).toContain('CERTIFICATE_REVOKED');
    expect(indication).toBe('INDETERMINATE');
  });

  it('counts beside what the store itself names: the newer list is the one that tells', async () => {
    const store = `<< /CRLs [81 0 R] /VRI << /${await keyOf()} << /CRL [82 0 R] >> >> >>`;
    const { reasons } = await judge(withStore(store, { 81: stream(good), 82: stream(revoking) }));
    expect(reasons.map(({ code }) => code)).toContain('CERTIFICATE_REVOKED');
  });

  it('proves no time, by /TU and /TS', async () => {
    const plain = `<< /CRLs [81 0 R] /VRI << /${await keyOf()} << /CRL [81 0 R] >> >> >>`;
    const timed = plain.replace('/CRL [', '/TU (D:20260101000000Z) /TS 82 0 R /CRL [');
    const token = makeToken(new Uint8Array(8), { authority: tsa, time: '2026-05-01T10:00:00' });
    const objects = { 81: stream(good), 82: stream(token) };
    const [without, having] = [
      await judge(withStore(plain, objects)),
      await judge(withStore(timed, objects)),
    ];
    expect(having).toMatchObject({ bestTime: null, timestamps: [], indication: 'TOTAL_PASSED' });
    expect(having.reasons).toEqual(without.reasons);
  });
});

describe('a store', () => {
  const read = async (changed: Buffer) =>
    readSecurityStore(await PdfReader.open(memorySource(changed)));

  it('gives each stream once, however many signatures name it', async () => {
    const entries = Array.from(
      { length: 300 },
      (_, i) => `/K${i} << /CRL [81 0 R] /Cert [82 0 R] >>`,
    );
    const store = `<< /CRLs [81 0 R] /VRI << ${entries.join(' ')} >> >>`;
    const { crls, certificates } = await read(
      withStore(store, { 81: stream(good), 82: stream(root.der) }),
    );
    expect(crls.map((der) => Buffer.compare(der, good))).toEqual([0]);
    expect(certificates.map((der) => Buffer.compare(der, root.der))).toEqual([0]);
  });

  it.each([
    '<< /VRI 80 0 R /CRLs [81 0 R] >>',
    '<< /VRI << /A 80 0 R /B null /C [81 0 R] /D (a) /E 99 0 R >> /CRLs [81 0 R] >>',
    '<< /VRI null /CRLs [81 0 R 80 0 R null (a) 99 0 R] /OCSPs 81 0 R /Certs 3 >>',
    '<< /VRI << /A << /CRL 81 0 R /OCSP null /Cert (a) /TS 81 >> >> /CRLs [81 0 R] >>',
  ])('that is not as it should be is read as far as it goes: %s', async (store) => {
    const { crls, ocspResponses, certificates } = await read(
      withStore(store, { 81: stream(good) }),
    );
    expect(crls).toHaveLength(1);
    expect([...ocspResponses, ...certificates]).toEqual([]);
  });
});

it('names a signature by the SHA-1 of its whole /Contents, padding included, in upper case', async () => {
  const { signatures } = await inventory(await PdfReader.open(memorySource(file)));
  const text = file.toString('latin1');
  const hex = /\/Contents <([0-9a-f]+)>/i.exec(text)?.[1] ?? '';
  const digest = createHash('sha1').update(Buffer.from(hex, 'hex')).digest('hex');
  expect(vriKey(signatures[0]!.contents)).toBe(digest.toUpperCase());
  expect(vriKey(signatures[0]!.contents)).toMatch(/^[0-9A-F]{40}$/);
});
