// What the report's colours mean (PDF/A-2, ISO 19005-2 6.2.4.3): a display profile of sRGB (IEC 61966-2-1),
// built here from the standard's numbers (ICC.1:2004-10: header, nine tags, parametric curve).

/** s15Fixed16Number. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
}

function tagType(type: string, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(4), ...parts]);
}

function xyz(...values: readonly number[]): Buffer {
  return tagType('XYZ ', ...values.map(fixed));
}

/** multiLocalizedUnicodeType with one text. */
function text(said: string): Buffer {
  const utf16 = Buffer.from(said, 'utf16le').swap16();
  const head = Buffer.alloc(20);
  head.writeUInt32BE(1, 0);
  head.writeUInt32BE(12, 4);
  head.write('enUS', 8, 'latin1');
  head.writeUInt32BE(utf16.length, 12);
  head.writeUInt32BE(28, 16);
  return tagType('mluc', head, utf16);
}

/** Type 3: Y = (aX + b)^g above d, cX below. */
function srgbCurve(): Buffer {
  const values = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
  return tagType('para', Buffer.from([0, 3, 0, 0]), ...values.map(fixed));
}

/** D50 of the profile connection space. */
const D50 = [0.9642, 1, 0.8249] as const;

/** The primaries of sRGB, adapted from D65 to D50 by Bradford's matrix. */
function tags(): [string, Buffer][] {
  const curve = srgbCurve();
  const adaptation = [
    ...[1.0478112, 0.0228866, -0.050127, 0.0295424, 0.9904844, -0.0170491],
    ...[-0.0092345, 0.0150436, 0.7521316],
  ];
  return [
    ['desc', text('sRGB IEC61966-2.1')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(...D50)],
    ['chad', tagType('sf32', ...adaptation.map(fixed))],
    ['rXYZ', xyz(0.4360747, 0.2225045, 0.0139322)],
    ['gXYZ', xyz(0.3850649, 0.7168786, 0.0971045)],
    ['bXYZ', xyz(0.1430804, 0.0606169, 0.7141733)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
}

export function srgbProfile(): Uint8Array {
  const entries = tags();
  const table = Buffer.alloc(4 + entries.length * 12);
  table.writeUInt32BE(entries.length, 0);
  const data: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let offset = 128 + table.length;
  for (const [i, [signature, bytes]] of entries.entries()) {
    const known = places.get(bytes);
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    table.write(signature, 4 + i * 12, 'latin1');
    table.writeUInt32BE(known ?? offset, 8 + i * 12);
    table.writeUInt32BE(bytes.length, 12 + i * 12);
    if (known !== undefined) continue;
    places.set(bytes, offset);
    data.push(padded);
    offset += padded.length;
  }
  return Uint8Array.from(Buffer.concat([header(offset), table, ...data]));
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x0420_0000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // A fixed date: the same report is the same bytes.
  [2026, 1, 1, 0, 0, 0].forEach((part, i) => bytes.writeUInt16BE(part, 24 + i * 2));
  bytes.write('acsp', 36, 'latin1');
  Buffer.concat(D50.map(fixed)).copy(bytes, 68);
  return bytes;
}
