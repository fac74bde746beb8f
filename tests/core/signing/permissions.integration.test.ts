// What earlier signatures and the authors of forms allow (ISO 32000-2 12.8.2, table 237), each refused
// or honoured as asked; pdfsig and qpdf agree with what is written.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Increment } from '../../../core/pdf/increment/increment.ts';
import { nameOf, PdfDict, PdfRef, PdfStream } from '../../../core/pdf/objects.ts';
import { formFields } from '../../../core/pdf/form-fields.ts';
import { certificationLevel } from '../../../core/pdf/permissions/certification.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { readSignatures } from '../../../core/pdf/signature-inventory.ts';
import type { SigningRequest } from '../../../core/signing/request.ts';
import { hasUnexplainedChanges } from '../../../core/validation/earlier-changes.ts';
import { memorySource } from '../support/memory-source.ts';
import { classicFile } from '../support/small-files.ts';
import { pdfsigSays, qpdfCheck } from '../../support/other-validators.ts';
import { refusedWith } from '../../support/rejection.ts';
import { makeTestSigner, signFile, stampContent, type TestSigner } from '../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const folder = sharedTemporaryFolder();
let signer: TestSigner;

beforeAll(async () => {
  signer = await makeTestSigner(folder, 'ec:P-256');
});

/** A form with text field "nama", empty signature fields "satu" (with `entries`) and "dua". */
function form(entries = ''): string {
  const input = join(temporaryFolder(), 'formulir.pdf');
  const field = (name: string, more: string): string =>
    `<< /FT /Sig /T (${name}) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /P 3 0 R ${more} >>`;
  writeFileSync(
    input,
    classicFile({
      catalog: '/AcroForm << /Fields [4 0 R 5 0 R 6 0 R] >>',
      page: '/Annots [4 0 R 5 0 R 6 0 R]',
      objects: [
        '<< /FT /Tx /T (nama) /Type /Annot /Subtype /Widget /Rect [0 0 1 1] >>',
        field('satu', entries),
        field('dua', ''),
      ],
    }),
  );
  return input;
}

let count = 0;
async function sign(input: string, changes: Partial<SigningRequest>): Promise<string> {
  const output = join(folder, `keluar-${String((count += 1))}.pdf`);
  await signFile(input, output, signer.key, changes);
  return output;
}

const read = (path: string): Promise<PdfReader> => PdfReader.open(memorySource(readFileSync(path)));

describe('certification', () => {
  it.each([1, 2, 3] as const)('P=%i is written where readers look for it', async (level) => {
    const output = await sign(form(), { certification: level });
    expect(await certificationLevel(await read(output))).toBe(level);
    expect(pdfsigSays(output)).toEqual(['Signature is Valid.']);
    expect(qpdfCheck(output)).toEqual({ status: 0, complaints: 0 });
  });

  it('P=1 allows no further signature, P=2 does', async () => {
    const closed = await sign(form(), { certification: 1 });
    expect(await refusedWith(sign(closed, {}))).toEqual({ code: 'PDF_CERTIFIED', params: {} });
    const open = await sign(form(), { certification: 2 });
    expect(pdfsigSays(await sign(open, {}))).toEqual([
      'Signature is Valid.',
      'Signature is Valid.',
    ]);
  });

  it('belongs to the first signature', async () => {
    const signed = await sign(form(), {});
    expect((await refusedWith(sign(signed, { certification: 2 }))).code).toBe('PDF_ALREADY_SIGNED');
  });
});

describe('field locks', () => {
  it('are written into signature and field', async () => {
    const lock = { action: 'Include', fields: ['nama'], permission: null } as const;
    const reader = await read(await sign(form(), { lock }));
    const field = (await formFields(reader, 'Sig')).find(({ name }) => name === 'TTE3')!;
    expect((await reader.resolveDict(field.dict.get('Lock')))?.get('Fields')).toHaveLength(1);
    const signature = (await reader.resolveDict(field.value))!;
    const [reference] = (await reader.resolveArray(signature.get('Reference'))) as [PdfDict];
    expect(nameOf(reference.get('TransformMethod'))).toBe('FieldMDP');
  });

  it.each([
    ['all fields', { action: 'All', fields: [], permission: null }, 'dua', 'PDF_FIELD_LOCKED'],
    [
      'the named one',
      { action: 'Include', fields: ['dua'], permission: null },
      'dua',
      'PDF_FIELD_LOCKED',
    ],
    ['not the named one', { action: 'Exclude', fields: ['dua'], permission: null }, 'dua', null],
    ['another one', { action: 'Include', fields: ['nama'], permission: null }, 'dua', null],
  ] as const)('that cover %s decide', async (_name, lock, field, code) => {
    const signed = await sign(form(), { field: 'satu', lock });
    if (code === null) await sign(signed, { field });
    else {
      expect(await refusedWith(sign(signed, { field }))).toEqual({
        code,
        params: { field, by: 'satu' },
      });
    }
  });

  it('of an empty field are honoured when it is signed', async () => {
    const input = form('/Lock << /Type /SigFieldLock /Action /All >>');
    const signed = await sign(input, { field: 'satu' });
    expect((await refusedWith(sign(signed, { field: 'dua' }))).code).toBe('PDF_FIELD_LOCKED');
  });
});

describe('seed values', () => {
  it.each([
    [
      'another SubFilter',
      '/Ff 2 /SubFilter [/adbe.pkcs7.sha1]',
      {},
      'SubFilter',
      'adbe.pkcs7.sha1',
    ],
    ['this SubFilter', '/Ff 2 /SubFilter [/adbe.pkcs7.sha1 /ETSI.CAdES.detached]', {}, null],
    ['another SubFilter, as a wish only', '/Ff 0 /SubFilter [/adbe.pkcs7.sha1]', {}, null],
    ['another Filter', '/Ff 1 /Filter /Entrust.PPKEF', {}, 'Filter'],
    ['SHA-512', '/Ff 64 /DigestMethod [(SHA512)]', {}, 'DigestMethod', 'SHA512'],
    ['SHA-256', '/Ff 64 /DigestMethod [(SHA256) (SHA512)]', {}, null],
    [
      'one of two reasons',
      '/Ff 8 /Reasons [(Setuju) (Tahu)]',
      { reason: 'Tidak' },
      'Reasons',
      'Setuju, Tahu',
    ],
    ['the reason given', '/Ff 8 /Reasons [(Setuju) (Tahu)]', { reason: 'Tahu' }, null],
    ['no reason', '/Ff 8 /Reasons [(.)]', { reason: 'Tahu' }, 'Reasons'],
    ['a certification', '/MDP << /P 2 >>', {}, 'MDP'],
    ['that certification', '/MDP << /P 2 >>', { certification: 2 as const }, null],
    ['a time stamp', '/TimeStamp << /URL (http://x) /Ff 1 >>', {}, 'TimeStamp'],
    ['revocation data', '/Ff 32 /AddRevInfo true', {}, 'AddRevInfo'],
    ['somebody else', '/Cert << /Ff 1 /Subject [<3000>] >>', {}, 'Cert.Subject'],
    ['another issuer', '/Cert << /Ff 2 /Issuer [<3000>] >>', {}, 'Cert.Issuer'],
    ['a policy nobody checks here', '/Cert << /Ff 4 /OID [<2a03>] >>', {}, 'Cert.OID'],
  ] as const)('that ask for %s', async (_name, entries, changes, constraint, asked?: string) => {
    const input = form(`/SV << /Type /SV ${entries} >>`);
    const signing = sign(input, { field: 'satu', ...changes });
    if (constraint === null) await signing;
    else {
      expect(await refusedWith(signing)).toEqual({
        code: 'PDF_SEED_VALUE',
        params: { constraint, ...(asked === undefined ? {} : { asked }) },
      });
    }
  });
});

describe('a document that was changed after an earlier signature', () => {
  const changed = async (): Promise<string> => {
    const signed = await sign(form(), {});
    const reader = await read(signed);
    const increment = new Increment(reader);
    const page = new PdfRef(3, 0);
    const dict = await increment.dict(page);
    increment.set(
      page,
      dict.with({
        Contents: increment.add(new PdfStream(new PdfDict([]), Buffer.from('0 0 9 9 re f'))),
      }),
    );
    const { bytes } = await increment.build();
    const path = signed.replace('.pdf', '-diubah.pdf');
    writeFileSync(path, Buffer.concat([readFileSync(signed), bytes]));
    return path;
  };
  const ask = () => ({ unexplainedChanges: hasUnexplainedChanges });

  it('is not signed, unless somebody decides so', async () => {
    const path = await changed();
    expect((await refusedWith(sign(path, ask()))).code).toBe('PDF_CHANGED_AFTER_SIGNING');
    const signChanged = (): Promise<boolean> => Promise.resolve(true);
    await sign(path, { ...ask(), decide: { signChanged } });
  });

  it('by taking the signature away is not signed either', async () => {
    const signed = await sign(form(), {});
    const reader = await read(signed);
    const increment = new Increment(reader);
    const fields = await formFields(reader, 'Sig');
    for (const { ref, value } of fields) {
      if (ref === null || value === undefined) continue;
      increment.set(ref, (await increment.dict(ref)).with({ V: undefined }));
    }
    const { bytes } = await increment.build();
    const path = signed.replace('.pdf', '-dihapus.pdf');
    writeFileSync(path, Buffer.concat([readFileSync(signed), bytes]));
    expect((await readSignatures(memorySource(readFileSync(path)))).signatures).toEqual([]);
    expect((await refusedWith(sign(path, ask()))).code).toBe('PDF_CHANGED_AFTER_SIGNING');
  });

  it('under the signature itself is not signed either', async () => {
    const signed = await sign(form(), {});
    const bytes = readFileSync(signed);
    // The digit of the header's version stands in the signed bytes; the structure stays as it is.
    bytes[7] = bytes[7] === 0x34 ? 0x35 : 0x34;
    const path = signed.replace('.pdf', '-rusak.pdf');
    writeFileSync(path, bytes);
    expect((await refusedWith(sign(path, ask()))).code).toBe('PDF_CHANGED_AFTER_SIGNING');
  });

  it('by another signature only is signed as ever', async () => {
    const twice = await sign(await sign(form(), {}), {});
    await sign(twice, ask());
  });
});

describe('a stamp on a certified document', () => {
  const stamp = async () => ({
    page: 1 as const,
    rect: { x: 10, y: 10, width: 120, height: 50 },
    content: await stampContent(),
  });

  it('is refused where it would be new, and allowed in a field that was provided', async () => {
    const certified = await sign(form(), { certification: 2 });
    const refused = sign(certified, { stamp: await stamp() });
    expect((await refusedWith(refused)).code).toBe('PDF_CERTIFIED_STAMP');
    await sign(certified, { stamp: await stamp(), field: 'dua' });
  });
});
