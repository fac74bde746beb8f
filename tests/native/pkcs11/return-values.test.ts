import { expect, test } from 'vitest';
import { meaningOf } from '../../../native/pkcs11/return-values.ts';

// Numbers as in PKCS#11 v2.40, pkcs11t.h.
test.each([
  [5, 'TOKEN_GENERAL_ERROR'],
  [6, 'TOKEN_GENERAL_ERROR'],
  [48, 'TOKEN_DEVICE_ERROR'],
  [50, 'TOKEN_REMOVED'],
  [80, 'CANCELLED'],
  [112, 'TOKEN_MECHANISM_UNSUPPORTED'],
  [130, 'TOKEN_REMOVED'],
  [144, 'TOKEN_BUSY'],
  [160, 'TOKEN_PIN_INCORRECT'],
  // CKR_PIN_INVALID: only where a PIN is set (5.1.6).
  [161, 'TOKEN_PIN_REFUSED'],
  [162, 'TOKEN_PIN_LENGTH'],
  [163, 'TOKEN_PIN_EXPIRED'],
  [164, 'TOKEN_PIN_LOCKED'],
  [179, 'TOKEN_REMOVED'],
  [224, 'TOKEN_REMOVED'],
  [257, 'TOKEN_NOT_LOGGED_IN'],
])('return value %i is %s', (ckr, code) => {
  expect(meaningOf(ckr).code).toBe(code);
});

test('nothing but CKR_PIN_INCORRECT is called a wrong PIN', () => {
  const wrong = Array.from({ length: 0x300 }, (_, ckr) => ckr).filter(
    (ckr) => meaningOf(ckr).code === 'TOKEN_PIN_INCORRECT',
  );
  expect(wrong).toEqual([160]);
});

test('keeps the number of what it does not know', () => {
  expect(meaningOf(0x80000123)).toEqual({
    code: 'TOKEN_GENERAL_ERROR',
    params: { ckr: '0x80000123' },
  });
  expect(meaningOf(0x1b9).params.ckr).toBe('0x000001b9');
});
