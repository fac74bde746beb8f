// A later revision whose trailer says otherwise how the file is encrypted (ISO 32000-2 7.6.2): what was signed would be
// read by another key, or not at all.
import { describe, expect, it } from 'vitest';
import { PdfError } from '../../../../core/pdf/pdf-error.ts';
import { baseDocument } from '../../../vectors/support/base-document.ts';
import { signed, told, verify } from '../../../vectors/support/in-memory.ts';
import { laidOut } from '../../../vectors/support/qpdf.ts';
import { highest, update, type UpdateOptions } from '../../../vectors/support/update.ts';

const encrypted = (...restrictions: readonly string[]): Buffer =>
  laidOut(baseDocument(), [
    ...['--object-streams=disable', '--encrypt', '', 'pemilik', '256', ...restrictions, '--'],
  ]);

/** A trailer's encryption dictionary and identifier, as written. */
function encryptionOf(file: Buffer): { num: number; body: string; id: string } {
  const text = file.toString('latin1');
  const num = Number(/\/Encrypt (\d+) 0 R/.exec(text)?.[1]);
  const from = text.indexOf(`\n${num} 0 obj`);
  const body = text.slice(text.indexOf('obj', from) + 3, text.indexOf('endobj', from)).trim();
  return { num, body, id: /\/ID \[[^\]]*\]/.exec(text)?.[0] ?? '' };
}

/** The codes that are told of the first signature, or why nothing can be. */
async function judged(file: Buffer): Promise<readonly string[]> {
  try {
    const { signatures } = await verify(file);
    return told(signatures[0]!);
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    return [error.code];
  }
}

describe('an encryption that a later revision adds', () => {
  it('changes the document, where it can be opened', async () => {
    const file = await signed(baseDocument());
    const { body, id } = encryptionOf(encrypted());
    const num = highest(file) + 1;
    const changed = update(file, {
      ...{ objects: { [num]: body }, trailer: `/Encrypt ${num} 0 R ${id}` },
    });
    expect(await judged(changed)).toEqual(['DOCUMENT_CHANGED']);
  });

  it.each([
    ['of a kind that is none', '<< /Filter /Lain /V 9 >>', 'PDF_ENCRYPTION_UNSUPPORTED'],
    ['that is no dictionary', '(sandi)', 'STRUCTURE_FORGED'],
    [
      'of the usual kind without anything in it',
      '<< /Filter /Standard >>',
      'PDF_ENCRYPTION_UNSUPPORTED',
    ],
  ])('and %s lets nothing pass', async (_, body, named) => {
    const file = await signed(baseDocument());
    const num = highest(file) + 1;
    const trailer = `/Encrypt ${num} 0 R`;
    expect(await judged(update(file, { objects: { [num]: body }, trailer }))).toEqual([named]);
  });
});

describe('an encrypted file', () => {
  const base = encrypted();
  const { num, body, id } = encryptionOf(base);
  const keep = `/Encrypt ${num} 0 R ${id}`;

  it('may get a revision that keeps its encryption', async () => {
    const file = await signed(base);
    const { signatures } = await verify(update(file, { objects: {}, trailer: keep }));
    expect(signatures[0]).toMatchObject({ intact: true, indication: 'INDETERMINATE' });
    expect(told(signatures[0]!)).not.toContain('DOCUMENT_CHANGED');
  });

  it.each<[string, string, UpdateOptions]>([
    ['leaves it out', 'STRUCTURE_FORGED', { objects: {}, trailer: id }],
    [
      'names another',
      'DOCUMENT_CHANGED',
      { objects: { 90: body }, trailer: `/Encrypt 90 0 R ${id}` },
    ],
    [
      'allows more',
      'DOCUMENT_CHANGED',
      { objects: { [num]: body.replace(/\/P -?\d+/, '/P -3904') }, trailer: keep },
    ],
    [
      'has another identifier',
      'DOCUMENT_CHANGED',
      { objects: {}, trailer: `/Encrypt ${num} 0 R /ID [<00> <00>]` },
    ],
  ])('does not pass with one that %s', async (_, named, change) => {
    expect(await judged(update(await signed(base), change))).toEqual([named]);
  });
});
