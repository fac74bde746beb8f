// The return values of PKCS#11 (v2.40, 5.1, "Function return values") in this program's words.
// A wrong PIN is only what the token calls one: nothing vague is ever shown as "wrong PIN".
import type { TokenErrorCode } from './token-error.ts';

export const CKR_ATTRIBUTE_TYPE_INVALID = 0x12;
export const CKR_MECHANISM_INVALID = 0x70;
export const CKR_MECHANISM_PARAM_INVALID = 0x71;

const CODES: ReadonlyMap<number, TokenErrorCode> = new Map<number, TokenErrorCode>([
  [0x01, 'CANCELLED'], // CKR_CANCEL: the person pressed the reader's cancel key
  [0x03, 'TOKEN_REMOVED'], // CKR_SLOT_ID_INVALID: the reader itself was unplugged
  [0x05, 'TOKEN_GENERAL_ERROR'], // CKR_GENERAL_ERROR
  [0x06, 'TOKEN_GENERAL_ERROR'], // CKR_FUNCTION_FAILED
  [0x30, 'TOKEN_DEVICE_ERROR'], // CKR_DEVICE_ERROR
  [0x31, 'TOKEN_DEVICE_ERROR'], // CKR_DEVICE_MEMORY
  [0x32, 'TOKEN_REMOVED'], // CKR_DEVICE_REMOVED
  [0x50, 'CANCELLED'], // CKR_FUNCTION_CANCELED
  [0x60, 'TOKEN_REMOVED'], // CKR_KEY_HANDLE_INVALID: the key was there a moment ago
  [0x63, 'TOKEN_MECHANISM_UNSUPPORTED'], // CKR_KEY_TYPE_INCONSISTENT
  [0x68, 'TOKEN_MECHANISM_UNSUPPORTED'], // CKR_KEY_FUNCTION_NOT_PERMITTED
  [CKR_MECHANISM_INVALID, 'TOKEN_MECHANISM_UNSUPPORTED'],
  [CKR_MECHANISM_PARAM_INVALID, 'TOKEN_MECHANISM_UNSUPPORTED'],
  [0x82, 'TOKEN_REMOVED'], // CKR_OBJECT_HANDLE_INVALID: what SoftHSM says of a token that vanished
  [0x90, 'TOKEN_BUSY'], // CKR_OPERATION_ACTIVE
  [0xa0, 'TOKEN_PIN_INCORRECT'], // CKR_PIN_INCORRECT
  [0xa1, 'TOKEN_PIN_REFUSED'], // CKR_PIN_INVALID: characters that the token does not take
  [0xa2, 'TOKEN_PIN_LENGTH'], // CKR_PIN_LEN_RANGE
  [0xa3, 'TOKEN_PIN_EXPIRED'], // CKR_PIN_EXPIRED
  [0xa4, 'TOKEN_PIN_LOCKED'], // CKR_PIN_LOCKED
  [0xb0, 'TOKEN_REMOVED'], // CKR_SESSION_CLOSED
  [0xb1, 'TOKEN_BUSY'], // CKR_SESSION_COUNT
  [0xb3, 'TOKEN_REMOVED'], // CKR_SESSION_HANDLE_INVALID: what OpenSC says after the card was pulled
  [0xe0, 'TOKEN_REMOVED'], // CKR_TOKEN_NOT_PRESENT
  [0xe1, 'TOKEN_DEVICE_ERROR'], // CKR_TOKEN_NOT_RECOGNIZED
  [0x101, 'TOKEN_NOT_LOGGED_IN'], // CKR_USER_NOT_LOGGED_IN
  [0x104, 'TOKEN_BUSY'], // CKR_USER_ANOTHER_ALREADY_LOGGED_IN
  [0x105, 'TOKEN_BUSY'], // CKR_USER_TOO_MANY_TYPES
]);

/** What a token answers to a wish for something that it does not make, take or let go of. */
const REFUSALS: readonly number[] = [
  0x10, // CKR_ATTRIBUTE_READ_ONLY
  0x13, // CKR_ATTRIBUTE_VALUE_INVALID
  0x54, // CKR_FUNCTION_NOT_SUPPORTED
  0x62, // CKR_KEY_SIZE_RANGE
  ...[CKR_ATTRIBUTE_TYPE_INVALID, CKR_MECHANISM_INVALID, CKR_MECHANISM_PARAM_INVALID],
  0xb5, // CKR_SESSION_READ_ONLY
  0xd0, // CKR_TEMPLATE_INCOMPLETE
  0xd1, // CKR_TEMPLATE_INCONSISTENT
  0xe2, // CKR_TOKEN_WRITE_PROTECTED
  0x130, // CKR_DOMAIN_PARAMS_INVALID
  0x140, // CKR_CURVE_NOT_SUPPORTED (v3.0)
];

/** @param ckr of a call that makes, stores or removes an object; null for what is no return value */
export function meansUnsupported(ckr: number | null): boolean {
  return ckr !== null && REFUSALS.includes(ckr);
}

export interface ReturnValueMeaning {
  readonly code: TokenErrorCode;
  /** Always given, for the help desk: e.g. `{ckr: '0x00000030'}`. */
  readonly params: { readonly ckr: string };
}

/** What a return value other than CKR_OK means; unknown ones are TOKEN_GENERAL_ERROR. */
export function meaningOf(ckr: number): ReturnValueMeaning {
  const text = `0x${(ckr >>> 0).toString(16).padStart(8, '0')}`;
  return { code: CODES.get(ckr) ?? 'TOKEN_GENERAL_ERROR', params: { ckr: text } };
}
