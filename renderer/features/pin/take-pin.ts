// Takes the PIN out of its field: as bytes that can be wiped, and the field empty at once.

/** UTF-8 bytes of what was typed; null where nothing was. The caller wipes them. */
export function takePin(field: Pick<HTMLInputElement, 'value'>): Uint8Array<ArrayBuffer> | null {
  const bytes = new TextEncoder().encode(field.value);
  field.value = '';
  return bytes.byteLength === 0 ? null : bytes;
}
