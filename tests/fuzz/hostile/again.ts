// What costs little, asked again and again: values that many signatures share, and proofs that each signature is
// compared with.
import { sign } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  der,
  DER_NULL,
  derOctetString,
  derOid,
  derSequence,
  derSmallInteger,
} from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { Draft } from '../../core/pdf/support/draft.ts';
import {
  makeAuthority,
  makeCertificate,
  makeKey,
  makeSigner,
  type TestCertificate,
} from '../../core/support/test-certificates.ts';
import { attribute, makeCms } from '../../core/support/test-cms.ts';
import { makeOcsp, time } from '../../support/services/test-proofs.ts';
import { ROOT } from '../../vectors/support/in-memory.ts';
import type { Hostile } from './hostile.ts';

const DIGEST = new Uint8Array(32);
const LEAF = makeSigner('PENANDA TANGAN LATIHAN', ROOT);
const MB = 1e6;

export const AGAIN: readonly Hostile[] = [
  // Most took minutes or gigabytes, the first as a file of 2 MB.
  {
    name: '1,000 signatures that share contents with 1,000,000 values of an attribute',
    build: () => sharing(1000, cmsWith(250, 4000)),
  },
  {
    name: 'an attribute that comes 4,000 times with 500 values',
    build: () => signatures([cmsWith(4000, 500)]),
  },
  { name: '1,000 signers of 64 authorities of one name', build: () => sameNames(1000) },
  { name: '1,000 signers with keys of 3,072 bits and as long an exponent', build: longExponents },
  { name: '500 signers and 500 CRLs of 2,500 entries', build: () => lists(500) },
  {
    name: '300 signers and 500 OCSP answers about 60 certificates each',
    build: () => answers(300, 500),
  },
  { name: '500 signers below an authority with 4,000 constraints', build: () => constrained(500) },
  { name: '1,000 OCSP answers with eight responders each', build: () => responders(1000) },
  { name: '150 responders that speak of one another', build: () => speakers(150) },
  { name: '990 signatures below a field with a name of 4 MB', build: () => below(990) },
  { name: '900 signatures that share a reason of 5 MB', build: () => reasons(900) },
  { name: '50,000 fields that share a title of 5 MB', build: () => titles(50_000) },
  { name: '200,000 letters in a font of 100,000 ranges', build: () => letters(200_000) },
  { name: 'a string of 4,900,000 letters', build: () => letters(4_900_000) },
  { name: 'a font that names 65,000 widths 20,000 times', build: widths },
  { name: '10 fonts with maps of 60 MB', build: maps },
];

/** So many unsigned attributes of one type, with empty values. */
function cmsWith(attributes: number, values: number): Uint8Array {
  const one = attribute(
    '1.2.3',
    new Uint8Array(2 * values).map((_, i) => (i % 2 === 0 ? 4 : 0)),
  );
  const all = Buffer.concat(Array.from({ length: attributes }, () => one));
  return makeCms({ signer: LEAF, digest: DIGEST, unsigned: () => [all] });
}

function cmsBy(signer: TestCertificate): Uint8Array {
  return makeCms({ signer, digest: DIGEST, certificates: [signer.der] });
}

interface Form {
  readonly fields?: readonly string[];
  readonly objects?: Readonly<Record<number, string>>;
  readonly store?: Readonly<Record<string, readonly Uint8Array[]>>;
}

/** Fields from number 100 on; the store's values come after them. */
function form({ fields = [], objects = {}, store = {} }: Form): Draft {
  const draft = new Draft();
  const references = fields.map((_, n) => `${n + 100} 0 R`).join(' ');
  let next = 100 + fields.length;
  const lists = Object.entries(store).map(([key, values]) => {
    const found = values.map((value) => {
      draft.stream(next, '/Filter /FlateDecode', deflateSync(value));
      return `${next++} 0 R`;
    });
    return `/${key} [${found.join(' ')}]`;
  });
  draft.object(
    1,
    `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${references}] >> /DSS << ${lists.join(' ')} >> >>`,
  );
  draft.object(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  draft.object(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>');
  for (const [num, body] of Object.entries(objects)) draft.object(Number(num), body);
  fields.forEach((body, n) => draft.object(n + 100, body));
  return draft;
}

function field(n: number, contents: string, entries = ''): string {
  return `<< /T (${n}) /FT /Sig /V << /Type /Sig /Filter /A /SubFilter /ETSI.CAdES.detached /ByteRange [0 9 9 9] /Contents ${contents} ${entries} >> >>`;
}

const hexadecimal = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;

function signatures(cms: readonly Uint8Array[], store: Form['store'] = {}): Buffer {
  const fields = cms.map((one, n) => field(n, hexadecimal(one)));
  return form({ fields, store }).finish().bytes;
}

function sharing(count: number, cms: Uint8Array): Buffer {
  const fields = Array.from({ length: count }, (_, n) => field(n, '4 0 R'));
  return form({ fields, objects: { 4: hexadecimal(cms) } }).finish().bytes;
}

function signersOf(count: number, issuer: TestCertificate): TestCertificate[] {
  return Array.from({ length: count }, (_, n) =>
    makeSigner(`P${n}`, issuer, { key: makeKey('p256', `signer ${n % 50}`) }),
  );
}

/** Each of 64 could have issued each certificate, and it takes a millisecond to see that it did not. */
function sameNames(count: number): Buffer {
  const authorities = Array.from({ length: 64 }, (_, n) =>
    makeAuthority('LATIHAN SAMA', { key: makeKey('p384', `same ${n}`) }),
  );
  const store = { Certs: authorities.map((one) => one.der) };
  return signatures(signersOf(count, authorities[0] ?? ROOT).map(cmsBy), store);
}

function longExponents(): Buffer {
  const number = (octets: number): Uint8Array =>
    der(2, Uint8Array.of(0), new Uint8Array(octets).fill(0xff));
  const spki = derSequence(
    derSequence(derOid(OID.rsaEncryption), DER_NULL),
    der(3, Uint8Array.of(0), derSequence(number(384), der(2, new Uint8Array(384).fill(0x7f)))),
  );
  const key = { ...makeKey('p256', 'long'), spki };
  const certificate = makeCertificate({ name: 'LAMA', issuer: ROOT, key });
  const cms = makeCms({
    ...{ signer: { ...certificate, key: makeKey('rsa', 'long') }, digest: DIGEST },
    spoil: () => new Uint8Array(384).fill(1),
  });
  return signatures(Array.from({ length: 1000 }, () => cms));
}

const FROM = '2026-11-20T00:00:00';
const UNTIL = '2027-11-20T00:00:00';

function lists(count: number): Buffer {
  const entry = (n: number): Uint8Array =>
    derSequence(der(2, Uint8Array.of(0x55, n >> 8, n & 0xff)), time('2025-12-01T00:00:00'));
  const entries = derSequence(...Array.from({ length: 2500 }, (_, n) => entry(n)));
  const algorithm = derSequence(derOid(OID.ecdsaWithSha256));
  const list = (n: number): Uint8Array => {
    const extension = derSequence(derOid('1.2.3'), derOctetString(Uint8Array.of(n >> 8, n & 0xff)));
    const tbs = derSequence(
      ...[derSmallInteger(1), algorithm, ROOT.name, time(FROM), time(UNTIL), entries],
      der(0xa0, derSequence(extension)),
    );
    const value = sign('sha256', tbs, ROOT.key.privateKey);
    return derSequence(tbs, algorithm, der(3, Uint8Array.of(0), value));
  };
  const CRLs = Array.from({ length: count }, (_, n) => list(n));
  return signatures(signersOf(count, ROOT).map(cmsBy), { CRLs });
}

/** Each with sixteen names, none of which is excluded. */
function constrained(count: number): Buffer {
  const name = (n: number): Uint8Array => der(0x82, Buffer.from(`a${n.toString(36)}.example.id`));
  const names = (from: number, length: number): Uint8Array[] =>
    Array.from({ length }, (_, n) => name(from + n));
  const excluded = der(0xa1, ...names(0, 4000).map((one) => derSequence(one)));
  const limits = { oid: '2.5.29.30', critical: true, value: derSequence(excluded) };
  const authority = makeAuthority('LATIHAN BATAS', { issuer: ROOT, extensions: [limits] });
  const key = makeKey('p256', 'constrained');
  const all = Array.from({ length: count }, (_, n) => {
    const value = derSequence(...names(5000 + 16 * n, 16));
    return makeSigner(`P${n}`, authority, { key, extensions: [{ oid: '2.5.29.17', value }] });
  });
  return signatures(all.map(cmsBy), { Certs: [authority.der] });
}

/** All about the first sixty. */
function answers(signers: number, count: number): Buffer {
  const all = signersOf(signers, ROOT);
  const singles = Buffer.concat(all.slice(0, 60).map((one) => singleOf(one)));
  const OCSPs = Array.from({ length: count }, (_, n) => answerOf(singles, ROOT, n, []));
  return signatures(all.map(cmsBy), { OCSPs });
}

/** SingleResponse, out of a whole answer: response, basic, tbs, responses. */
function singleOf(certificate: TestCertificate): Uint8Array {
  const whole = Buffer.from(
    makeOcsp({ certificate, issuer: ROOT, thisUpdate: FROM, nextUpdate: UNTIL }),
  );
  const begin = whole.indexOf(derSequence(derOid(OID.sha1), DER_NULL)) - 4;
  return whole.subarray(begin, begin + 2 + (whole[begin + 1] ?? 0));
}

function answerOf(
  singles: Uint8Array,
  responder: TestCertificate,
  n: number,
  certificates: readonly Uint8Array[],
): Uint8Array {
  const extension = derSequence(derOid('1.2.3'), derOctetString(Uint8Array.of(n >> 8, n & 0xff)));
  const tbs = derSequence(
    ...[der(0xa1, responder.name), time(FROM), derSequence(singles)],
    der(0xa1, derSequence(extension)),
  );
  const value = sign('sha256', tbs, responder.key.privateKey);
  const basic = derSequence(
    ...[tbs, derSequence(derOid(OID.ecdsaWithSha256)), der(3, Uint8Array.of(0), value)],
    ...(certificates.length === 0 ? [] : [der(0xa0, derSequence(...certificates))]),
  );
  const bytes = derSequence(derOid(OID.ocspBasic), derOctetString(basic));
  return derSequence(der(0x0a, Uint8Array.of(0)), der(0xa0, bytes));
}

const responder = (n: number): TestCertificate =>
  makeSigner(`PENJAWAB ${n}`, ROOT, {
    purposes: [OID.ocspSigning],
    key: makeKey('p256', `r ${n}`),
  });

/** None of which signed. */
function responders(count: number): Buffer {
  const named = makeAuthority('PENJAWAB');
  const certificates = Array.from({ length: 8 }, (_, n) =>
    makeSigner('PENJAWAB', ROOT, { purposes: [OID.ocspSigning], key: makeKey('p256', `n ${n}`) }),
  ).map((one) => one.der);
  const single = singleOf(LEAF);
  const OCSPs = Array.from({ length: count }, (_, n) => answerOf(single, named, n, certificates));
  return signatures([cmsBy(LEAF)], { OCSPs });
}

function speakers(count: number): Buffer {
  const all = Array.from({ length: count }, (_, n) => responder(n));
  // As many as an answer may be about.
  const OCSPs = all.map((one, n) => {
    const about = [LEAF, ...Array.from({ length: 60 }, (_, i) => all[(n + i) % count] ?? LEAF)];
    return answerOf(Buffer.concat(about.map((each) => singleOf(each))), one, n, [one.der]);
  });
  return signatures([cmsBy(LEAF)], { OCSPs });
}

function below(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, n) => `${n + 101} 0 R`).join(' ');
  const parent = `<< /FT /Sig /T (${'x'.repeat(4 * MB)}) /Kids [${kids}] >>`;
  const cms = hexadecimal(cmsBy(LEAF));
  const fields = [parent, ...Array.from({ length: count }, (_, n) => field(n, cms))];
  return form({ fields }).finish().bytes;
}

/** In characters that no encoding writes as they are. */
const LONG = `(${'\x80'.repeat(5 * MB)})`;

function reasons(count: number): Buffer {
  const cms = hexadecimal(cmsBy(LEAF));
  const entries = '/Reason 4 0 R /Location 4 0 R /M 4 0 R';
  const fields = Array.from({ length: count }, (_, n) => field(n, cms, entries));
  return form({ fields, objects: { 4: LONG } }).finish().bytes;
}

function titles(count: number): Buffer {
  const fields = Array.from({ length: count }, () => '<< /T 4 0 R /FT /Tx >>');
  return form({ fields, objects: { 4: LONG } }).finish().bytes;
}

/** A page of text in fonts /F0, /F1, ... of these bodies. */
function text(
  content: string,
  fonts: readonly string[],
  rest: (draft: Draft) => void = () => undefined,
): Buffer {
  const names = fonts.map((_, n) => `/F${n} ${n + 10} 0 R`).join(' ');
  const draft = new Draft();
  draft.object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  draft.object(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  draft.object(
    3,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << ${names} >> >> >>`,
  );
  draft.stream(4, '/Filter /FlateDecode', deflateSync(content));
  fonts.forEach((body, n) => draft.object(n + 10, body));
  rest(draft);
  return draft.finish().bytes;
}

const simple = (map: number): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${map} 0 R >>`;

/** None of the ranges has the letter that is shown. */
function letters(count: number): Buffer {
  const ranges = '<fffe> <ffff> <0041>\n'.repeat(100_000);
  return text(`BT /F0 9 Tf (${'a'.repeat(count)}) Tj ET`, [simple(6)], (draft) => {
    draft.stream(6, '/Filter /FlateDecode', deflateSync(`1 beginbfrange ${ranges} endbfrange`));
  });
}

function widths(): Buffer {
  const font =
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] >>';
  return text('BT /F0 9 Tf (aa) Tj ET', [font], (draft) => {
    draft.object(
      6,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W [${'0 7 0 R '.repeat(20_000)}] >>`,
    );
    draft.object(7, `[${'500 '.repeat(65_000)}]`);
  });
}

function maps(): Buffer {
  const numbers = Array.from({ length: 10 }, (_, n) => n);
  const map = deflateSync('1 beginbfchar <0001> <0041> endbfchar\n'.repeat(1_500_000));
  return text(
    numbers.map((n) => `BT /F${n} 9 Tf (a) Tj ET`).join('\n'),
    numbers.map((n) => simple(n + 30)),
    (draft) => {
      for (const n of numbers) draft.stream(n + 30, '/Filter /FlateDecode', map);
    },
  );
}
