// Bytes of a signature to which no revision of the file leads: told, and told apart from what only looks like it.
import { describe, expect, it } from 'vitest';
import { reasonSentence } from '../../../core/domain/messages/sentence.ts';
import { baseDocument, PART } from '../../vectors/support/base-document.ts';
import { SECOND, signed, stamped, verify } from '../../vectors/support/in-memory.ts';
import { bodyOf, type Body, highest, offsetOf, update } from '../../vectors/support/update.ts';
import { Draft } from '../pdf/support/draft.ts';

const file = await signed(baseDocument(), { field: 'pengesahan' });
const VALUE = signatureOf(file);

/** The dictionary of the only signature. */
function signatureOf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const heads = [...text.slice(0, text.indexOf('/ByteRange')).matchAll(/(\d+) 0 obj/g)];
  return bodyOf(bytes, Number(heads.at(-1)?.[1]));
}

/** A document of one page that holds an object which nothing refers to. */
function beside(body: Body, catalog = ''): Buffer {
  const draft = new Draft();
  draft.object(1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  draft.object(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  draft.object(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>');
  if (typeof body === 'string') draft.object(4, body);
  else if (body !== null) draft.stream(4, body[0], body[1]);
  return draft.finish().bytes;
}

const verdictOf = async (bytes: Buffer): Promise<string> => {
  try {
    return (await verify(bytes)).verdict;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('a signature that is left over', () => {
  it('has what the tests take for one', () => {
    expect(VALUE).toMatch(/\/ByteRange\s*\[[^]*\/Contents\s*<30/);
  });

  it.each<[string, Buffer]>([
    ['as an object that nothing refers to', beside(VALUE)],
    ['within a field that no form lists', beside(`<< /FT /Sig /T (a) /V ${VALUE} >>`)],
    ['that certifies, without its field', beside(VALUE, '/Perms << /DocMDP 4 0 R >>')],
  ])('%s is no unsigned document', async (_, bytes) => {
    expect(await verdictOf(bytes)).toBe('PDF_SIGNATURE_LEFT_OVER');
  });

  it('is told by its signer where what was signed can still be read', async () => {
    // The file begins anew, and so many ends follow that nobody looks for the signed one.
    const others = Array.from({ length: highest(file) }, (_, i) => i + 1)
      .filter((num) => offsetOf(file, num) !== -1)
      .map((num): [number, number] => [num, offsetOf(file, num)]);
    const anew = update(file, {
      objects: { [PART.form]: '<< /Fields [8 0 R] >>' },
      offsets: Object.fromEntries(others.filter(([num]) => num !== PART.form)),
      prev: 0,
    });
    const end = /startxref\s+\d+\s+%%EOF\s*$/.exec(anew.toString('latin1'))?.[0] ?? '';
    const { verdict, signatures } = await verify(
      Buffer.concat([anew, Buffer.from(end.repeat(20))]),
    );
    expect(verdict).toBe('TOTAL_FAILED');
    const [one] = signatures;
    expect(one?.intact).toBe(true);
    const reason = one?.reasons.find(({ code }) => code === 'SIGNATURE_REMOVED');
    expect(reasonSentence('SIGNATURE_REMOVED', reason?.params ?? {}, 'en', 'WITA')).toContain(
      'PEJABAT',
    );
  });

  it.each<[string, Buffer]>([
    ['a place kept for one', beside(VALUE.replace(/<30[^>]*>/, '<0000>'))],
    ['the signature of a file that is attached', beside(['/Type /EmbeddedFile', file])],
    [
      'usage rights',
      beside(
        VALUE.replace('/ByteRange', '/Reference [<< /TransformMethod /UR3 >>] /ByteRange'),
        '/Perms << /UR3 4 0 R >>',
      ),
    ],
    ['a time stamp', beside(VALUE.replace(/\/SubFilter\s*\/[\w.]+/, '/SubFilter /ETSI.RFC3161'))],
    ['a range without contents', beside('<< /ByteRange [0 1 2 3] >>')],
    ['the word alone', beside('<< /Title (/ByteRange [0 1 2 3] /Contents <30>) >>')],
  ])('%s is none', async (_, bytes) => {
    expect(await verdictOf(bytes)).toBe('NO_SIGNATURE');
  });

  it('is none in an attached file that was exchanged for another', async () => {
    const exchanged = update(beside(['/Type /EmbeddedFile', file]), { objects: { 4: ['', 'b'] } });
    expect(await verdictOf(exchanged)).toBe('NO_SIGNATURE');
  });

  it('does not keep a document from being signed', async () => {
    const again = await verify(await signed(beside(VALUE), { key: SECOND }));
    expect(again.signatures.map(({ intact }) => intact)).toEqual([true]);
    expect(await verdictOf(await stamped(beside(VALUE)))).toBe('PDF_SIGNATURE_LEFT_OVER');
  });
});
