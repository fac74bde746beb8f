// Many signatures, many revisions, much to prove: where a verifier could work by the square.
import { createHash } from 'node:crypto';
import { der, derSequence, derSetOf } from '../../../core/cms/der-writer.ts';
import { deflateSync } from 'node:zlib';
import { Draft } from '../../core/pdf/support/draft.ts';
import {
  makeAuthority,
  makeCertificate,
  makeKey,
  makeSigner,
  signValue,
  type TestCertificate,
} from '../../core/support/test-certificates.ts';
import { makeCms } from '../../core/support/test-cms.ts';
import { makeCrl, makeOcsp } from '../../support/services/test-proofs.ts';
import { baseDocument } from '../../vectors/support/base-document.ts';
import { ROOT, signed } from '../../vectors/support/in-memory.ts';
import { startXref } from '../../vectors/support/update.ts';
import { appendUpdate } from './update.ts';
import type { Hostile } from './hostile.ts';

const MB = 1e6;

export const SIGNATURES: readonly Hostile[] = [
  { name: '1,000 signatures over all of 8 MB', build: () => overlapping(1000, 6 * MB) },
  { name: '1,000 fields on one signature', build: () => fieldsOnOne(1000) },
  { name: 'a signature and 15,000 revisions of a page', build: () => revisions(15_000, 8) },
  {
    name: 'a signature and 3,000 revisions of a large document',
    build: () => revisions(3000, 20_000),
  },
  { name: 'a signature, then a table over everything, 300 times', build: () => fullTables(300) },
  {
    name: '8,000 certificates in the store named as the issuer of the signer',
    build: async () => withStore('Certs', sameNames(8000), 1, await signedBy(CROSSED[0]!)),
  },
  {
    // As many as a signature may hold beside its signer's.
    name: 'a signature with 255 certificates of authorities that certify one another',
    build: () => signedBy(CROSSED[0]!, crossed(255)),
  },
  {
    name: 'a CRL of 60,000 entries, 100 times in the store',
    build: () => withStore('CRLs', longCrl(60_000), 100),
  },
  { name: '1,000 CRLs of 5,000 entries', build: () => withStore('CRLs', longCrl(5000), 1000) },
  { name: '1,000 OCSP answers in the store', build: () => withStore('OCSPs', answers(1000), 1) },
  {
    name: '1,000 certificates of 200 KB in the store',
    build: () => withStore('Certs', fat(200_000), 1000),
  },
];

function dummyHex(length: number): string {
  return `<${'00'.repeat(length)}>`;
}

/** Signatures whose gaps lie one after the other at the beginning, and that all end with the file. */
function overlapping(count: number, padding: number): Buffer {
  const draft = new Draft();
  const fields = Array.from({ length: count }, (_, n) => `${n + 10} 0 R`).join(' ');
  draft.object(1, `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${fields}] >> >>`);
  draft.object(2, '<< /Type /Pages /Kids [] /Count 0 >>');
  const cms = makeCms({
    signer: makeSigner('X', ROOT),
    digest: createHash('sha384').digest(),
    hash: 'sha384',
  });
  const hex = `<${Buffer.from(cms).toString('hex')}>`;
  const end = 10_000_000;
  for (let n = 0; n < count; n += 1) {
    const head = `${n + 10} 0 obj\n<< /T (${n}) /FT /Sig /V << /Type /Sig /Filter /A /SubFilter /ETSI.CAdES.detached /Contents `;
    const gap = draft.length + head.length;
    const start = gap + hex.length;
    const range = `[0 ${gap} ${start} ${String(end - start).padStart(8, '0')}]`;
    draft.object(n + 10, head.slice(head.indexOf('<<')) + `${hex} /ByteRange ${range} >> >>`);
  }
  draft.add(`%${' '.repeat(padding)}\n`);
  const bytes = draft.finish().bytes;
  return Buffer.from(
    bytes.toString('latin1').replaceAll(/ (\d{8})\]/g, (_, length: string) => {
      return ` ${String(Number(length) - end + bytes.length).padStart(8, '0')}]`;
    }),
    'latin1',
  );
}

function fieldsOnOne(count: number): Buffer {
  const draft = new Draft();
  const fields = Array.from({ length: count }, (_, n) => `${n + 10} 0 R`).join(' ');
  draft.object(1, `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${fields}] >> >>`);
  draft.object(2, '<< /Type /Pages /Kids [] /Count 0 >>');
  const value = `<< /Type /Sig /Filter /A /SubFilter /adbe.pkcs7.detached /Contents ${dummyHex(MB)} /ByteRange [0 9 9 9] >>`;
  draft.object(3, value);
  for (let n = 0; n < count; n += 1) draft.object(n + 10, `<< /T (${n}) /FT /Sig /V 3 0 R >>`);
  return draft.finish().bytes;
}

async function revisions(count: number, objects: number): Promise<Buffer> {
  const annotations = Array.from({ length: objects }, (_, n) => `${n + 100} 0 R`).join(' ');
  const more = Object.fromEntries(
    Array.from({ length: objects }, (_, n): [number, string] => [
      n + 100,
      `<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /P 3 0 R >>`,
    ]),
  );
  let file = await signed(baseDocument({ annotations, objects: more }));
  const parts = [file];
  let size = file.length;
  let previous = startXref(file);
  for (let n = 0; n < count && size < 9.8 * MB; n += 1) {
    const body = `<< /Type /Annot /Subtype /Text /Rect [0 0 1 ${n % 90}] /P 3 0 R >>`;
    const update = appendUpdate(size, previous, [[100 + (n % objects), body]]);
    parts.push(update.bytes);
    size += update.bytes.length;
    previous = update.at;
  }
  file = Buffer.concat(parts);
  return file;
}

/** Each update names all objects again: thousands of entries to compare, hundreds of times. */
async function fullTables(count: number): Promise<Buffer> {
  const file = await signed(baseDocument());
  const parts = [file];
  let size = file.length;
  let previous = startXref(file);
  for (let n = 0; n < count; n += 1) {
    const objects = Array.from({ length: 300 }, (_, i): [number, string] => [
      i + 200,
      `[${i} ${n}]`,
    ]);
    const update = appendUpdate(size, previous, objects);
    parts.push(update.bytes);
    size += update.bytes.length;
    previous = update.at;
  }
  return Buffer.concat(parts);
}

/** Authorities of which no anchor knows: the search for a path goes on until there is nothing left to try. */
const CROSSED: readonly TestCertificate[] = Array.from({ length: 20 }, (_, n) =>
  makeAuthority(`LATIHAN ${n}`),
);

/** A whole signature by a certificate of that issuer, with these others in it. */
function signedBy(issuer: TestCertificate, chain: readonly Uint8Array[] = []): Promise<Buffer> {
  const { der: certificate, key } = makeSigner('PENANDA TANGAN LATIHAN', issuer);
  const sign = (data: Uint8Array): Promise<Uint8Array> =>
    Promise.resolve(signValue(key, 'sha256', data));
  return signed(baseDocument(), { key: { certificate, chain, sign } });
}

/** All of other keys or other times than the issuer of the signer: by its name each could have signed. */
function sameNames(count: number): Buffer[] {
  const keys = Array.from({ length: 100 }, (_, n) => makeKey('p256', `same ${n}`));
  return Array.from({ length: count }, (_, n) => {
    const notAfter = new Date(Date.UTC(2031, 0, 1) + n * 1000).toISOString();
    const key = keys[n % keys.length]!;
    return Buffer.from(
      makeCertificate({ name: 'LATIHAN 0', ca: true, key, serial: 1, notAfter }).der,
    );
  });
}

function crossed(count: number): Uint8Array[] {
  const pairs = CROSSED.flatMap((issuer, i) =>
    CROSSED.flatMap(({ key }, j) => (i === j ? [] : [{ issuer, key, name: `LATIHAN ${j}` }])),
  );
  return pairs
    .slice(0, count)
    .map((pair, n) => makeCertificate({ ...pair, ca: true, serial: 1 + (n % 120) }).der);
}

function longCrl(entries: number): Buffer {
  const list = Array.from({ length: entries }, (_, n) => ({
    serial: Uint8Array.of(2, 4, 1, n >> 16, (n >> 8) & 0xff, n & 0xff),
  }));
  return Buffer.from(makeCrl({ issuer: ROOT, entries: list }));
}

function answers(count: number): Buffer[] {
  const certificate = makeSigner('PENJAWAB', ROOT);
  return Array.from({ length: count }, (_, n) =>
    Buffer.from(makeOcsp({ certificate, issuer: ROOT, nonce: Uint8Array.of(n >> 8, n & 0xff) })),
  );
}

function fat(size: number): Buffer {
  return Buffer.from(derSequence(derSetOf(der(4, new Uint8Array(size)))));
}

async function withStore(
  key: string,
  values: Buffer | readonly Buffer[],
  times: number,
  onto?: Buffer,
): Promise<Buffer> {
  const list = Buffer.isBuffer(values) ? [values] : values;
  const file = onto ?? (await signed(baseDocument()));
  const previous = startXref(file);
  const objects: [number, string][] = [];
  for (const value of list) {
    const data = deflateSync(value).toString('latin1');
    for (let n = 0; n < times; n += 1) {
      const stream = `<< /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream`;
      // The same bytes under many numbers where there is room, under one where there is not.
      if (objects.length === 0 || data.length * times < 5 * MB)
        objects.push([500 + objects.length, stream]);
    }
  }
  const references = Array.from(
    { length: Math.max(times, list.length) },
    (_, n) => `${500 + (n % objects.length)} 0 R`,
  );
  const catalog = bodyOfCatalog(file).replace(
    />>\s*$/,
    ` /DSS << /${key} [${references.join(' ')}] >> >>`,
  );
  return Buffer.concat([
    file,
    appendUpdate(file.length, previous, [[1, catalog], ...objects]).bytes,
  ]);
}

function bodyOfCatalog(file: Buffer): string {
  const text = file.toString('latin1');
  const at = text.lastIndexOf('\n1 0 obj');
  return text.slice(text.indexOf('<<', at), text.indexOf('endobj', at)).trim();
}
