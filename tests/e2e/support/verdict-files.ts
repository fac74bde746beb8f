// Files for each verdict that a practice token cannot make: signed in memory by an authority that is trusted in the
// settings, and then cut, emptied, certified, revoked.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OID } from '../../../core/cms/oids.ts';
import { derOctetString, derSequence } from '../../../core/cms/der-writer.ts';
import { PRACTICE_POLICY } from '../../../core/domain/practice-mark.ts';
import { toPem } from '../../core/support/pem.ts';
import { signFile, plainFile } from '../../core/support/signed-file.ts';
import { makeKey, makeSigner, signValue } from '../../core/support/test-certificates.ts';
import { attribute, makeCms, makeToken } from '../../core/support/test-cms.ts';
import { configFolder } from '../../support/harness/launch.ts';
import { makeCrl, reasonExtension } from '../../support/services/test-proofs.ts';
import { stampContent } from '../../support/signing.ts';
import { baseDocument, CONTENT, PART } from '../../vectors/support/base-document.ts';
import { ROOT, SECOND, signed, stamped } from '../../vectors/support/in-memory.ts';
import { bodyOf, update } from '../../vectors/support/update.ts';

const HELD = { thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2040-01-01T00:00:00' };
const OFFICIAL = makeSigner('Budi Penguji', ROOT);
const TSA = makeSigner('Stempel Penguji', ROOT, { purposes: [OID.timeStamping] });

/** In the settings of the program, as an administrator would. */
export function trustAuthority(userData: string): void {
  const folder = join(configFolder(userData), 'pena');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'penguji.pem'), toPem(ROOT.der));
  writeFileSync(join(folder, 'pena.json'), JSON.stringify({ anchors: ['penguji.pem'] }));
}

/** With a list of the authority that names no certificate. */
function document(): Buffer {
  const file = baseDocument({ catalog: '/DSS 30 0 R', objects: { 30: 'null' } });
  const list = Buffer.from(makeCrl({ issuer: ROOT, ...HELD }));
  return update(file, { objects: { 30: '<< /CRLs [31 0 R] >>', 31: ['', list] } });
}

const secondOfTwo = async (): Promise<Buffer> => signed(await signed(document()), { key: SECOND });

/** The newest signature's field loses its value. */
async function removed(): Promise<Buffer> {
  const file = await secondOfTwo();
  const field = [...file.toString('latin1').matchAll(/\n(\d+) 0 obj\n[^]*?endobj/g)].findLast(
    ([body]) => body.includes('/FT /Sig') && / \/V \d+ 0 R/.test(body),
  );
  const num = Number(field?.[1]);
  return update(file, { objects: { [num]: bodyOf(file, num).replace(/\/V \d+ 0 R/, '') } });
}

async function inserted(): Promise<Buffer> {
  const file = await signed(document());
  return update(file, {
    objects: {
      [PART.pages]: '<< /Type /Pages /Kids [3 0 R 60 0 R 14 0 R] /Count 3 >>',
      60: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 61 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      61: ['', 'BT /F1 18 Tf 72 700 Td (Halaman sisipan) Tj ET'],
    },
  });
}

async function highlighted(): Promise<Buffer> {
  const file = await signed(document(), { certification: 1 });
  return update(file, {
    objects: {
      [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 60 0 R'),
      60: '<< /Type /Annot /Subtype /Highlight /Rect [72 690 300 730] /F 4 /P 3 0 R >>',
    },
  });
}

/** Stamps in three columns on the first page, each of another signer. */
async function stampedBy(signers: number): Promise<Buffer> {
  let file = document();
  for (let i = 0; i < signers; i += 1) {
    const name = `PEJABAT NOMOR ${String(i + 1)} DENGAN NAMA YANG PANJANG`;
    const { der: certificate, key } = makeSigner(name, ROOT);
    const sign = (data: Uint8Array): Promise<Uint8Array> =>
      Promise.resolve(signValue(key, 'sha256', data));
    const content = await stampContent({ name });
    const place = { x: 60 + 180 * (i % 3), y: 100 + 110 * Math.floor(i / 3) };
    const rect = { ...place, width: 160, height: 60 };
    file = await signed(file, {
      ...{ key: { certificate, chain: [], sign }, stamp: { page: 1, rect, content } },
    });
  }
  return file;
}

/** Signed by one whose certificate was revoked, in what month and why; stamped on the first of May. */
function revoked(month: string, reason: number): Buffer {
  const extensions = [reasonExtension(reason)];
  const entry = { serial: OFFICIAL.serial, at: `2026-${month}-01T00:00:00`, extensions };
  const crls = [makeCrl({ issuer: ROOT, entries: [entry], ...HELD })];
  const unsigned = (signature: Uint8Array): Uint8Array[] => [
    attribute(
      OID.signatureTimeStampToken,
      makeToken(signature, { authority: TSA, time: '2026-05-01T10:00:00' }),
    ),
  ];
  return signFile(plainFile({ crls }), (digest) => makeCms({ signer: OFFICIAL, digest, unsigned }));
}

function practising(): Buffer {
  const value = derSequence(derSequence(PRACTICE_POLICY));
  const extensions = [{ oid: OID.certificatePolicies, value }];
  const signer = makeSigner('Pejabat Berlatih', ROOT, { extensions });
  const crls = [makeCrl({ issuer: ROOT, ...HELD })];
  return signFile(plainFile({ crls }), (digest) => makeCms({ signer, digest }));
}

/** adbe.x509.rsa_sha1, with an RSA value over SHA-1. */
function old(): Buffer {
  const signer = makeSigner('Penanda Tangan Lama', ROOT, { key: makeKey('rsa') });
  const crls = [makeCrl({ issuer: ROOT, ...HELD })];
  return signFile(
    plainFile({ crls }),
    (_, content) => derOctetString(signValue(signer.key, 'sha1', content)),
    {
      ...{ subFilter: 'adbe.x509.rsa_sha1', hash: 'sha1' },
      entries: `/Cert <${Buffer.from(signer.der).toString('hex')}> `,
    },
  );
}

const sentence = (text: string, x: number, y: number): string =>
  ` BT /F1 12 Tf ${String(x)} ${String(y)} Td (${text}) Tj ET`;

/** Two stamps; then the content of pages changed behind them. */
async function changedBehind(first: string, second: string | null): Promise<Buffer> {
  return update(await stampedBy(2), {
    objects: {
      [PART.content]: ['', CONTENT + first],
      ...(second === null ? {} : { [PART.secondContent]: ['', second] }),
    },
  });
}

/** What was added after the first signature: permitted, forbidden, and both in one place. */
export const LATER_FILES = {
  permitted: () => stampedBy(2),
  besides: () =>
    changedBehind(sentence('Tambahan', 72, 500), sentence('Halaman kedua yang lain', 72, 700)),
  beneath: () => changedBehind(sentence('Rp 9', 300, 125), null),
} as const satisfies Readonly<Record<string, () => Promise<Buffer>>>;

/** By what they are called in the pictures. */
export const VERDICT_FILES = {
  removed,
  cut: async (): Promise<Buffer> => (await secondOfTwo()).subarray(0, -2000),
  unclear: async (): Promise<Buffer> =>
    Buffer.concat([await signed(document()), Buffer.from('% sisa\n1 2 3\n')]),
  certified: highlighted,
  inserted,
  crowded: () => stampedBy(9),
  'revoked-before': () => revoked('04', 1),
  'revoked-later': () => revoked('10', 4),
  'on-hold': () => revoked('04', 6),
  practising,
  old,
  'stamp-alone': () => stamped(document()),
} as const satisfies Readonly<Record<string, () => Buffer | Promise<Buffer>>>;
