// A signature that a later change took out of the document is told, by whom it was made and in which revision it went.
import { describe, expect, it } from 'vitest';
import type { ReasonCode } from '../../../core/domain/reason-code.ts';
import { verdictSentence } from '../../../core/domain/messages/verdict.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { hasUnexplainedChanges } from '../../../core/validation/earlier-changes.ts';
import { openSigned } from '../../../core/validation/open-signed.ts';
import { baseDocument, PART } from '../../vectors/support/base-document.ts';
import { SECOND, signed, SIGNER, stamped, verify } from '../../vectors/support/in-memory.ts';
import { bodyOf, type Body, compressedUpdate, update } from '../../vectors/support/update.ts';
import { memorySource } from '../support/memory-source.ts';

const NAME = 'NAMA PEJABAT LATIHAN';

/** The number of the newest field that has a value, and its body without it. */
function emptied(file: Buffer): Readonly<Record<number, string>> {
  const text = file.toString('latin1');
  const fields = [...text.matchAll(/(\d+) 0 obj\s[^]*?endobj/g)].filter(([body]) =>
    /\/FT \/Sig[^]*\/V \d+ 0 R|\/V \d+ 0 R[^]*\/FT \/Sig/.test(body),
  );
  const num = Number(fields.at(-1)?.[1]);
  return { [num]: bodyOf(file, num).replace(/\/V \d+ 0 R/, '') };
}

const withoutValue = (file: Buffer): Buffer => update(file, { objects: emptied(file) });
const rewritten = (num: number, change: (body: string) => Body) => (file: Buffer) =>
  update(file, { objects: { [num]: change(bodyOf(file, num)) } });

interface Told {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}
/** What the next signer is asked. */
const warns = async (file: Buffer): Promise<boolean> => {
  const source = memorySource(file);
  return hasUnexplainedChanges(await PdfReader.open(source), source);
};
const removal = ({ reasons }: { readonly reasons: readonly Told[] }) =>
  reasons.find(({ code }) => code === 'SIGNATURE_REMOVED')?.params;

describe('a signature that a later revision takes away', () => {
  it.each<[string, (file: Buffer) => Buffer]>([
    ['by its value', withoutValue],
    ['by its value, in an object stream', (file) => compressedUpdate(file, emptied(file))],
    [
      'by its field',
      rewritten(PART.form, (body) => body.replace(/\/Fields \[[^\]]*\]/, '/Fields []')),
    ],
    ['by the form', rewritten(PART.catalog, (body) => body.replace(/\/AcroForm 7 0 R/, ''))],
    [
      'by another form',
      (file) =>
        update(file, {
          objects: {
            [PART.catalog]: bodyOf(file, PART.catalog).replace('/AcroForm 7', '/AcroForm 90'),
            90: '<< /Fields [8 0 R 9 0 R] >>',
          },
        }),
    ],
    ['by freeing the field', (file) => update(file, { objects: freed(emptied(file)) })],
  ])('%s', async (_, remove) => {
    const file = await signed(baseDocument());
    const changed = remove(file);
    const report = await verify(changed);
    expect(report.verdict).toBe('TOTAL_FAILED');
    expect(report.signatures).toHaveLength(1);
    const [one] = report.signatures;
    expect(one).toMatchObject({
      ...{ indication: 'TOTAL_FAILED', subIndication: 'SIG_CONSTRAINTS_FAILURE', intact: true },
      ...{ revision: 2, coverage: 'ENTIRE_REVISION' },
    });
    expect(removal(one!)).toEqual({ signer: NAME, revision: 3 });
    for (const language of ['id', 'en'] as const) {
      const sentence = verdictSentence({ ...report, error: null }, language, 'WITA');
      expect(sentence).toContain(NAME);
      expect(sentence).toContain('revis');
    }
    expect(await warns(changed)).toBe(true);
    // What it covered can be taken out, and is what was signed.
    const { signatures } = await openSigned(memorySource(changed), {});
    const [, , second = 0, rest = 0] = signatures.signatures[0]!.byteRange;
    expect(changed.subarray(0, second + rest).equals(file)).toBe(true);
  });

  it('is told by the revision that did it, however many follow', async () => {
    let file = withoutValue(await signed(baseDocument()));
    for (let i = 0; i < 3; i += 1) {
      file = update(file, { objects: { [PART.info]: `<< /Title (Perubahan ${i}) >>` } });
    }
    const { signatures } = await verify(file);
    expect(removal(signatures[0]!)).toEqual({ signer: NAME, revision: 3 });
  });

  it('is told beside a signature that somebody else made then', async () => {
    const file = await signed(withoutValue(await signed(baseDocument())), { key: SECOND });
    const { verdict, signatures } = await verify(file);
    expect(verdict).toBe('TOTAL_FAILED');
    expect(signatures.map((one) => removal(one)?.['revision'] ?? null)).toEqual([3, null]);
  });

  it('is told where a time stamp is all that is left', async () => {
    const file = await stamped(withoutValue(await signed(baseDocument())));
    const { verdict, signatures } = await verify(file);
    expect(verdict).toBe('TOTAL_FAILED');
    expect(removal(signatures[0]!)).toEqual({ signer: NAME, revision: 3 });
  });

  it('names nobody where it was not what it says', async () => {
    const file = await signed(baseDocument());
    const spoiled = Buffer.from(file);
    const at = spoiled.indexOf('dibayar');
    spoiled.write('dibagi!', at, 'latin1');
    const { signatures } = await verify(withoutValue(spoiled));
    expect(signatures[0]).toMatchObject({ intact: false, subIndication: 'HASH_FAILURE' });
    expect(removal(signatures[0]!)).toEqual({ revision: 3 });
  });
});

describe('a signer who takes away his own signature', () => {
  it('and signs again is only said to have done so', async () => {
    const file = await signed(withoutValue(await signed(baseDocument())), { key: SIGNER });
    const { signatures } = await verify(file);
    expect(signatures).toHaveLength(1);
    expect(signatures[0]!.reasons).toContainEqual({
      ...{ code: 'SIGNATURE_REPLACED', params: { revision: 3 } },
    });
    expect(signatures[0]!.indication).not.toBe('TOTAL_FAILED');
    expect(await warns(file)).toBe(false);
  });
});

describe('nothing is said to be removed', () => {
  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['of a file that nobody signed', () => update(baseDocument(), { objects: {} })],
    ['of two signatures', async () => signed(await signed(baseDocument()), { key: SECOND })],
    ['of a signed file in an attachment', async () => attached(await signed(baseDocument()))],
  ])('%s', async (_, build) => {
    const file = await build();
    const { signatures } = await verify(file);
    expect(signatures.map(removal).filter((one) => one !== undefined)).toEqual([]);
    expect(await warns(file)).toBe(false);
  });
});

/** Uncompressed, so that its own end and sections stand among the bytes. */
function attached(inner: Buffer): Buffer {
  return update(update(baseDocument(), { objects: { 90: ['/Type /EmbeddedFile', inner] } }), {});
}

function freed(objects: Readonly<Record<number, string>>): Readonly<Record<number, null>> {
  return Object.fromEntries(Object.keys(objects).map((num) => [num, null]));
}
