// Which certificate is taken, and when a stamp may be asked for.
import { describe, expect, it } from 'vitest';
import { certificateChoice } from '../../../core/contract/token.ts';
import {
  effectiveChoice,
  effectiveLevel,
  isUsable,
  placeIsValid,
  stampOf,
  type SignForm,
} from '../../../renderer/features/sign/sign-form.ts';
import { chosenField, waysFor } from '../../../renderer/features/sign/placing.ts';

const choice = (digit: string, changes: object = {}) =>
  certificateChoice.parse({
    certificate: `crt_${digit.repeat(32)}`,
    token: `tok_${'1'.repeat(32)}`,
    name: 'LATIHAN',
    issuer: 'CA LATIHAN',
    tokenLabel: 'token',
    tokenSerial: '1',
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2027-01-01T00:00:00Z',
    pinPad: false,
    pinState: 'ok',
    refusal: null,
    practice: false,
    issuerKnown: true,
    ...changes,
  });
const expired = choice('1', { refusal: { code: 'CERT_EXPIRED', params: {} } });
const locked = choice('2', { pinState: 'locked' });
const good = choice('3');
const better = choice('4');

const form: SignForm = {
  certificate: null,
  visible: true,
  ...{ way: null, field: null, tag: '', tagSize: { width: 200, height: 60 }, tagNext: false },
  page: 2,
  rect: { x: 10, y: 10, width: 220, height: 88 },
  zone: 'WITA',
  position: ' Wali Kota ',
  reason: '',
  location: '',
  level: null,
  design: null,
  ...{ footer: null, certification: null },
  sized: false,
  warningsSeen: false,
};
const A4 = { page: { width: 595, height: 842 }, rotation: 0 } as const;

describe('certificates', () => {
  it('are unusable when refused or when the PIN is locked', () => {
    expect([expired, locked, good].map(isUsable)).toEqual([false, false, true]);
  });

  it('are chosen by hand, else the first usable one', () => {
    const all = [expired, locked, good, better];
    expect(effectiveChoice(better, all)).toBe(better);
    expect(effectiveChoice(expired, all)).toBe(good);
    expect(effectiveChoice(null, all)).toBe(good);
    expect(effectiveChoice(null, [expired])).toBeNull();
  });

  it('stay chosen when a newer list brings them under another handle', () => {
    const again = choice('5', { tokenSerial: '2' });
    const before = choice('6', { tokenSerial: '2' });
    expect(effectiveChoice(before, [good, again])).toBe(again);
  });
});

describe('the level', () => {
  it('is with a time stamp wherever there is somebody to give one, unless chosen otherwise', () => {
    expect(effectiveLevel(null, true)).toBe('B-T');
    expect(effectiveLevel('B-LTA', true)).toBe('B-LTA');
    expect(effectiveLevel('B-B', true)).toBe('B-B');
    expect(effectiveLevel('B-LTA', false)).toBe('B-B');
    expect(effectiveLevel(null, null)).toBe('B-B');
  });
});

const seen = {
  name: 'paraf',
  place: { page: 3, rect: { x: 1, y: 2, width: 30, height: 40 } },
  turn: false,
};
const unseen = { name: 'ttd', place: null, turn: true };
const known = { geometry: A4, fields: [], found: null };

describe('the stamp', () => {
  it('is asked for with trimmed text, or not at all', () => {
    expect(stampOf(form, [])).toEqual({
      at: { kind: 'page', page: 2, rect: form.rect },
      position: 'Wali Kota',
      zone: 'WITA',
      design: null,
    });
    expect(stampOf({ ...form, visible: false }, [])).toBeNull();
    expect(stampOf({ ...form, rect: null }, [])).toBeNull();
  });

  it('stands in the field that is chosen, and nowhere where that is nowhere', () => {
    expect(stampOf({ ...form, field: 'paraf' }, [seen, unseen])?.at).toEqual({ kind: 'field' });
    expect(stampOf(form, [seen, unseen])).toBeNull();
    expect(stampOf({ ...form, way: 'free' }, [seen])?.at.kind).toBe('page');
  });

  it('stands on the tag that is typed', () => {
    const tagged: SignForm = { ...form, way: 'tag', tag: ' ${ttd} ', tagNext: true };
    expect(stampOf(tagged, [seen])?.at).toEqual({
      ...{ kind: 'tag', tag: '${ttd}', width: 200, height: 60, occurrence: 'next' },
    });
    expect(stampOf({ ...tagged, tag: 'dua kata' }, [])).toBeNull();
    expect(stampOf({ ...tagged, tag: 'a'.repeat(17) }, [])).toBeNull();
  });

  it('has a valid place only on a page whose size is known', () => {
    expect(placeIsValid(form, known)).toBe(true);
    expect(placeIsValid(form, { ...known, geometry: null })).toBe(false);
    expect(placeIsValid(form, { ...known, fields: null })).toBe(false);
    const outside = { ...form, rect: { x: 500, y: 0, width: 220, height: 88 } };
    expect(placeIsValid(outside, known)).toBe(false);
    expect(placeIsValid({ ...form, visible: false }, { ...known, geometry: null })).toBe(true);
  });

  it('has one on a tag only once that was found', () => {
    const tagged: SignForm = { ...form, way: 'tag', tag: '#' };
    expect(placeIsValid(tagged, known)).toBe(false);
    expect(placeIsValid(tagged, { ...known, found: seen.place })).toBe(true);
  });
});

describe('the field', () => {
  it('is the one that was chosen, else the one whose turn it is', () => {
    expect(chosenField(form, [seen, unseen])).toBe(unseen);
    expect(chosenField({ ...form, field: 'paraf' }, [seen, unseen])).toBe(seen);
    expect(chosenField(form, [seen])).toBe(seen);
    expect(chosenField({ ...form, way: 'free' }, [seen])).toBeNull();
    expect(chosenField(form, [])).toBeNull();
  });

  it('is filled without a stamp too, where a tag would show nothing', () => {
    expect(waysFor(false, [seen])).toEqual(['free', 'field']);
    expect(waysFor(true, [])).toEqual(['free', 'tag']);
  });
});
