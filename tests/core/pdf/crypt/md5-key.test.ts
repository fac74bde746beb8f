// Keys of lengths that qpdf reads but does not make, made here by algorithms 2, 3 and 5 (ISO 32000-2
// 7.6.4.3.2, 7.6.4.4); qpdf 11.3 and poppler 22.12 open the files of the second kind, pdf.js the first.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../../../core/pdf/crypt/access-permissions.ts';
import { rc4 } from '../../../../core/pdf/crypt/rc4.ts';
import { PdfDict, PdfRef, PdfString } from '../../../../core/pdf/objects.ts';
import { PdfReader } from '../../../../core/pdf/reader.ts';
import { textOf } from '../../../../core/pdf/text-string.ts';
import { memorySource } from '../../support/memory-source.ts';
import { refusal } from '../support/code-of.ts';
import { Draft } from '../support/draft.ts';

const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);
const ID = Buffer.alloc(16, 9);
/** Bits 4 and 6 clear, bit 9 set, as /P and in the key. */
const P = -44;
const P_BYTES = Buffer.from('d4ffffff', 'hex');

function md5(...parts: readonly Uint8Array[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}
function pad(text: string): Buffer {
  return Buffer.concat([Buffer.from(text), PADDING]).subarray(0, 32);
}
function hashed50(from: Buffer, length: number): Buffer {
  let digest = from;
  for (let i = 0; i < 50; i += 1) digest = md5(digest.subarray(0, length));
  return digest;
}
function rc4Times20(key: Buffer, from: Buffer): Buffer {
  let data = from;
  for (let i = 0; i < 20; i += 1) data = rc4(Buffer.from(key.map((byte) => byte ^ i)), data);
  return data;
}

interface Locked {
  readonly owner: Buffer;
  readonly user: Buffer;
  /** (teks), encrypted as in object 1. */
  readonly secret: Buffer;
}

/** @param hashed how much of a digest the owner's key is hashed from again and again */
function lock(keyBytes: number, hashed: number): Locked {
  const ownerKey = hashed50(md5(pad('kuasa')), hashed).subarray(0, keyBytes);
  const owner = rc4Times20(ownerKey, pad('buka'));
  const digest = md5(pad('buka'), owner, P_BYTES, ID);
  const key = hashed50(digest, keyBytes).subarray(0, keyBytes);
  const user = Buffer.concat([rc4Times20(key, md5(PADDING, ID)), Buffer.alloc(16, 0xab)]);
  const objectKey = md5(key, Buffer.from('0100000000', 'hex')).subarray(
    0,
    Math.min(keyBytes + 5, 16),
  );
  return { owner, user, secret: rc4(objectKey, Buffer.from('teks')) };
}

const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;

function open(file: Draft, password: string): Promise<PdfReader> {
  return PdfReader.open(memorySource(file.bytes), { password: Buffer.from(password) });
}

async function titleOf(reader: PdfReader): Promise<string | null> {
  const title = (await reader.catalog()).get('T');
  return title instanceof PdfString ? textOf(title) : null;
}

const LENGTHS = [5, 8, 14, 16].flatMap((keyBytes) => [
  { keyBytes, hashed: 16 },
  { keyBytes, hashed: keyBytes },
]);

describe.each(LENGTHS)('a key of $keyBytes bytes, the owner’s from $hashed', (row) => {
  const { owner, user, secret } = lock(row.keyBytes, row.hashed);
  const entries = `/Filter /Standard /V 2 /R 3 /Length ${row.keyBytes * 8} /P ${P} /O ${hex(owner)}`;
  const ids = `/ID [${hex(ID)} <00>]`;
  const file = new Draft();
  file.object(1, `<< /Type /Catalog /T ${hex(secret)} >>`);
  file.finish(`/Encrypt << ${entries} /U ${hex(user)} >> ${ids}`);

  it('opens to the user, with what the user may', async () => {
    const reader = await open(file, 'buka');
    expect(await titleOf(reader)).toBe('teks');
    expect(reader.permissions).toEqual({ createFields: false, fillFields: true });
  });

  it('opens to the owner, who may everything', async () => {
    const reader = await open(file, 'kuasa');
    expect(await titleOf(reader)).toBe('teks');
    expect(reader.permissions).toEqual(EVERYTHING);
  });

  it('opens to nobody else', async () => {
    expect(await refusal(open(file, 'kuas'))).toBe('PDF_PASSWORD_INCORRECT');
    expect(await refusal(file.open())).toBe('PDF_PASSWORD_NEEDED');
  });

  it('opens where dictionary and entries are objects of their own, whose strings stay', async () => {
    const spread = new Draft();
    spread.object(1, `<< /Type /Catalog /T ${hex(secret)} >>`);
    spread.object(2, `<< ${entries} /U 3 0 R >>`);
    spread.object(3, hex(user));
    const reader = await open(spread.finish(`/Encrypt 2 0 R ${ids}`), 'buka');
    expect(await titleOf(reader)).toBe('teks');
    const encrypt = await reader.resolve(new PdfRef(2, 0));
    const kept = encrypt instanceof PdfDict ? encrypt.get('O') : null;
    expect(kept instanceof PdfString ? hex(kept.bytes) : null).toBe(hex(owner));
  });
});
