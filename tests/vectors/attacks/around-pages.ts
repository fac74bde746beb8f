// What stands around the pages, exchanged later: how pages are turned, cut, measured and numbered, what is
// done when the document opens, layers, tags, names, attached files, encryption. Each shows other things than
// were signed in one viewer or another (ISO 32000-2 7.7.2, 7.7.3.3, 8.11, 14.7).
import { PART, type BaseOptions } from '../support/base-document.ts';
import { changedLater } from '../support/changed-later.ts';
import { bodyOf, type UpdateOptions, withEntry } from '../support/update.ts';
import type { Attack } from './attack.ts';

type Change = (file: Buffer) => UpdateOptions;

const set =
  (num: number, key: string, value: string): Change =>
  (file) => ({ objects: { [num]: withEntry(file, num, key, value) } });

const page = (key: string, value: string): Attack =>
  changedLater(`page: /${key}`, 'PAGE_CONTENT_CHANGED', {}, set(PART.page, key, value));

const catalog = (named: Attack['named'], key: string, value: string): Attack =>
  changedLater(`document: /${key}`, named, {}, set(PART.catalog, key, value));

/** Something that the catalog leads to, changed in its own place. */
const led = (
  name: string,
  named: Attack['named'],
  entry: string,
  [before, after]: readonly [string, string],
): Attack =>
  changedLater(
    name,
    named,
    { catalog: `/${entry} 20 0 R`, objects: { 20: before } },
    {
      objects: { 20: after },
    },
  );

const layers = (name: string, properties: string): Attack =>
  changedLater(`layers: ${name}`, 'LAYERS_CHANGED', {}, (file) => ({
    objects: {
      [PART.catalog]: bodyOf(file, PART.catalog).replace(
        '<< /ON [17 0 R] >>',
        `<< /ON [17 0 R] ${properties} >>`,
      ),
    },
  }));

const TAGS: BaseOptions = {
  catalog: '/StructTreeRoot 20 0 R /MarkInfo << /Marked true >>',
  objects: {
    20: '<< /Type /StructTreeRoot /K [21 0 R] /ParentTree 22 0 R /RoleMap 24 0 R >>',
    21: '<< /Type /StructElem /S /P /P 20 0 R /Pg 3 0 R /K 0 /Alt (satu juta) /ActualText (1.000.000) >>',
    22: '<< /Nums [0 23 0 R] >>',
    23: '[21 0 R]',
    24: '<< /Bab /H1 >>',
  },
};

const tags = (name: string, change: UpdateOptions | Change): Attack =>
  changedLater(`tags: ${name}`, 'STRUCTURE_CHANGED', TAGS, change);

const element = (key: string, value: string): Attack => tags(`/${key}`, set(21, key, value));

export const AROUND_PAGES_ATTACKS: readonly Attack[] = [
  page('UserUnit', '10'),
  page('TrimBox', '[0 0 9 9]'),
  page('MediaBox', '[0 0 595 700]'),
  page('Group', '<< /S /Transparency /I true >>'),
  page('Trans', '<< /S /Fly /D 1000 >>'),
  page('Thumb', '6 0 R'),
  page('Metadata', '12 0 R'),
  changedLater('page: /AA', 'ACTIONS_CHANGED', {}, set(PART.page, 'AA', '<< /O 60 0 R >>')),
  changedLater(
    'pages: turned by what they inherit',
    'PAGES_CHANGED',
    {},
    set(PART.pages, 'Rotate', '180'),
  ),
  changedLater(
    'pages: cut by what they inherit',
    'PAGES_CHANGED',
    {},
    set(PART.pages, 'CropBox', '[0 0 9 9]'),
  ),
  changedLater(
    'pages: turned to readers of C strings',
    'PAGES_CHANGED',
    {},
    set(PART.pages, 'Rotate#00', '90'),
  ),
  changedLater(
    'pages: a key that leads elsewhere',
    'PAGES_CHANGED',
    {},
    set(PART.pages, 'XYZ', '6 0 R'),
  ),
  changedLater(
    'page: a key that leads elsewhere',
    'PAGE_CONTENT_CHANGED',
    {},
    set(PART.page, 'XYZ', '[6 0 R]'),
  ),
  changedLater('pages: fewer counted', 'PAGES_CHANGED', {}, set(PART.pages, 'Count', '1')),
  changedLater(
    'pages: one made a tree of its own',
    'PAGES_CHANGED',
    {},
    {
      objects: {
        [PART.second]: '<< /Type /Pages /Parent 2 0 R /Kids [60 0 R] /Count 1 >>',
        60: '<< /Type /Page /Parent 14 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
      },
    },
  ),
  catalog('NAVIGATION_CHANGED', 'PageLabels', '<< /Nums [0 << /S /D /St 7 >>] >>'),
  catalog('NAVIGATION_CHANGED', 'Outlines', '<< /Type /Outlines >>'),
  catalog('NAVIGATION_CHANGED', 'Dests', '<< /a [3 0 R /Fit] >>'),
  catalog('ACTIONS_CHANGED', 'OpenAction', '[14 0 R /XYZ 0 0 1]'),
  catalog('ACTIONS_CHANGED', 'AA', '<< /WC << /S /JavaScript /JS (1) >> >>'),
  catalog('ACTIONS_CHANGED', 'URI', '<< /Base (http://example.invalid/) >>'),
  catalog('DOCUMENT_CHANGED', 'Collection', '<< /Type /Collection /D (lain.pdf) /View /D >>'),
  catalog('DOCUMENT_CHANGED', 'AF', '[<< /Type /Filespec /F (a) >>]'),
  catalog('DOCUMENT_CHANGED', 'PageMode', '/UseAttachments'),
  catalog('DOCUMENT_CHANGED', 'PageLayout', '/TwoPageRight'),
  catalog('DOCUMENT_CHANGED', 'ViewerPreferences', '<< /HideToolbar true >>'),
  catalog('DOCUMENT_CHANGED', 'Lang', '(en)'),
  catalog('DOCUMENT_CHANGED', 'MarkInfo', '<< /Marked true >>'),
  catalog('DOCUMENT_CHANGED', 'OutputIntents', '[<< /S /GTS_PDFA1 >>]'),
  catalog('DOCUMENT_CHANGED', 'NeedsRendering', 'true'),
  catalog('DOCUMENT_CHANGED', 'Requirements', '[<< /S /EnableJavaScripts >>]'),
  catalog('NAMES_CHANGED', 'Names', '<< /Renditions << /Names [] >> >>'),
  led('document: an entry of its bookmarks led elsewhere', 'NAVIGATION_CHANGED', 'Outlines', [
    '<< /Type /Outlines >>',
    '<< /Type /Outlines /Count 1 >>',
  ]),
  led('document: what opening it does', 'ACTIONS_CHANGED', 'OpenAction', [
    '<< /S /GoTo /D [3 0 R /Fit] >>',
    '<< /S /Launch /F (a.exe) >>',
  ]),
  led('document: looks by name', 'NAMES_CHANGED', 'Names', [
    '<< /AP << /Names [] >> >>',
    '<< /AP << /Names [(a) 6 0 R] >> >>',
  ]),
  catalog('NAMES_CHANGED', 'Names', '<< /AP << /Names [(a) 6 0 R] >> >>'),
  catalog('NAMES_CHANGED', 'Names', '<< /AP << /Names [] >> /JavaScript << /Names [] >> >>'),
  changedLater(
    'document: what an attached file holds',
    'NAMES_CHANGED',
    {
      catalog: '/Names << /EmbeddedFiles << /Names [(a) 20 0 R] >> >>',
      objects: { 20: '<< /Type /Filespec /F (a) /EF << /F 21 0 R >> >>' },
      streams: { 21: ['/Type /EmbeddedFile', 'satu juta'] },
    },
    { objects: { 21: ['/Type /EmbeddedFile', 'sembilan miliar'] } },
  ),
  changedLater(
    'document: a file of a collection (portfolio)',
    'NAMES_CHANGED',
    {
      catalog:
        '/Collection << /Type /Collection /D (a) >> /Names << /EmbeddedFiles << /Names [(a) 20 0 R] >> >>',
      objects: { 20: '<< /Type /Filespec /F (a) /EF << /F 21 0 R >> >>' },
      streams: { 21: ['/Type /EmbeddedFile', '%PDF-1.7 a'] },
    },
    {
      objects: {
        20: '<< /Type /Filespec /F (a) /EF << /F 60 0 R >> >>',
        60: ['/Type /EmbeddedFile', '%PDF-1.7 b'],
      },
    },
  ),
  changedLater(
    'document: what an associated file holds',
    'DOCUMENT_CHANGED',
    {
      catalog: '/AF [20 0 R]',
      objects: { 20: '<< /Type /Filespec /F (a.xml) /EF << /F 21 0 R >> >>' },
      streams: { 21: ['/Type /EmbeddedFile', '<jumlah>1</jumlah>'] },
    },
    { objects: { 21: ['/Type /EmbeddedFile', '<jumlah>9</jumlah>'] } },
  ),
  layers('off at first', '/OFF [17 0 R]'),
  layers('all off at first', '/BaseState /OFF'),
  layers('by use', '/AS [<< /Event /View /OCGs [17 0 R] /Category [/View] >>]'),
  layers('listed otherwise', '/Order [17 0 R]'),
  changedLater('layers: another configuration', 'LAYERS_CHANGED', {}, (file) => ({
    objects: {
      [PART.catalog]: bodyOf(file, PART.catalog).replace('/OCGs [17 0 R]', '/OCGs []'),
    },
  })),
  changedLater(
    'layers: seen in print alone',
    'LAYERS_CHANGED',
    {},
    {
      objects: {
        [PART.layer]: '<< /Type /OCG /Name (Lapisan) /Usage << /Print << /PrintState /OFF >> >> >>',
      },
    },
  ),
  element('Alt', '(sembilan miliar)'),
  element('ActualText', '(9.000.000.000)'),
  element('E', '(lain)'),
  element('K', '1'),
  tags('roles', { objects: { 24: '<< /Bab /Artifact >>' } }),
  tags('an element taken away', set(20, 'K', '[]')),
  tags('a second element for what is tagged', (file) => ({
    objects: {
      20: withEntry(file, 20, 'K', '[21 0 R 60 0 R]'),
      60: '<< /Type /StructElem /S /P /P 20 0 R /Pg 3 0 R /K 0 /ActualText (9) >>',
    },
  })),
  tags('what marked content belongs to', { objects: { 23: '[60 0 R]', 60: '<< /S /P >>' } }),
  changedLater(
    'tags: a page given the number of signed ones',
    'PAGE_CONTENT_CHANGED',
    TAGS,
    set(PART.second, 'StructParents', '0'),
  ),
  changedLater(
    'tags: a page given another number',
    'PAGE_CONTENT_CHANGED',
    { ...TAGS, page: '/StructParents 0' },
    set(PART.page, 'StructParents', '1'),
  ),
];
