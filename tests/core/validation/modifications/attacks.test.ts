// Every known attack on a signed file is refused, and named.
import { afterAll, describe, expect, it } from 'vitest';
import { PdfError } from '../../../../core/pdf/pdf-error.ts';
import { AROUND_PAGES_ATTACKS } from '../../../vectors/attacks/around-pages.ts';
import { CERTIFIED_ATTACKS } from '../../../vectors/attacks/certified.ts';
import { OBJECT_ATTACKS } from '../../../vectors/attacks/objects.ts';
import { CONTENT_ATTACKS } from '../../../vectors/attacks/content.ts';
import { COVERING_ATTACKS } from '../../../vectors/attacks/covering.ts';
import { FURTHER_ATTACKS } from '../../../vectors/attacks/further.ts';
import { HELD_ATTACKS } from '../../../vectors/attacks/held.ts';
import { REPEATED_ATTACKS } from '../../../vectors/attacks/repeated.ts';
import { INTERACTIVE_ATTACKS } from '../../../vectors/attacks/interactive.ts';
import { LETTER_ATTACKS } from '../../../vectors/attacks/letters.ts';
import { OVERPRINT_ATTACKS } from '../../../vectors/attacks/overprint.ts';
import { PICTURE_ATTACKS } from '../../../vectors/attacks/pictures.ts';
import { READER_ATTACKS } from '../../../vectors/attacks/readers.ts';
import { SCAN_ATTACKS } from '../../../vectors/attacks/scans.ts';
import { SHADOW_ATTACKS } from '../../../vectors/attacks/shadow.ts';
import { SIGNATURE_ATTACKS } from '../../../vectors/attacks/signatures.ts';
import { SIZE_ATTACKS } from '../../../vectors/attacks/sizes.ts';
import { STRUCTURE_ATTACKS } from '../../../vectors/attacks/structure.ts';
import { TAG_ATTACKS } from '../../../vectors/attacks/tags.ts';
import { TOLERANCE_ATTACKS } from '../../../vectors/attacks/tolerance.ts';
import { VALUE_ATTACKS } from '../../../vectors/attacks/values.ts';
import { told, verify } from '../../../vectors/support/in-memory.ts';
import { Table } from '../../../vectors/support/table.ts';

const table = new Table(['attack', 'verdict', 'sub-indication', 'modification', 'reasons']);
afterAll(() => {
  table.print();
});

describe.each([
  ['structure', STRUCTURE_ATTACKS],
  ['shadow', SHADOW_ATTACKS],
  ['objects', OBJECT_ATTACKS],
  ['certified', CERTIFIED_ATTACKS],
  ['covering', COVERING_ATTACKS],
  ['further', FURTHER_ATTACKS],
  ['pictures', PICTURE_ATTACKS],
  ['letters', LETTER_ATTACKS],
  ['overprint', OVERPRINT_ATTACKS],
  ['scans', SCAN_ATTACKS],
  ['signed like that', HELD_ATTACKS],
  ['a key twice', REPEATED_ATTACKS],
  ['signatures', SIGNATURE_ATTACKS],
  ['what viewers forgive', TOLERANCE_ATTACKS],
  ['what readers give up', READER_ATTACKS],
  ['what a size leaves out', SIZE_ATTACKS],
  ['tags', TAG_ATTACKS],
  ['content', CONTENT_ATTACKS],
  ['around the pages', AROUND_PAGES_ATTACKS],
  ['interactive', INTERACTIVE_ATTACKS],
  ['values and looks', VALUE_ATTACKS],
] as const)('%s', (_, attacks) => {
  it.each(attacks)('$name', async ({ name, build, named }) => {
    const file = await build();
    try {
      const { verdict, signatures } = await verify(file);
      // The signature that was there before the attack, where it is still whole.
      const first = signatures.find(({ intact }) => intact) ?? signatures[0];
      if (first === undefined || verdict === 'NO_SIGNATURE') {
        table.row(name, verdict, '', '', '');
        expect(verdict).toBe(named);
        return;
      }
      const { indication, subIndication, modification } = first;
      table.row(name, indication, subIndication ?? '', modification, told(first).join(', '));
      expect(told(first)).toContain(named);
      expect(indication).not.toBe('TOTAL_PASSED');
      expect(told(first)).not.toContain('LATER_CHANGES_ALLOWED');
    } catch (error) {
      if (!(error instanceof PdfError)) throw error;
      table.row(name, 'INDETERMINATE', '', '', error.code);
      expect(error.code).toBe(named);
    }
  });
});
