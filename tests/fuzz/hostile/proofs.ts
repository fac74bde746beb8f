// Certificates, signed data and stores in which a judge could calculate without end.
import { createHash } from 'node:crypto';
import { der, derOctetString, derOid, derSequence } from '../../../core/cms/der-writer.ts';
import {
  makeAuthority,
  makeCertificate,
  makeKey,
  makeSigner,
  type TestCertificate,
  type TestExtension,
  type TestKey,
} from '../../core/support/test-certificates.ts';
import { attribute, type CmsOptions, makeCms } from '../../core/support/test-cms.ts';
import { baseDocument } from '../../vectors/support/base-document.ts';
import { ROOT, signed } from '../../vectors/support/in-memory.ts';
import { bodyOf, update } from '../../vectors/support/update.ts';
import type { Hostile } from './hostile.ts';
import { plainDraft } from './structure.ts';

const LEAF = makeSigner('PENANDA TANGAN LATIHAN', ROOT);

export const PROOFS: readonly Hostile[] = [
  {
    name: '250 authorities with keys of 16,384 bits',
    build: () => certified(rsaKeys(250, 2048, 8)),
  },
  {
    name: '250 authorities with exponents of 3,072 bits',
    build: () => certified(rsaKeys(250, 384, 384)),
  },
  { name: 'a signature of 10,000 signers', build: () => inField({ signers: 10_000 }) },
  {
    name: 'an attribute of a million arcs',
    build: () => inField({ moreSigned: [derSequence(der(6, new Uint8Array(1e6).fill(1)))] }),
  },
  {
    name: 'a number of four million digits',
    build: () => inField({ moreSigned: [derSequence(derOid('1.2.3'), der(2, ones(4e6)))] }),
  },
  { name: 'sequences within sequences', build: () => inField({ moreSigned: [nested(100_000)] }) },
  {
    name: '50,000 attributes that nobody signed',
    build: () =>
      inField({
        unsigned: () =>
          Array.from({ length: 50_000 }, (_, n) =>
            attribute(`1.2.3.${n}`, derOctetString(new Uint8Array(8))),
          ),
      }),
  },
  {
    name: 'constraints on 60,000 names and as many names',
    build: () => inField(constrained(60_000)),
  },
  { name: 'policies mapped to one another by 24 authorities', build: () => inField(mapped(24)) },
  { name: 'a store of 900,000 references to one certificate', build: () => store(900_000) },
  { name: 'a store that speaks of 150,000 signatures', build: () => vri(150_000) },
  { name: 'everything in circles', build: circles },
];

function ones(length: number): Uint8Array {
  return new Uint8Array(length).fill(0x7f);
}

/** Keys that nobody has, of so many bytes. */
function rsaKeys(count: number, modulus: number, exponent: number): TestKey[] {
  const { privateKey } = makeKey('p256', 'hostile');
  return Array.from({ length: count }, (_, n) => {
    const bytes = ones(modulus + 1);
    bytes[0] = 0;
    bytes[1] = 0xff;
    bytes[5] = n & 0xff;
    bytes[6] = n >> 8;
    const key = derSequence(der(2, bytes), der(2, ones(exponent)));
    const algorithm = derSequence(derOid('1.2.840.113549.1.1.1'), der(5));
    const spki = derSequence(algorithm, der(3, Uint8Array.of(0), key));
    return { kind: 'p256', privateKey, spki };
  });
}

/** Each named as the signer's issuer: each could have signed. */
function certified(keys: readonly TestKey[]): Buffer {
  const authorities = keys.map(
    (key) => makeCertificate({ name: 'LATIHAN Root', ca: true, key, issuer: ROOT }).der,
  );
  return inField({ certificates: [LEAF.der, ...authorities] });
}

/** The signature fits the bytes, so that all is looked at. */
function inField(options: Partial<CmsOptions>): Buffer {
  const place = '0'.repeat(10);
  const hexadecimal = (digest: Uint8Array): string => {
    const cms = Buffer.from(makeCms({ signer: LEAF, digest, ...options })).toString('hex');
    return `<${cms}${'00'.repeat(64)}>`;
  };
  const room = hexadecimal(new Uint8Array(32));
  const value = `/Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 ${place} ${place} ${place}] /Contents ${room}`;
  const draft = plainDraft('/AcroForm << /Fields [4 0 R] >>');
  draft.object(4, `<< /T (1) /FT /Sig /V << ${value} >> >>`);
  const file = draft.finish().bytes;
  const from = file.indexOf(room);
  const to = from + room.length;
  const range = [from, to, file.length - to].map((n) => String(n).padStart(10, '0')).join(' ');
  file.write(range, file.indexOf(place), 'latin1');
  const digest = createHash('sha256').update(file.subarray(0, from)).update(file.subarray(to));
  // Signatures differ by some octets: the padding makes up for it.
  const final = hexadecimal(digest.digest())
    .slice(0, -1)
    .slice(0, room.length - 1);
  file.write(`${final.padEnd(room.length - 1, '0')}>`, from, 'latin1');
  return file;
}

/** Of indefinite lengths, which none of them comes to end. */
function nested(depth: number): Uint8Array {
  return Buffer.alloc(2 * depth, Buffer.from([0x30, 0x80]));
}

function constrained(count: number): Partial<CmsOptions> {
  const name = (n: number): Uint8Array => der(0x82, Buffer.from(`a${n.toString(36)}.example.id`));
  const names = Array.from({ length: count }, (_, n) => name(n));
  const excluded = der(0xa1, ...names.map((one) => derSequence(one)));
  const constraints = { oid: '2.5.29.30', critical: true, value: derSequence(excluded) };
  const middle = authority('LATIHAN Antara', ROOT, [constraints]);
  const others = Array.from({ length: count }, (_, n) => name(n + count));
  const signer = makeSigner('PENANDA', middle, {
    extensions: [{ oid: '2.5.29.17', value: derSequence(...others) }],
  });
  return { signer, certificates: [signer.der, middle.der] };
}

function authority(
  name: string,
  issuer: TestCertificate,
  extensions: readonly TestExtension[],
): TestCertificate {
  return makeAuthority(name, { issuer, extensions });
}

/** Each authority maps each policy to all of them: the tree of RFC 5280 6.1 would grow as a power of the depth. */
function mapped(depth: number): Partial<CmsOptions> {
  const policies = Array.from({ length: 12 }, (_, n) => derOid(`1.2.3.4.${n}`));
  const all = derSequence(...policies.map((one) => derSequence(one)));
  const mappings = derSequence(
    ...policies.flatMap((from) => policies.map((to) => derSequence(from, to))),
  );
  const extensions = [
    { oid: '2.5.29.32', value: all },
    { oid: '2.5.29.33', critical: true, value: mappings },
    { oid: '2.5.29.36', critical: true, value: derSequence(der(0x80, Uint8Array.of(0))) },
  ];
  const chain: TestCertificate[] = [];
  for (let n = 0; n < depth; n += 1) {
    chain.push(authority(`LATIHAN ${n}`, chain.at(-1) ?? ROOT, extensions));
  }
  const signer = makeSigner('PENANDA', chain.at(-1) ?? ROOT, {
    extensions: [{ oid: '2.5.29.32', value: all }],
  });
  return { signer, certificates: [signer.der, ...chain.map((one) => one.der)] };
}

async function store(count: number): Promise<Buffer> {
  const file = await signed(baseDocument());
  const catalog = bodyOf(file, 1).replace(/>>\s*$/, ' /DSS 300 0 R >>');
  return update(file, {
    objects: {
      1: catalog,
      300: `<< /Certs [${'301 0 R '.repeat(count)}] >>`,
      301: ['', Buffer.from(LEAF.der)],
    },
  });
}

async function vri(count: number): Promise<Buffer> {
  const file = await signed(baseDocument());
  const entry = (n: number): string => `/${n.toString(16).toUpperCase().padStart(40, '0')} 301 0 R`;
  return update(file, {
    objects: {
      1: bodyOf(file, 1).replace(/>>\s*$/, ' /DSS 300 0 R >>'),
      300: `<< /VRI << ${Array.from({ length: count }, (_, n) => entry(n)).join('\n')} >> >>`,
      301: '<< /Cert [302 0 R] >>',
      302: ['', Buffer.from(LEAF.der)],
    },
  });
}

function circles(): Buffer {
  const draft = plainDraft(
    '/AcroForm << /Fields [10 0 R] >> /OpenAction 20 0 R /Outlines 30 0 R /Names << /Dests 40 0 R >> /StructTreeRoot 50 0 R',
    '<< /Type /Page /Parent 3 0 R /MediaBox 60 0 R /Contents [61 0 R 61 0 R] /Resources 62 0 R /Annots [10 0 R] >>',
  );
  draft.object(10, '<< /T (a) /FT /Sig /Parent 11 0 R /V 10 0 R /AP << /N 12 0 R >> >>');
  draft.object(11, '<< /T (b) /Parent 10 0 R >>');
  draft.stream(12, '/Subtype /Form /BBox 60 0 R /Resources 62 0 R', '/F Do /F Do');
  draft.object(20, '<< /S /JavaScript /JS (1) /Next [20 0 R 20 0 R] >>');
  draft.object(30, '<< /First 31 0 R /Last 31 0 R >>');
  draft.object(31, '<< /Next 31 0 R /Prev 31 0 R /Parent 31 0 R /First 31 0 R >>');
  draft.object(40, '<< /Kids [40 0 R 40 0 R] >>');
  draft.object(50, '<< /K [50 0 R 50 0 R] /ParentTree 40 0 R >>');
  draft.object(60, '60 0 R');
  draft.stream(61, '/Filter 60 0 R', '/F Do', '61 0 R');
  draft.object(62, '<< /XObject << /F 12 0 R >> /Font 62 0 R /Parent 62 0 R >>');
  return draft.finish().bytes;
}
