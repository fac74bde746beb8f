// BER-TLV as smart cards speak it (ISO/IEC 7816-4, 5.2.2), as far as PIV needs it.

/**
 * @param {string} tag hexadecimal
 * @param {Uint8Array} value up to 65,535 bytes
 */
export function tlv(tag, value) {
  const { length } = value;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(tag, 'hex'), Buffer.from(size), value]);
}

/**
 * The elements of one level, by their (one-byte) tag; of a repeated tag the last one.
 * @param {Buffer} bytes
 * @returns {Map<number, Buffer>}
 */
export function readTlv(bytes) {
  const found = new Map();
  let at = 0;
  while (at + 1 < bytes.length) {
    const tag = bytes.readUInt8(at++);
    let length = bytes.readUInt8(at++);
    if (length === 0x81) length = bytes.readUInt8(at++);
    else if (length === 0x82) {
      length = bytes.readUInt16BE(at);
      at += 2;
    }
    found.set(tag, bytes.subarray(at, at + length));
    at += length;
  }
  return found;
}

/**
 * The data of a command, short or extended (ISO/IEC 7816-4, 5.2).
 * @param {Buffer} command
 */
export function commandData(command) {
  if (command.length <= 5) return Buffer.alloc(0);
  const short = command.readUInt8(4);
  if (short !== 0 || command.length <= 7) return command.subarray(5, 5 + short);
  return command.subarray(7, 7 + command.readUInt16BE(5));
}

/** @param {number} word SW1 and SW2 */
export function statusWord(word) {
  return Buffer.from([word >> 8, word & 0xff]);
}
