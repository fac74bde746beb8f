// Takes old and new PIN out of their fields, or says what is wrong with the new one before a try is spent.
import { takePin } from '../take-pin.ts';

type Field = Pick<HTMLInputElement, 'value'>;

export type NewPinProblem = 'current' | 'short' | 'long' | 'different' | 'same';

export interface Lengths {
  /** In bytes, as the token counts. */
  readonly minLength: number;
  readonly maxLength: number;
}

/** What is wrong, with the fields left as they are; null where nothing is. */
export function newPinProblem(
  current: Field,
  next: Field,
  again: Field,
  { minLength, maxLength }: Lengths,
): NewPinProblem | null {
  if (current.value === '') return 'current';
  const length = new TextEncoder().encode(next.value).byteLength;
  if (length < Math.max(minLength, 1)) return 'short';
  if (length > maxLength) return 'long';
  if (next.value !== again.value) return 'different';
  return next.value === current.value ? 'same' : null;
}

/** Bytes for the caller to wipe; all three fields are empty then. */
export function takeNewPin(
  current: Field,
  next: Field,
  again: Field,
): { current: Uint8Array<ArrayBuffer>; next: Uint8Array<ArrayBuffer> } {
  const none = new Uint8Array(0);
  takePin(again)?.fill(0);
  return { current: takePin(current) ?? none, next: takePin(next) ?? none };
}
