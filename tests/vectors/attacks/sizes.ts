// A /Size that leaves out earlier objects, as PDFBox writes it, on files where that matters: readers that then look for
// objects in all the bytes show what lies hidden in the signed ones. Seen with MuPDF 1.28 and Poppler 22.12.
import { baseDocument, type BaseOptions, CONTENT, PART } from '../support/base-document.ts';
import { signed } from '../support/in-memory.ts';
import { bodyOf, compressedUpdate, objectText, offsetOf, update } from '../support/update.ts';
import type { Attack } from './attack.ts';
import { withHiddenText } from './readers.ts';

const INFO = { [PART.info]: '<< /Title (Lain) >>' };
const SMALL = PART.info + 1;
const OTHER = CONTENT.replace('1.000.000', '9.999.999');
const asPdfBox = (file: Buffer): Buffer => update(file, { objects: INFO, size: SMALL });

function small(
  name: string,
  base: () => Buffer,
  change: (file: Buffer) => Buffer = asPdfBox,
): Attack {
  return {
    name: `smaller size: ${name}`,
    named: 'STRUCTURE_UNCLEAR',
    build: async () => change(await signed(base(), { field: 'pengesahan' })),
  };
}

const withStream = (data: string, entries = '', options: BaseOptions = {}): (() => Buffer) => {
  return () => baseDocument({ ...options, streams: { 20: [entries, data] } });
};
const FORGED = objectText(PART.content, ['', OTHER]).toString('latin1');
const end = 'endstream endobj';

/** The note freed and still listed by its page: null, until somebody finds its bytes. */
const freed = (): Buffer => update(baseDocument(), { objects: { [PART.note]: null } });

/** A second update leads back to the text of the base, behind which that of the first one stands. */
function turned(): Buffer {
  const file = baseDocument();
  const offsets = { [PART.content]: offsetOf(file, PART.content) };
  return update(update(file, { objects: { [PART.content]: ['', OTHER] } }), { offsets });
}

/** An earlier trailer names another catalog. */
function otherRoot(): Buffer {
  const file = baseDocument({
    objects: { 21: bodyOf(baseDocument(), PART.catalog) },
  });
  const earlier = file.toString('latin1').replace('/Root 1 0 R', '/Root 21 0 R');
  return update(Buffer.from(earlier, 'latin1'), { objects: INFO, root: '1 0 R' });
}

export const SIZE_ATTACKS: readonly Attack[] = [
  small('a text that nothing lists', withHiddenText),
  small('of the catalog alone', withHiddenText, (file) =>
    update(file, { objects: { [PART.catalog]: bodyOf(file, PART.catalog) }, size: 2 }),
  ),
  small('and then a right one', withHiddenText, (file) => update(asPdfBox(file))),
  small('an object in the data of a stream', withStream(`x\n${FORGED}`)),
  small('the same in a comment’s lines', withStream(`x\n4 %\n0 %\nobj\n<<>> ${end}`)),
  small('the same with another white space', withStream(`x\n4\v0\vobj\n<<>> ${end}`)),
  small('a trailer in the data of a stream', withStream('\ntrailer\n<< /Root 2 0 R >>\n')),
  small('an end within a page’s content', () =>
    baseDocument({ content: `BT /F1 9 Tf (Satu) Tj ET\nendstream\n${CONTENT}` }),
  ),
  small('an end of an object within a page’s content', () =>
    baseDocument({ content: `BT /F1 9 Tf (Satu) Tj ET\nendobj\n${CONTENT}` }),
  ),
  small(
    'an object stream that no section knows',
    withStream(`${PART.info} 0 << /Title (x) >>`, '/Type /ObjStm /N 1 /First 5'),
  ),
  small(
    'a section that no other knows',
    withStream('', '/Type /XRef /Size 9 /W [1 2 1] /Index [0 0] /Root 2 0 R'),
  ),
  small('a note that was freed', freed),
  small('two texts, the older one last', turned),
  small('two catalogs', otherRoot),
  small('objects in object streams', () => baseDocument({ compressed: true })),
  small('objects of its own beyond it', baseDocument, (file) =>
    update(file, { objects: { ...INFO, 60: '<< /A 1 >>' }, size: SMALL }),
  ),
  small('larger than its objects need', baseDocument, (file) =>
    update(file, { objects: INFO, size: SMALL + 2 }),
  ),
  small('none of its own, after one as PDFBox writes', baseDocument, (file) =>
    update(asPdfBox(file), { size: SMALL }),
  ),
  small('more often than a file is looked through', baseDocument, (file) =>
    Array.from({ length: 5 }).reduce<Buffer>(asPdfBox, file),
  ),
  small(
    'of a cross-reference stream',
    () => baseDocument({ compressed: true }),
    (file) => {
      const added = compressedUpdate(file, INFO).toString('latin1', file.length);
      const spoilt = added.replace(/\/Size \d+/, `/Size ${SMALL}`);
      return Buffer.concat([file, Buffer.from(spoilt, 'latin1')]);
    },
  ),
];
