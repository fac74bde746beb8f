// Later changes that are meant well stay legitimate, and are told for what they are.
import { afterAll, describe, expect, it } from 'vitest';
import { LEGITIMATE_CHANGES } from '../../../vectors/legitimate/changes.ts';
import { LEGITIMATE_SCANS } from '../../../vectors/legitimate/scans.ts';
import { LEGITIMATE_TAGS } from '../../../vectors/legitimate/tags.ts';
import { told, verify } from '../../../vectors/support/in-memory.ts';
import { Table } from '../../../vectors/support/table.ts';

const table = new Table(['change', 'modification', 'permitted', 'told', 'reasons']);
afterAll(() => {
  table.print();
});

describe('a legitimate change', () => {
  it.each([...LEGITIMATE_CHANGES, ...LEGITIMATE_TAGS, ...LEGITIMATE_SCANS])(
    '$name',
    async ({ name, build, modification, changes }) => {
      const { signatures, revisions } = await verify(await build());
      const [first] = signatures;
      if (first === undefined) throw new Error('no signature');
      const codes = [
        ...new Set(revisions.flatMap(({ changes: all }) => all.map(({ code }) => code))),
      ];
      const permitted = first.docMdp === null ? '' : String(first.docMdp.respected);
      table.row(name, first.modification, permitted, codes.join(', '), told(first).join(', '));
      expect(first.intact).toBe(true);
      expect(first.modification).toBe(modification);
      expect(codes).toEqual(expect.arrayContaining([...changes]));
      expect(told(first)).toEqual(modification === 'NONE' ? [] : ['LATER_CHANGES_ALLOWED']);
      expect(first.docMdp?.respected ?? true).toBe(true);
      for (const { intact, reasons } of signatures) {
        expect(intact).toBe(true);
        expect(
          told({ ...first, reasons }).filter((code) => code !== 'LATER_CHANGES_ALLOWED'),
        ).toEqual([]);
      }
    },
  );
});
