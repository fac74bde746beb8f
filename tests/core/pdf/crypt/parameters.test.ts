// Encryption dictionaries by hand (ISO 32000-2 tables 20, 21, 25): what is refused, and as what; what is
// borne with.
import { describe, expect, it } from 'vitest';
import { readParameters } from '../../../../core/pdf/crypt/parameters.ts';
import { Lexer } from '../../../../core/pdf/lexer.ts';
import type { PdfObject, PdfStream, PdfString } from '../../../../core/pdf/objects.ts';
import { Parser } from '../../../../core/pdf/parser.ts';
import { PdfReader } from '../../../../core/pdf/reader.ts';
import { textOf } from '../../../../core/pdf/text-string.ts';
import { memorySource } from '../../support/memory-source.ts';
import { refusedWith } from '../../../support/rejection.ts';
import { refusal } from '../support/code-of.ts';
import { Draft } from '../support/draft.ts';

const hex = (bytes: number, fill = 0): string => `<${Buffer.alloc(bytes, fill).toString('hex')}>`;
const OU = `/O ${hex(32)} /U ${hex(32)}`;
const OU5 = `/O ${hex(48)} /U ${hex(48)} /OE ${hex(32)} /UE ${hex(32)} /Perms ${hex(16)}`;
const CF = '/CF << /StdCF << /CFM /AESV2 >> >> /StmF /StdCF /StrF /StdCF';

function draft(encrypt: string): Draft {
  const file = new Draft();
  file.object(1, '<< /Type /Catalog /T (teks) >>');
  return file.finish(`/Encrypt << ${encrypt} >>`);
}

describe('refused as unsupported', () => {
  it.each([
    ['/Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4', 'Adobe.PubSec'],
    ['/Filter /Entrust.PPKEF /V 1 /R 2', 'Entrust.PPKEF'],
    ['/V 1 /R 2', ''],
    [`/Filter /Standard /V 0 /R 2 /P -4 ${OU}`, 'V 0, R 2'],
    [`/Filter /Standard /V 3 /R 3 /P -4 ${OU}`, 'V 3, R 3'],
    [`/Filter /Standard /V 6 /R 7 /P -4 ${OU}`, 'V 6, R 7'],
    [`/Filter /Standard /V 99999999999 /R 1000000000 /P -4 ${OU}`, 'V 99999999999, R 1000000000'],
    [`/Filter /Standard /V 5 /R 4 /P -4 ${OU5}`, 'V 5, R 4'],
    [`/Filter /Standard /V 2 /R 3 /P -4 /Length 136 ${OU}`, 'Length 136'],
    [`/Filter /Standard /V 2 /R 3 /P -4 /Length 2147483647 ${OU}`, 'Length 2147483647'],
    [`/Filter /Standard /V 2 /R 3 /P -4 /Length -8 ${OU}`, 'Length -8'],
    [`/Filter /Standard /V 2 /R 3 /P -4 /Length 44 ${OU}`, 'Length 44'],
    [`/Filter /Standard /V 4 /R 4 /P -4 ${OU} /StmF /StdCF`, 'StdCF'],
    [`/Filter /Standard /V 4 /R 4 /P -4 ${OU} ${CF.replace('AESV2', 'AESV3')}`, 'StdCF'],
    [`/Filter /Standard /V 4 /R 4 /P -4 ${OU} ${CF.replace('AESV2', 'None')}`, 'StdCF'],
    [`/Filter /Standard /V 5 /R 6 /P -4 ${OU5} ${CF}`, 'StdCF'],
    [`/Filter /Standard /V 4 /R 4 /P -4 ${OU} ${CF.replace('AESV2', 'constructor')}`, 'StdCF'],
  ])('%s', async (encrypt, method) => {
    expect(await refusedWith(draft(encrypt).open())).toEqual({
      code: 'PDF_ENCRYPTION_UNSUPPORTED',
      params: { method },
    });
  });
});

describe('the length of the key', () => {
  const cf = (...methods: readonly string[]): string =>
    `/CF << ${methods.map((method, i) => `/F${i} << /CFM /${method} >>`).join(' ')} >>`;

  it.each([
    ['/V 1 /R 2', 5],
    ['/V 1 /R 3 /Length 128', 5],
    ['/V 2 /R 2 /Length 128', 5],
    ['/V 2 /R 3', 5],
    ['/V 2 /R 3 /Length 40', 5],
    ['/V 2 /R 3 /Length 112', 14],
    // In bytes, by mistake.
    ['/V 2 /R 3 /Length 16', 16],
    [`/V 4 /R 4 ${cf('V2')} /StmF /F0`, 16],
    [`/V 4 /R 4 /Length 64 ${cf('V2')} /StmF /F0`, 8],
    // AES-128 has 128 bits, even where only a stream names it for itself.
    [`/V 4 /R 4 /Length 64 ${cf('AESV2')} /StmF /F0`, 16],
    [`/V 4 /R 4 /Length 64 ${cf('V2', 'AESV2')} /StmF /F0`, 16],
  ])('of %s is %i', async (entries, keyBytes) => {
    const lexer = new Lexer(Buffer.from(`<< /Filter /Standard /P -4 ${OU} ${entries} >>`), 0, true);
    const dict = new Parser(lexer).object();
    const resolve = (object: PdfObject | undefined): Promise<PdfObject> =>
      Promise.resolve(object ?? null);
    expect(await readParameters(dict, undefined, resolve)).toMatchObject({ kind: 'md5', keyBytes });
  });
});

describe('refused as broken', () => {
  it.each([
    ['/Filter /Standard /V 1 /R 2', 'P'],
    ['/Filter /Standard /V 1 /R 2 /P (x)', 'P'],
    ['/Filter /Standard /V 1 /R 2 /P -4', 'O'],
    [`/Filter /Standard /V 1 /R 2 /P -4 /O ${hex(31)} /U ${hex(32)}`, 'O'],
    [`/Filter /Standard /V 1 /R 2 /P -4 /O ${hex(32)} /U ${hex(16)}`, 'U'],
    [`/Filter /Standard /V 5 /R 6 /P -4 ${OU5.replace('/UE', '/X')}`, 'UE'],
    [`/Filter /Standard /V 5 /R 6 /P -4 ${OU5.replace('/Perms', '/X')}`, 'Perms'],
  ])('%s', async (encrypt, detail) => {
    expect(await refusedWith(draft(encrypt).open())).toEqual({
      code: 'PDF_OBJECT_BROKEN',
      params: { detail },
    });
  });

  it('where it is no dictionary, and where an update leaves it out', async () => {
    const file = new Draft();
    file.object(1, '<< /Type /Catalog >>');
    const first = file.table([file.all()], '/Size 2 /Root 1 0 R /Encrypt 9 0 R');
    file.end(first);
    expect(await refusal(file.open())).toBe('PDF_OBJECT_BROKEN');
    file.end(file.table([file.all()], `/Size 2 /Root 1 0 R /Prev ${first}`));
    expect(await refusal(file.open())).toBe('PDF_OBJECT_BROKEN');
  });

  it('where it lies in an object stream, which it would have to decrypt (7.5.7)', async () => {
    const file = new Draft();
    file.object(1, '<< /Type /Catalog >>');
    file.objectStream(3, [[4, '<< /Filter /Standard >>']]);
    const rows = [{ offset: file.offset(1) }, { free: true }, { offset: file.offset(3) }] as const;
    const at = file.xrefStream(
      5,
      [[1, [...rows, { stream: 3, index: 0 }]]],
      '/Size 6 /Root 1 0 R /Encrypt 4 0 R',
    );
    expect(await refusal(file.end(at).open())).toBe('PDF_XREF_BROKEN');
  });
});

describe('a file of which only attachments are encrypted', () => {
  const entries = `/Filter /Standard /V 4 /R 4 /P -44 ${OU} /CF << /StdCF << /CFM /AESV2 >> >> /EFF /StdCF`;
  const file = (): Draft => {
    const all = new Draft();
    all.object(1, '<< /Type /Catalog /T (teks) >>');
    all.stream(2, '/Type /EmbeddedFile', Buffer.alloc(32));
    all.stream(3, '', 'terbuka');
    return all.finish(`/Encrypt << ${entries} >>`);
  };

  it('opens without a password, but not the attachments', async () => {
    const reader = await file().open();
    expect(textOf((await reader.catalog()).get('T') as PdfString)).toBe('teks');
    const [attachment, open] = [await reader.object(2, 0), await reader.object(3, 0)];
    const data = await reader.encodedData(open as PdfStream);
    expect(Buffer.from(data).toString()).toBe('terbuka');
    expect(await refusal(reader.encodedData(attachment as PdfStream))).toBe('PDF_PASSWORD_NEEDED');
    // -44 has bits 4 and 6 clear and bit 9 set.
    expect(reader.permissions).toEqual({ createFields: false, fillFields: true });
  });

  it('refuses a wrong password', async () => {
    const password = new TextEncoder().encode('salah');
    const opening = PdfReader.open(memorySource(file().bytes), { password });
    expect(await refusal(opening)).toBe('PDF_PASSWORD_INCORRECT');
  });
});
