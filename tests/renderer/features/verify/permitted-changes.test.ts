// Which changes of a page are framed as permitted: those that nothing objects to; where that is not certain, none.
import { describe, expect, it } from 'vitest';
import type { ShownDocumentReport } from '../../../../core/contract/validation.ts';
import type { Modification } from '../../../../core/domain/indication.ts';
import type { ReasonCode } from '../../../../core/domain/reason-code.ts';
import {
  isWithin,
  permittedOn,
  touches,
} from '../../../../renderer/features/verify/permitted-changes.ts';

type Told = readonly [code: ReasonCode, params?: Readonly<Record<string, string | number>>];
type Report = Pick<ShownDocumentReport, 'signatures' | 'revisions'>;
const reasons = (list: readonly Told[]) => list.map(([code, params = {}]) => ({ code, params }));

/** Signed in revision 1 (A) and 2 (B); then the revisions given. `said` is what A says. */
function report(
  later: readonly (readonly [level: Modification, ...changes: Told[]])[],
  ...said: Told[]
): Report {
  const signature = (field: string, revision: number, told: readonly Told[]) =>
    ({ field, revision, reasons: reasons(told) }) as unknown as Report['signatures'][number];
  const revisions = [
    ['FORM_FILLING', ['SIGNATURE_ADDED', { field: 'B', page: 2 }]] as const,
    ...later,
  ].map(([level, ...changes], index) => ({
    ...{ revision: index + 2, end: null, level, changes: reasons(changes as readonly Told[]) },
  }));
  return { signatures: [signature('A', 1, said), signature('B', 2, [])], revisions };
}

const page1: Told = ['PAGE_CONTENT_CHANGED', { page: 1 }];

describe('what was permitted', () => {
  it('is all, where nothing is objected to', () => {
    const fine = report([
      ['LTA_UPDATES', ['VALIDATION_DATA_ADDED']],
      ['FORM_FILLING', ['FIELD_FILLED', { field: 'nama', page: 1 }]],
    ]);
    expect(permittedOn(1, 0, fine).what).toBe('all');
    expect(permittedOn(2, 0, fine).what).toBe('all');
  });

  it('is the stamps of later signatures on a page whose content was changed, and all elsewhere', () => {
    const changed = report([['OTHER', page1]]);
    expect(permittedOn(1, 0, changed)).toEqual({ what: 'stamps', fields: ['B'] });
    expect(permittedOn(2, 0, changed).what).toBe('all');
    // Seen from B, whose own stamp is no later one.
    expect(permittedOn(1, 1, changed)).toEqual({ what: 'stamps', fields: [] });
  });

  it.each<[string, Report]>([
    ['what may show anywhere was changed', report([['OTHER', page1, ['FONT_CHANGED']]])],
    ['a change names no page', report([['OTHER', ['PAGE_CONTENT_CHANGED']]])],
    ['nobody knows what was changed', report([['OTHER']])],
    ['it was not judged', report([['NOT_JUDGED']])],
    ['something is doubtful', report([['FORM_FILLING', ['STAMP_COVERS_TEXT', { page: 1 }]]])],
    [
      'the author permitted less',
      report([['OTHER', page1]], ['CERTIFICATION_BROKEN', { level: 1 }]),
    ],
    [
      'a locked field was filled besides',
      report(
        [['OTHER', page1, ['FIELD_FILLED', { field: 'nama', page: 2 }]]],
        ['LOCKED_FIELD_CHANGED', { field: 'nama' }],
      ),
    ],
    [
      'there are so many changes that only their kinds are told',
      report([
        [
          'OTHER',
          ...Array.from({ length: 200 }, (_, n): Told => ['PAGE_CONTENT_CHANGED', { page: n + 9 }]),
        ],
      ]),
    ],
  ])('is nothing, on any page, where %s', (_, doubtful) => {
    for (const page of [1, 2, 3]) expect(permittedOn(page, 0, doubtful).what).toBe('none');
  });

  it('is nothing without a report, a signature, or its place in the file', () => {
    const fine = report([]);
    expect(permittedOn(1, 0, null).what).toBe('none');
    expect(permittedOn(1, null, fine).what).toBe('none');
    expect(permittedOn(1, 7, fine).what).toBe('none');
  });
});

describe('a box', () => {
  const stamp = { x: 100, y: 100, width: 200, height: 80 };

  it('is within a stamp, give or take a square', () => {
    expect(isWithin({ x: 97, y: 98, width: 205, height: 83 }, stamp, 4)).toBe(true);
    expect(isWithin({ x: 100, y: 100, width: 240, height: 80 }, stamp, 4)).toBe(false);
  });

  it('touches what it overlaps, not what it stands beside', () => {
    expect(touches(stamp, { x: 290, y: 170, width: 50, height: 50 })).toBe(true);
    expect(touches(stamp, { x: 300, y: 100, width: 50, height: 50 })).toBe(false);
  });
});
