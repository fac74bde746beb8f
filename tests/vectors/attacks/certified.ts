// Attacks on certified documents ("Breaking the Specification: PDF Certification", Mainka et al.,
// IEEE S&P 2021), and on locks.
import { stampContent } from '../../support/signing.ts';
import { baseDocument, PART } from '../support/base-document.ts';
import { ATTACKER, SECOND, signed, stampedAgainstTheRules } from '../support/in-memory.ts';
import { bodyOf, update, type UpdateOptions, withEntry } from '../support/update.ts';
import type { Attack } from './attack.ts';

type Level = 1 | 2 | 3;

function attack(
  name: string,
  level: Level,
  named: Attack['named'],
  change: (file: Buffer) => UpdateOptions,
): Attack {
  return {
    name: `certified P=${level}: ${name}`,
    named,
    build: async () => {
      const file = await signed(baseDocument(), { certification: level });
      return update(file, change(file));
    },
  };
}

function annotation(entries: string) {
  return (file: Buffer): UpdateOptions => ({
    objects: {
      [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 60 0 R'),
      60: `<< /Type /Annot ${entries} /Rect [72 690 500 730] /F 4 /P 3 0 R >>`,
      61: ['/Type /XObject /Subtype /Form /BBox [0 0 428 40]', '1 g 0 0 428 40 re f'],
      62: [
        '/Type /XObject /Subtype /Form /BBox [0 0 428 40] /Resources << /Font << /F 5 0 R >> >>',
        'BT /F 20 Tf (Rp 9.000.000.000) Tj ET',
      ],
    },
  });
}

const filled = (file: Buffer): UpdateOptions => ({
  objects: {
    [PART.text]: withEntry(file, PART.text, 'V', '(Ani)').replace('/N 16 0 R', '/N 60 0 R'),
    60: ['/Type /XObject /Subtype /Form /BBox [0 0 228 20]', 'BT (Ani) Tj ET'],
  },
});

export const CERTIFIED_ATTACKS: readonly Attack[] = [
  ...(
    ['FreeText', 'Stamp', 'Square', 'Ink', 'Redact', 'Line', 'Polygon', 'Watermark'] as const
  ).map((kind) =>
    attack(
      `evil annotation, ${kind}`,
      3,
      'CONTENT_MAY_BE_COVERED',
      annotation(`/Subtype /${kind} /AP << /N 61 0 R >>`),
    ),
  ),
  attack(
    'evil annotation, highlight that covers',
    3,
    'CONTENT_MAY_BE_COVERED',
    annotation('/Subtype /Highlight /AP << /N 61 0 R >>'),
  ),
  attack(
    'evil annotation, underline that writes',
    3,
    'CONTENT_MAY_BE_COVERED',
    annotation('/Subtype /Underline /AP << /N 62 0 R >>'),
  ),
  attack(
    'evil annotation, note as large as a line',
    3,
    'CONTENT_MAY_BE_COVERED',
    annotation('/Subtype /Text /AP << /N 62 0 R >>'),
  ),
  attack(
    'annotation with a script',
    3,
    'ANNOTATION_ACTS',
    annotation('/Subtype /Link /A << /S /JavaScript /JS (1) >>'),
  ),
  attack('annotation with a file', 3, 'ANNOTATION_ACTS', annotation('/Subtype /FileAttachment')),
  attack('annotation', 2, 'CERTIFICATION_BROKEN', annotation('/Subtype /Highlight')),
  attack('annotation', 1, 'CERTIFICATION_BROKEN', annotation('/Subtype /Highlight')),
  attack('note removed', 2, 'CERTIFICATION_BROKEN', (file) => ({
    objects: { [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '') },
  })),
  attack('form filled in', 1, 'CERTIFICATION_BROKEN', filled),
  {
    name: 'certified P=2: sneaky signature',
    named: 'STAMP_UNFORESEEN',
    build: async () => {
      const file = await signed(baseDocument(), { certification: 2 });
      const content = await stampContent({ name: 'Rp 9.000.000.000' });
      const rect = { x: 72, y: 690, width: 400, height: 40 };
      return stampedAgainstTheRules(file, ATTACKER, { page: 1, rect, content });
    },
  },
  {
    name: 'certified P=2: sneaky signature that nobody made',
    named: 'STAMP_WITHOUT_SIGNATURE',
    build: async () => {
      const file = await signed(baseDocument(), { certification: 2 });
      return update(file, {
        objects: { [PART.empty]: withEntry(file, PART.empty, 'AP', '<< /N 6 0 R >>') },
      });
    },
  },
  attack('certification taken away', 2, 'PERMISSIONS_CHANGED', (file) => ({
    objects: { [PART.catalog]: bodyOf(file, PART.catalog).replace(/\/Perms\s*<<[^>]*>>/, '') },
  })),
  {
    name: 'locked field filled in (Include)',
    named: 'LOCKED_FIELD_CHANGED',
    build: async () => {
      const lock = { action: 'Include', fields: ['nama'], permission: null } as const;
      const file = await signed(baseDocument(), { lock });
      return update(file, filled(file));
    },
  },
  {
    name: 'locked field filled in (Exclude)',
    named: 'LOCKED_FIELD_CHANGED',
    build: async () => {
      const lock = { action: 'Exclude', fields: ['setuju'], permission: null } as const;
      const file = await signed(baseDocument(), { lock });
      return update(file, filled(file));
    },
  },
  {
    name: 'locked field filled in (All)',
    named: 'LOCKED_FIELD_CHANGED',
    build: async () => {
      const lock = { action: 'All', fields: [], permission: null } as const;
      const file = await signed(baseDocument(), { lock });
      return update(file, filled(file));
    },
  },
  {
    name: 'lock of the field permits nothing more (P=1)',
    named: 'CERTIFICATION_BROKEN',
    build: async () => {
      const emptyField = '/Lock << /Type /SigFieldLock /Action /Include /Fields [(x)] /P 1 >>';
      const file = await signed(baseDocument({ emptyField }), { field: 'pengesahan' });
      return update(file, filled(file));
    },
  },
  {
    name: 'annotation on a document that is not certified',
    named: 'COMMENTS_UNFORESEEN',
    build: async () => {
      const file = await signed(baseDocument());
      return update(file, annotation('/Subtype /Highlight')(file));
    },
  },
  {
    name: 'certified P=3: a note of another signer moved',
    named: 'CONTENT_MAY_BE_COVERED',
    build: async () => {
      const file = await signed(baseDocument(), { certification: 3, key: SECOND });
      return update(file, {
        objects: {
          [PART.note]: withEntry(file, PART.note, 'Subtype', '/Text')
            .replace('[500 800 520 820]', '[72 690 500 730]')
            .replace('>>', '/AP << /N 6 0 R >> >>'),
        },
      });
    },
  },
];
