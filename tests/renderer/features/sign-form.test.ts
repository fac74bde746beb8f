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

const choice = (digit: string, changes: object = {}) =>
  certificateChoice.parse({
    certificate: `crt_${digit.repeat(32)}`,
    name: 'LATIHAN',
    issuer: 'CA LATIHAN',
    tokenLabel: 'token',
    tokenSerial: '1',
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2027-01-01T00:00:00Z',
    pinPad: false,
    pinState: 'ok',
    refusal: null,
    ...changes,
  });
const expired = choice('1', { refusal: { code: 'CERT_EXPIRED', params: {} } });
const locked = choice('2', { pinState: 'locked' });
const good = choice('3');
const better = choice('4');

const form: SignForm = {
  certificate: null,
  visible: true,
  page: 2,
  rect: { x: 10, y: 10, width: 220, height: 88 },
  zone: 'WITA',
  position: ' Wali Kota ',
  reason: '',
  location: '',
  level: null,
  design: null,
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

describe('the stamp', () => {
  it('is asked for with trimmed text, or not at all', () => {
    expect(stampOf(form)).toEqual({
      page: 2,
      rect: form.rect,
      position: 'Wali Kota',
      zone: 'WITA',
      design: null,
    });
    expect(stampOf({ ...form, visible: false })).toBeNull();
    expect(stampOf({ ...form, rect: null })).toBeNull();
  });

  it('has a valid place only on a page whose size is known', () => {
    expect(placeIsValid(form, A4)).toBe(true);
    expect(placeIsValid(form, null)).toBe(false);
    expect(placeIsValid({ ...form, rect: { x: 500, y: 0, width: 220, height: 88 } }, A4)).toBe(
      false,
    );
    expect(placeIsValid({ ...form, visible: false }, null)).toBe(true);
  });
});
