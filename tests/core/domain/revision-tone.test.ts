// A revision looks as grave as what the signatures before it say of it.
import { describe, expect, it } from 'vitest';
import type { Modification } from '../../../core/domain/indication.ts';
import type { ReasonCode } from '../../../core/domain/reason-code.ts';
import { toneOfRevision } from '../../../core/domain/revision-tone.ts';

type Told = readonly [code: ReasonCode, params?: Readonly<Record<string, string | number>>];
const reasons = (list: readonly Told[]) => list.map(([code, params = {}]) => ({ code, params }));

/** Of revision 3, after one signature in revision 2. */
function tone(level: Modification, changes: readonly Told[], ...said: readonly Told[]) {
  const revision = { revision: 3, end: null, level, changes: reasons(changes) };
  return toneOfRevision(revision, [{ revision: 2, reasons: reasons(said) }]);
}

const NOTE: Told = ['ANNOTATION_ADDED', { kind: 'Highlight' }];
const FILLED: Told = ['FIELD_FILLED', { field: 'nama' }];

describe('a later revision', () => {
  it('is as grave as its changes', () => {
    expect(tone('FORM_FILLING', [FILLED])).toBe('ok');
    expect(tone('OTHER', [FILLED, ['PAGES_CHANGED']])).toBe('bad');
    expect(tone('NOT_JUDGED', [])).toBe('plain');
  });

  it('is not fine where the certification before it permits less', () => {
    expect(tone('ANNOTATIONS', [NOTE], ['CERTIFICATION_BROKEN', { level: 1 }])).toBe('bad');
    expect(tone('ANNOTATIONS', [NOTE], ['CERTIFICATION_BROKEN', { level: 2 }])).toBe('bad');
    // Another revision is meant.
    expect(tone('FORM_FILLING', [FILLED], ['CERTIFICATION_BROKEN', { level: 2 }])).toBe('ok');
    expect(tone('ANNOTATIONS', [NOTE], ['COMMENTS_UNFORESEEN'])).toBe('warn');
  });

  it('is not fine where it touches the field that is objected to', () => {
    expect(tone('FORM_FILLING', [FILLED], ['LOCKED_FIELD_CHANGED', { field: 'nama' }])).toBe('bad');
    expect(tone('FORM_FILLING', [FILLED], ['LOCKED_FIELD_CHANGED', { field: 'nip' }])).toBe('ok');
  });

  it('is doubtful where nobody knows what it changed, and forged where that is known', () => {
    expect(tone('OTHER', [], ['STRUCTURE_UNCLEAR', { rule: 'comment' }])).toBe('warn');
    expect(tone('OTHER', [], ['STRUCTURE_FORGED', { rule: 'second-xref' }])).toBe('bad');
  });

  it('has nothing against it from a signature that came after it', () => {
    const revision = { revision: 2, end: null, level: 'ANNOTATIONS' as const, changes: [] };
    const later = [{ revision: 3, reasons: reasons([['CERTIFICATION_BROKEN', { level: 1 }]]) }];
    expect(toneOfRevision(revision, later)).toBe('ok');
  });
});
