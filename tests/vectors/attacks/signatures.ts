// Attacks on one signature of several, and each alone: an earlier value changed, one value for two fields from the
// start, a stamp that nothing foresaw beside the text.
import { stampContent } from '../../support/signing.ts';
import { baseDocument, PART } from '../support/base-document.ts';
import { SECOND, signed, signedOtherwise, stampedAgainstTheRules } from '../support/in-memory.ts';
import { bodyOf, update, withEntry } from '../support/update.ts';
import { typeless } from '../legitimate/changes.ts';
import type { Attack } from './attack.ts';
import { signatureNumber } from './structure.ts';

/** With a second signature field that shows `value`. */
const twoFields = (value: string): Buffer =>
  baseDocument({
    annotations: '20 0 R',
    objects: {
      7: '<< /Fields [8 0 R 9 0 R 10 0 R 20 0 R] /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 0 Tf 0 g) >>',
      20: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (kedua) /Rect [0 0 0 0] /P 3 0 R /F 132 ${value} >>`,
    },
  });

/** The place of the empty field of the base document. */
const PLACE = '/Rect [72 100 300 160]';

const signedAt = (name: string, place: string, emptyField = ''): Attack => ({
  name: `empty field signed: ${name}`,
  named: 'FIELD_CHANGED',
  build: async () =>
    signedOtherwise(await signed(baseDocument({ emptyField })), { field: 'pengesahan' }, [
      PLACE,
      place,
    ]),
});

export const SIGNATURE_ATTACKS: readonly Attack[] = [
  {
    name: 'value of an earlier signature changed',
    named: 'SIGNATURE_VALUE_CHANGED',
    build: async () => {
      const first = await signed(baseDocument(), { field: 'pengesahan' });
      const num = signatureNumber(first);
      const both = await signed(first, { key: SECOND });
      return update(both, { objects: { [num]: withEntry(both, num, 'Reason', '(lain)') } });
    },
  },
  {
    name: 'one value for two fields, signed like that',
    named: 'SIGNATURE_VALUE_SHARED',
    build: async () => {
      const num = signatureNumber(await signed(twoFields(''), { field: 'pengesahan' }));
      return signed(twoFields(`/V ${num} 0 R`), { field: 'pengesahan' });
    },
  },
  {
    name: 'certified P=2: a stamp beside the text',
    named: 'STAMP_UNFORESEEN',
    build: async () => {
      const file = await signed(baseDocument(), { certification: 2 });
      const content = await stampContent({ name: 'Rp 9.000.000.000' });
      const rect = { x: 320, y: 300, width: 200, height: 60 };
      return stampedAgainstTheRules(file, SECOND, { page: 1, rect, content });
    },
  },
  signedAt('in another place', '/Rect [72 700 300 760]'),
  signedAt('in a line', '/Rect [72 100 300 100]'),
  signedAt('its frame taken away', '/Rect [0 0 0 0]', '/MK << /BC [0 0 1] >>'),
  ...(
    [
      ['a font', '/Type /Font', ''],
      ['an annotation, and shown elsewhere', '/Type /Annot', '/Rect [72 700 300 760]'],
      ['an annotation, and hidden', '/Type /Annot', '/F 2'],
    ] as const
  ).map(([name, type, more]): Attack => ({
    name: `signed field called ${name}`,
    named: 'SIGNED_FIELD_CHANGED',
    build: async () => {
      const file = await signed(typeless(), { field: 'pengesahan' });
      const [key = ''] = more.split(' ');
      const body = bodyOf(file, PART.empty).replace('<<', `<< ${type}`);
      const was = key === '' ? /$/ : new RegExp(`${key} (?:\\[.*?\\]|\\d+)`);
      return update(file, { objects: { [PART.empty]: body.replace(was, more) } });
    },
  })),
  {
    name: 'place taken from an empty field',
    named: 'FIELD_CHANGED',
    build: async () => {
      const file = await signed(baseDocument());
      const body = bodyOf(file, PART.empty).replace(PLACE, '/Rect [0 0 0 0]');
      return update(file, { objects: { [PART.empty]: body } });
    },
  },
];
