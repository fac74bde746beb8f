// The PIN leaves its field as bytes and nothing stays behind.
import { describe, expect, it } from 'vitest';
import { takePin } from '../../../renderer/features/pin/take-pin.ts';

describe('takePin', () => {
  it('gives UTF-8 bytes and empties the field at once', () => {
    const field = { value: '12é' };
    expect(takePin(field)).toEqual(new Uint8Array([0x31, 0x32, 0xc3, 0xa9]));
    expect(field.value).toBe('');
  });

  it('gives nothing for an empty field', () => {
    expect(takePin({ value: '' })).toBeNull();
  });
});
