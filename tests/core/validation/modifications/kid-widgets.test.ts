// A signature field with a widget of its own that does not name it (/Parent), as pyHanko writes separate widgets.
import { describe, expect, it } from 'vitest';
import { type Body, bodyOf, update } from '../../../vectors/support/update.ts';
import { judgeFile, plainFile, signFile } from '../../support/signed-file.ts';
import { makeAuthority, makeSigner } from '../../support/test-certificates.ts';
import { makeCms } from '../../support/test-cms.ts';

const signer = makeSigner('Budi Penguji', makeAuthority('LATIHAN Root'));
const cms = (digest: Uint8Array): Uint8Array => makeCms({ signer, digest });
const [PAGE, FORM, OTHER, VALUE] = [3, 5, 11, 61];
const [GROUP, KIDS, WIDGET, LOOK] = [80, 81, 82, 83];

const look = (text: string): Body => [
  '/Type /XObject /Subtype /Form /BBox [0 0 60 20]',
  `q 0 0 1 RG 1 1 58 18 re S Q % ${text}`,
];
const widget = (rect: string, entries = ''): string =>
  `<< /Type /Annot /Subtype /Widget /F 132 /Rect [${rect}] /P ${PAGE} 0 R /AP << /N ${LOOK} 0 R >> ${entries} >>`;

/** The field, its widget and its signature, all in one revision. */
const withSeparateWidget = (file: Buffer): Buffer =>
  signFile(file, cms, {
    field: 1,
    objects: {
      [OTHER]: bodyOf(file, OTHER),
      [FORM]: bodyOf(file, FORM).replace(']', ` ${GROUP} 0 R]`),
      [PAGE]: bodyOf(file, PAGE).replace('12 0 R]', `12 0 R ${WIDGET} 0 R]`),
      [GROUP]: `<< /FT /Sig /T (Terpisah) /Kids ${KIDS} 0 R /V ${VALUE} 0 R >>`,
      [KIDS]: `[${WIDGET} 0 R]`,
      [WIDGET]: widget('72 72 132 92'),
      [LOOK]: look('Budi Penguji'),
    },
  });

const first = async (file: Buffer) => {
  const { signatures } = await judgeFile(file);
  const [{ modification, reasons }] = signatures as [(typeof signatures)[number]];
  return { modification, codes: reasons.map(({ code }) => code) };
};

describe('a widget that only its field lists', () => {
  it('may come with another signature', async () => {
    const file = withSeparateWidget(signFile(plainFile(), cms));
    const { modification, codes } = await first(file);
    expect(modification).toBe('FORM_FILLING');
    expect(codes).toContain('LATER_CHANGES_ALLOWED');
  });

  it.each<[string, Record<number, Body>]>([
    ['its place', { [WIDGET]: widget('300 300 360 320') }],
    [
      'its look',
      { [WIDGET]: widget('72 72 132 92').replace(`${LOOK} 0 R`, '90 0 R'), 90: look('X') },
    ],
    ['the drawing of its look', { [LOOK]: look('Orang lain') }],
  ])('is part of the signature: no later change of %s', async (_, objects) => {
    const file = update(withSeparateWidget(plainFile()), { objects });
    const { modification, codes } = await first(file);
    expect(modification).toBe('OTHER');
    expect(codes).toContain('SIGNED_FIELD_CHANGED');
  });

  it('is nobody’s where two fields list it', async () => {
    const signed = withSeparateWidget(plainFile());
    const file = update(signed, {
      objects: {
        [FORM]: bodyOf(signed, FORM).replace(']', ' 91 0 R]'),
        91: `<< /T (Lain) /Kids [${WIDGET} 0 R] >>`,
        [WIDGET]: widget('300 300 360 320'),
      },
    });
    expect((await first(file)).modification).toBe('OTHER');
  });

  it('shows nothing that nobody signed', async () => {
    const signed = signFile(plainFile(), cms);
    const file = update(signed, {
      objects: {
        [FORM]: bodyOf(signed, FORM).replace(']', ` ${GROUP} 0 R]`),
        [PAGE]: bodyOf(signed, PAGE).replace('12 0 R]', `12 0 R ${WIDGET} 0 R]`),
        [GROUP]: `<< /FT /Sig /T (Terpisah) /Kids [${WIDGET} 0 R] >>`,
        [WIDGET]: widget('72 72 132 92'),
        [LOOK]: look('Budi Penguji'),
      },
    });
    expect((await first(file)).codes).toContain('STAMP_WITHOUT_SIGNATURE');
  });
});
