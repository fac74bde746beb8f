// Writes DER (X.690 10, 11), innermost parts first.

/** One element: identifier octet, definite length in the fewest octets, content. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const lengthOctets: number[] = [];
  if (length >= 0x80) {
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256))
      lengthOctets.unshift(rest % 256);
    lengthOctets.unshift(0x80 | lengthOctets.length);
  } else lengthOctets.push(length);
  const bytes = new Uint8Array(1 + lengthOctets.length + length);
  bytes[0] = tag;
  bytes.set(lengthOctets, 1);
  let at = 1 + lengthOctets.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export function derSequence(...parts: readonly Uint8Array[]): Uint8Array {
  return der(0x30, ...parts);
}

/** A SET OF: its members sorted by their encodings (X.690 11.6). */
export function derSetOf(...parts: readonly Uint8Array[]): Uint8Array {
  return der(0x31, ...[...parts].sort((a, b) => Buffer.compare(a, b)));
}

/** An Attribute with one value (RFC 5652 5.3). */
export function derAttribute(type: string, value: Uint8Array): Uint8Array {
  return derSequence(derOid(type), derSetOf(value));
}

export function derOctetString(bytes: Uint8Array): Uint8Array {
  return der(0x04, bytes);
}

/** An INTEGER from 0 to 127. */
export function derSmallInteger(value: number): Uint8Array {
  return der(0x02, Uint8Array.of(value));
}

export const DER_NULL: Uint8Array = Uint8Array.of(0x05, 0x00);

/** An OBJECT IDENTIFIER from its dotted form. */
export function derOid(dotted: string): Uint8Array {
  const known = OIDS.get(dotted);
  if (known !== undefined) return known.slice();
  const encoded = encodeOid(dotted);
  if (OIDS.size < MAX_OIDS) OIDS.set(dotted, encoded);
  return encoded.slice();
}

/** The same few are written into every signature. */
const OIDS = new Map<string, Uint8Array>();
const MAX_OIDS = 200;

function encodeOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets: number[] = [];
  for (const arc of [first * 40 + second, ...rest]) {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      groups.unshift(0x80 | (left % 128));
    }
    octets.push(...groups);
  }
  return der(0x06, Uint8Array.from(octets));
}
