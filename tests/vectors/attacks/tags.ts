// The tags of a document put below a new element, as iText does, and something else with it: what is read aloud would be
// another thing, or in another order.
import { PART } from '../support/base-document.ts';
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
import { bodyOf, update, type UpdateOptions } from '../support/update.ts';
import type { Attack } from './attack.ts';

type Change = (file: Buffer) => UpdateOptions;

function tags(name: string, base: TagOptions, change: Change): Attack {
  return {
    name: `tags: ${name}`,
    named: 'STRUCTURE_CHANGED',
    build: async () => {
      const file = await signed(taggedDocument(base), { certification: 3 });
      return update(file, change(file));
    },
  };
}

const wrap = (name: string, options: WrapOptions, base: TagOptions = {}): Attack =>
  tags(`wrapped, ${name}`, base, (file) => wrapped(file, options));

/** Wrapped, and an element says something else. */
const saying = (name: string, was: string, is: string): Attack =>
  tags(`wrapped, ${name}`, {}, (file) => {
    const body = below(file, TAG.text).replace(was, is);
    if (!body.includes(is)) throw new Error(`nothing to change: ${name}`);
    return wrapped(file, { objects: { [TAG.text]: body } });
  });

const element = (entries: string): string => `<< /Type /StructElem ${entries} >>`;

/** The text has no page: what it marks is not found. */
const PAGELESS: TagOptions = { kids: '[21 0 R]', document: '', text: '/K 1' };

const noted = (
  file: Buffer,
  more: UpdateOptions['objects'],
  parent: number = TAG.document,
): Change => {
  const document = `<< /Type /StructElem /S /Document /P 20 0 R /K [23 0 R ${TO_NOTE}] /Pg 3 0 R >>`;
  return () => ({
    objects: {
      ...withNote(file),
      [TAG.document]: document,
      [TAG.parents]: `<< /Nums [0 [23 0 R 24 0 R] 1 ${parent} 0 R] >>`,
      ...more,
    },
  });
};

export const TAG_ATTACKS: readonly Attack[] = [
  wrap('in another order', { kids: '[24 0 R 23 0 R]' }),
  wrap('one left out', { kids: '[23 0 R]' }),
  wrap('one twice', { kids: '[23 0 R 24 0 R 23 0 R]' }),
  wrap('all left out', { kids: '[]' }),
  wrap('a new text among them', {
    kids: '[23 0 R 42 0 R 24 0 R]',
    objects: { [TAG.field]: element('/S /P /P 41 0 R /Pg 3 0 R /K 1') },
  }),
  wrap('an element that holds nothing but a description', {
    kids: '[23 0 R 42 0 R 24 0 R]',
    objects: { [TAG.field]: element('/S /P /P 41 0 R /Alt (Ditolak)') },
  }),
  wrap('an element for a note that was there', {
    kids: '[23 0 R 42 0 R 24 0 R]',
    objects: {
      [TAG.field]: element(
        `/S /Annot /P 41 0 R /Alt (Ditolak) /K << /Type /OBJR /Obj ${PART.note} 0 R >>`,
      ),
    },
  }),
  wrap('in another role', { role: 'Artifact' }),
  wrap('in two elements', {
    root: '[41 0 R 45 0 R]',
    kids: '[23 0 R]',
    objects: { [TAG.second]: element('/S /Document /P 20 0 R /K [24 0 R]') },
  }),
  wrap('twice', {
    kids: '[45 0 R]',
    objects: { [TAG.second]: element('/S /Document /P 41 0 R /K [23 0 R 24 0 R]') },
  }),
  wrap('with a text for all', { wrapper: '/ActualText (Ditolak)' }),
  wrap('with a description of all', { wrapper: '/Alt (Ditolak)' }),
  wrap('with an expansion of all', { wrapper: '/E (Ditolak)' }),
  wrap('in another language', { wrapper: '/Lang (en)' }),
  wrap('with attributes', { wrapper: '/A << /O /Layout /Placement /Block >>' }),
  wrap('in a namespace', { wrapper: '/NS << /Type /Namespace /NS (http://example.id) >>' }),
  tags('wrapped, below no root', {}, (file) => {
    const wrapper = element('/S /Document /P 24 0 R /K [23 0 R 24 0 R]');
    return wrapped(file, { objects: { [TAG.wrapper]: wrapper } });
  }),
  wrap('a role that the signed roles change', {}, { root: '/RoleMap << /Document /Artifact >>' }),
  saying('another description', '(isi)', '(dibayar Rp 9.999.999)'),
  saying('a description less', '/Alt (isi)', ''),
  saying('a text of its own', '/Alt', '/ActualText (Ditolak) /Alt'),
  saying('an expansion', '/Alt', '/E (Ditolak) /Alt'),
  saying('marked content moved', '/K 1', '/K 0'),
  saying('an element in another role', '/S /P', '/S /Artifact'),
  tags('wrapped, one below another', {}, (file) => {
    return wrapped(file, { objects: { [TAG.text]: below(file, TAG.text, TAG.title) } });
  }),
  tags('wrapped, other elements for the marked content', {}, (file) => {
    const parents = '<< /Nums [0 [24 0 R 23 0 R]] >>';
    return wrapped(file, { objects: { [TAG.newParents]: parents } });
  }),
  tags('wrapped by an element that was there', {}, (file) => {
    const document = bodyOf(file, TAG.document).replace('[23 0 R]', '[23 0 R 24 0 R]');
    const root = bodyOf(file, TAG.root).replace('[23 0 R 24 0 R]', '[21 0 R]');
    return { objects: { [TAG.document]: document, [TAG.root]: root } };
  }),
  wrap('a document with a text dissolved', {}, { kids: '[21 0 R 24 0 R]', document: '/Alt (a)' }),
  wrap(
    'a document of a language dissolved',
    {},
    { kids: '[21 0 R 24 0 R]', document: '/Lang (id)' },
  ),
  wrap(
    'a document dissolved, in another order',
    { kids: '[24 0 R 23 0 R]' },
    { kids: '[21 0 R 24 0 R]', document: '' },
  ),
  wrap('a page for what had none', { wrapper: '/Pg 3 0 R' }, { text: '/K 1' }),
  tags('a page for what had none', { ...PAGELESS, title: '/K 0' }, (file) => noted(file, {})(file)),
  tags('another page', { kids: '[21 0 R]', document: '/Pg 14 0 R' }, (file) =>
    noted(file, {})(file),
  ),
  tags('a number that leads to another element', { kids: '[21 0 R]', document: '' }, (file) =>
    noted(file, {}, TAG.text)(file),
  ),
  tags('a number that the note does not bear', { kids: '[21 0 R]', document: '' }, (file) => {
    const note = withNote(file)[TAG.note];
    if (typeof note !== 'string') throw new Error('no note');
    return noted(file, { [TAG.note]: note.replace('/StructParent 1', '/StructParent 7') })(file);
  }),
];
