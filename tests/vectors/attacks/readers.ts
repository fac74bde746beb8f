// A signed file that holds another text of its first page, which nothing leads to; and updates that change nothing,
// written so that other readers give up their sections and look for objects in all the bytes: those show the other
// text. Seen with pdf.js, Poppler and MuPDF, each with some of them.
import { CONTENT, baseDocument, PART } from '../support/base-document.ts';
import { signed } from '../support/in-memory.ts';
import {
  bodyOf,
  compressedUpdate,
  highest,
  objectText,
  startXref,
  update,
  withEntry,
} from '../support/update.ts';
import type { Attack } from './attack.ts';

const FORGED = objectText(PART.content, ['', CONTENT.replace('1.000.000', '9.999.999')]);

/** The other text stands between the last object and the section, which lists the first one. */
export function withHiddenText(): Buffer {
  const base = baseDocument();
  const at = startXref(base);
  const end = base
    .toString('latin1', at)
    .replace(/startxref\n\d+/, `startxref\n${at + FORGED.length}`);
  return Buffer.concat([base.subarray(0, at), FORGED, Buffer.from(end, 'latin1')]);
}

function reading(name: string, change: (file: Buffer) => Buffer): Attack {
  return {
    name: `read otherwise: ${name}`,
    named: 'STRUCTURE_UNCLEAR',
    build: async () => change(await signed(withHiddenText(), { field: 'pengesahan' })),
  };
}

/** The bytes of an update to the information, with one piece written otherwise. */
function written(name: string, was: RegExp | string, is: string, packed = false): Attack {
  return reading(name, (file) => {
    const info = { [PART.info]: '<< /Title (Lain) >>' };
    const changed = packed ? compressedUpdate(file, info) : update(file, { objects: info });
    const added = changed.toString('latin1', file.length);
    const spoilt = added.replace(was, is);
    if (spoilt === added) throw new Error(`nothing to spoil: ${name}`);
    return Buffer.concat([file, Buffer.from(spoilt, 'latin1')]);
  });
}

const noted = (file: Buffer, more: string): Buffer => {
  const next = highest(file) + 1;
  return update(file, {
    objects: {
      [PART.page]: bodyOf(file, PART.page).replace('11 0 R', `11 0 R ${next} 0 R`),
      [next]: `<< /Type /Annot /Subtype /Text /Rect [500 700 510 710] /P 3 0 R /Contents (a) ${more} >>`,
    },
  });
};

const HEADER = FORGED.toString('latin1');

export const READER_ATTACKS: readonly Attack[] = [
  written('a row of the table that goes on', /n\r\n(?=trailer)/, 'n.\r\n'),
  written('a row of the table without an end of line', /n\r\n(?=trailer)/, 'n/\n'),
  written('two spaces between the numbers of a subsection', /13 1\n/, '13  1\n'),
  written('a tab between the numbers of a subsection', /13 1\n/, '13\t1\n'),
  written('NUL after startxref', /startxref\n/, 'startxref\0\n'),
  written('form feed after startxref', /startxref\n/, 'startxref\f'),
  written('form feed in the trailer', /\/Root/, '\f/Root'),
  written('the section before at a number with a point', /\/Prev (\d+)/, '/Prev $1.'),
  written('the section before at a fraction of nothing', /\/Prev (\d+)/, '/Prev $1.0'),
  written('a size beyond all readers', /\/Size \d+/, '/Size 2147483647'),
  written('a size with a point', /\/Size (\d+)/, '/Size $1.0'),
  written('a catalog for readers of C strings', /\/Root/, '/Root#00 2 0 R /Root'),
  written('information that is not there', /\/Info 13/, '/Info 913'),
  written('information of another generation', /\/Info 13 0/, '/Info 13 5'),
  written('an object number with a sign', /(?<!\d)13 0 obj/, '+13 0 obj'),
  written('cross-reference stream: a size with a point', /\/Size (\d+)/, '/Size $1.', true),
  written('cross-reference stream: a width with a point', /\/W \[1 4/, '/W [1. 4', true),
  written('cross-reference stream: an index with a point', /\/Index \[13/, '/Index [13.0', true),
  written('cross-reference stream: NUL in its dictionary', /\/Index/, '\0/Index', true),
  written(
    'cross-reference stream: a row of no known type',
    'stream\n\x02\0',
    'stream\n\x09\0',
    true,
  ),
  written(
    'cross-reference stream: its number with a sign',
    /(?<!\d)(\d+ 0 obj\n<< \/Type \/XRef)/,
    '+$1',
    true,
  ),
  reading('information freed that the trailer names', (file) =>
    update(file, { objects: { [PART.info]: null } }),
  ),
  reading('metadata freed that the catalog names', (file) =>
    update(file, { objects: { [PART.metadata]: null } }),
  ),
  reading('validation data that is not there', (file) =>
    update(file, { objects: { [PART.catalog]: withEntry(file, PART.catalog, 'DSS', '99 0 R') } }),
  ),
  reading('a note whose pop-up is not there', (file) => noted(file, '/Popup 99 0 R')),
  reading('an object in the data of a stream', (file) =>
    update(file, { objects: { [highest(file) + 1]: ['', `\n${HEADER}`] } }),
  ),
  reading('an object in the metadata', (file) =>
    update(file, {
      objects: { [PART.metadata]: ['/Type /Metadata /Subtype /XML', `<?xpacket?>\n${HEADER}`] },
    }),
  ),
  reading('a trailer in the metadata', (file) =>
    update(file, {
      objects: {
        [PART.metadata]: ['/Type /Metadata /Subtype /XML', '\ntrailer\n<< /Root 2 0 R >>\n'],
      },
    }),
  ),
  reading('a trailer in a string', (file) =>
    update(file, { objects: { [PART.info]: '<< /Title (\ntrailer << /Root 2 0 R >>) >>' } }),
  ),
  reading('an object in a string', (file) =>
    update(file, { objects: { [PART.info]: `<< /Title (\n${HEADER}) >>` } }),
  ),
  reading('an object in a comment of another', (file) =>
    update(file, { objects: { [PART.info]: `<< /Title (a) %\t4 0 obj\n>>` } }),
  ),
  reading('an object in an object stream', (file) =>
    compressedUpdate(file, { [PART.info]: `<< /Title (\n${HEADER}) >>` }),
  ),
];
