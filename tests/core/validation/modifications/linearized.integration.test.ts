// Linearized files (ISO 32000-2 annex F), as qpdf makes them, signed and then changed: their first section stands before
// the one that it continues, and tables of hints speak of bytes that an update leaves behind.
import { describe, expect, it } from 'vitest';
import type { ReasonCode } from '../../../../core/domain/reason-code.ts';
import { baseDocument } from '../../../vectors/support/base-document.ts';
import { SECOND, signed, stamped, told, verify } from '../../../vectors/support/in-memory.ts';
import { laidOut, numberOf } from '../../../vectors/support/qpdf.ts';
import {
  bodyOf,
  objectText,
  offsetOf,
  update,
  withEntry,
} from '../../../vectors/support/update.ts';

const FORGED = 'BT /F1 24 Tf 72 700 Td (Keputusan: dibayar Rp 9.000.000.000) Tj ET';
const PLAIN = ['--linearize', '--object-streams=disable', '--stream-data=uncompress'];
const PACKED = ['--linearize', '--object-streams=generate', '--stream-data=uncompress'];
const linearized = (options: readonly string[]): Buffer => laidOut(baseDocument(), options);

/** Offset of the section that the first page's own one continues: the file's main one. */
function mainSection(file: Buffer): number {
  return Number(/\/T (\d+)/.exec(file.toString('latin1'))?.[1]);
}

type Change = (file: Buffer) => Buffer | Promise<Buffer>;

const content = (file: Buffer): number => numberOf(file, /dibayar/);
const catalog = (file: Buffer): number => numberOf(file, /\/Type \/Catalog/);
const page = (file: Buffer): number => numberOf(file, /\/Annots[^]*\/Type \/Page\b/);

const LEGITIMATE: Readonly<Record<string, Change>> = {
  'another signature': (file) => signed(file, { key: SECOND }),
  'a time stamp': (file) => stamped(file),
  'a time stamp after another signature': async (file) =>
    stamped(await signed(file, { key: SECOND })),
  metadata: (file) =>
    update(file, {
      objects: { [numberOf(file, /\/Producer/)]: '<< /Title (Keputusan, arsip) >>' },
    }),
  'validation data': (file) =>
    update(file, {
      objects: {
        [catalog(file)]: withEntry(file, catalog(file), 'DSS', '<< /Type /DSS /CRLs [] >>'),
      },
    }),
};

const ATTACKS: Readonly<Record<string, readonly [Change, ReasonCode]>> = {
  'content replaced': [
    (file) => update(file, { objects: { [content(file)]: ['', FORGED] } }),
    'PAGE_CONTENT_CHANGED',
  ],
  'pages taken away': [
    (file) =>
      update(file, {
        objects: {
          [numberOf(file, /\/Type \/Pages/)]:
            `<< /Type /Pages /Kids [${page(file)} 0 R] /Count 1 >>`,
        },
      }),
    'PAGES_CHANGED',
  ],
  'form taken away': [
    (file) =>
      update(file, {
        objects: { [catalog(file)]: withEntry(file, catalog(file), 'AcroForm', 'null') },
      }),
    'SIGNATURE_REMOVED',
  ],
  'objects without a section': [
    (file) => Buffer.concat([file, objectText(content(file), ['', FORGED])]),
    'STRUCTURE_FORGED',
  ],
  'an update that continues the main section and passes the first page’s own by': [
    (file) => update(file, { objects: { [content(file)]: ['', FORGED] }, prev: mainSection(file) }),
    'STRUCTURE_FORGED',
  ],
  'an update that continues nothing': [
    (file) =>
      update(file, {
        objects: { [content(file)]: ['', FORGED] },
        offsets: Object.fromEntries(
          Array.from({ length: 60 }, (_, i) => i + 1)
            .filter((num) => num !== content(file) && offsetOf(file, num) !== -1)
            .map((num) => [num, offsetOf(file, num)]),
        ),
        prev: 0,
      }),
    'COVERAGE_PARTIAL',
  ],
  'an entry led back to the hints': [
    (file) =>
      update(file, { offsets: { [content(file)]: offsetOf(file, numberOf(file, /\/S \d+/)) } }),
    'STRUCTURE_FORGED',
  ],
};

describe('a linearized file', () => {
  it.each([
    ['with a table', PLAIN],
    ['with object streams', PACKED],
  ])('%s is one revision, and signed as a second', async (_, options) => {
    const base = linearized(options);
    expect(base.toString('latin1', 0, 1024)).toContain('/Linearized 1');
    const { signatures, revisions } = await verify(await signed(base));
    expect(revisions).toHaveLength(2);
    expect(signatures[0]).toMatchObject({
      ...{ intact: true, coverage: 'ENTIRE_FILE', modification: 'NONE', revision: 2 },
    });
  });

  it.each(Object.entries(LEGITIMATE))('may get %s', async (_, change) => {
    const file = await signed(linearized(PLAIN));
    const { signatures } = await verify(await change(file));
    expect(told(signatures[0]!)).toEqual(['LATER_CHANGES_ALLOWED']);
    expect(signatures[0]).toMatchObject({ intact: true, coverage: 'ENTIRE_REVISION' });
  });

  it.each(['another signature', 'a time stamp'])('with object streams may get %s', async (name) => {
    const file = await signed(linearized(PACKED));
    const { signatures } = await verify(await LEGITIMATE[name]!(file));
    expect(told(signatures[0]!)).toEqual(['LATER_CHANGES_ALLOWED']);
  });

  it('may get other numbers in what says that it is linearized, which nothing leads to', async () => {
    const file = await signed(linearized(PLAIN));
    const num = numberOf(file, /\/Linearized/);
    const body = bodyOf(file, num).replace(/\/L \d+/, `/L ${file.length + 400}`);
    const { signatures } = await verify(update(file, { objects: { [num]: body } }));
    expect(told(signatures[0]!)).toEqual(['LATER_CHANGES_ALLOWED']);
  });

  it.each(Object.entries(ATTACKS))('does not pass with %s', async (_, [change, named]) => {
    const file = await signed(linearized(PLAIN));
    const changed = await change(file);
    const codes = told((await verify(changed)).signatures[0]!);
    expect(codes).toContain(named);
    expect(codes).not.toContain('LATER_CHANGES_ALLOWED');
  });
});
