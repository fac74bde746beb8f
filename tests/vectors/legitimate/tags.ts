// Later changes to tagged documents as iText 7, 8 and 9 write them: tags that do not begin with one element /Document are put
// below a new one.
import { signed } from '../support/in-memory.ts';
import {
  below,
  TAG,
  taggedDocument,
  type TagOptions,
  TO_NOTE,
  withNote,
  wrapped,
  type WrapOptions,
} from '../support/tagged.ts';
import { type Body, bodyOf, update } from '../support/update.ts';
import type { LegitimateChange } from './changes.ts';

const wrap = (
  name: string,
  base: TagOptions = {},
  options: (file: Buffer) => WrapOptions = () => ({}),
): LegitimateChange => ({
  name: `tags put below a new element: ${name}`,
  build: async () => {
    const file = await signed(taggedDocument(base));
    return update(file, wrapped(file, options(file)));
  },
  modification: 'LTA_UPDATES',
  changes: ['STRUCTURE_EXTENDED'],
});

/** A note on a certified document, where the tags have the element that iText 7 lets refer to it. */
const noted = (
  name: string,
  base: TagOptions,
  objects: (file: Buffer) => Readonly<Record<number, Body>>,
): LegitimateChange => ({
  name: `certified P=3, a note among the tags: ${name}`,
  build: async () => {
    const file = await signed(taggedDocument(base), { certification: 3 });
    return update(file, { objects: { ...withNote(file), ...objects(file) } });
  },
  modification: 'ANNOTATIONS',
  changes: ['ANNOTATION_ADDED', 'STRUCTURE_EXTENDED'],
});

export const LEGITIMATE_TAGS: readonly LegitimateChange[] = [
  wrap('two that stood beside one another'),
  wrap('one alone', { kids: '23 0 R' }, () => ({ kids: '[23 0 R]' })),
  wrap('a document beside another, dissolved', { kids: '[21 0 R 24 0 R]', document: '' }),
  wrap('a document beside another, kept', { kids: '[21 0 R 24 0 R]', document: '' }, (file) => ({
    kids: '[21 0 R 24 0 R]',
    objects: {
      [TAG.document]: below(file, TAG.document),
      [TAG.title]: bodyOf(file, TAG.title),
    },
  })),
  noted('of an element that was there', { kids: '[21 0 R]', document: '' }, () => ({
    [TAG.document]: `<< /Type /StructElem /S /Document /P 20 0 R /Pg 3 0 R /K [23 0 R ${TO_NOTE}] >>`,
    [TAG.parents]: '<< /Nums [0 [23 0 R 24 0 R] 1 21 0 R] >>',
  })),
  noted('below a new element', {}, (file) => ({
    ...wrapped(file, {
      kids: `[23 0 R 24 0 R ${TO_NOTE}]`,
      wrapper: '/Pg 3 0 R',
      parents: `1 ${TAG.wrapper} 0 R`,
    }).objects,
  })),
  noted('by an element of its own, below a new one', {}, (file) => ({
    ...wrapped(file, {
      kids: `[23 0 R 24 0 R ${TAG.field} 0 R]`,
      parents: `1 ${TAG.field} 0 R`,
      objects: {
        [TAG.field]: `<< /Type /StructElem /S /Annot /P ${TAG.wrapper} 0 R /Pg 3 0 R /K ${TO_NOTE} >>`,
      },
    }).objects,
  })),
];
