// Changes to a PDF in its own syntax: tokens exchanged, objects redefined by an update whose cross-reference
// is right, signature contents replaced in their place. So more than the first check is reached.
import { mutateBytes } from './mutate-bytes.ts';
import { mutateDer } from './mutate-der.ts';
import type { Random } from './random.ts';

const NUMBERS = '0 1 -1 2 3 65535 65536 2147483647 4294967296 9007199254740993 1e9 .5 -0'.split(
  ' ',
);
const TOKENS = [
  ...'<< >> [ ] ( ) < > obj endobj stream endstream xref trailer startxref null true R %'.split(
    ' ',
  ),
  ...'/Type /Page /Pages /Kids /Count /Parent /Contents /Resources /Annots /AcroForm /Fields'.split(
    ' ',
  ),
  ...'/Sig /ByteRange /Filter /SubFilter /V /AP /N /Off /DocMDP /FieldMDP /Lock /Perms /DSS /VRI'.split(
    ' ',
  ),
  ...'/Certs /OCSPs /CRLs /Root /Prev /Size /XRefStm /Index /W /ObjStm /First /Extends /Length'.split(
    ' ',
  ),
  ...'/FlateDecode /LZWDecode /ASCIIHexDecode /ASCII85Decode /RunLengthDecode /Crypt'.split(' '),
  ...'/DecodeParms /Predictor /Columns /Colors /BitsPerComponent /Encrypt /Widget /FT /T'.split(
    ' ',
  ),
  ...'/StructTreeRoot /K /ParentTree /Nums /OCProperties /Metadata /Rotate /MediaBox /CropBox'.split(
    ' ',
  ),
];
const TOKEN = /\/[A-Za-z0-9]+|\d+ \d+ R|-?\d+(?:\.\d+)?|<<|>>|\[|\]|\b(?:obj|endobj|stream)\b/g;

export function mutatePdf(data: Uint8Array, random: Random, other: Uint8Array): Buffer {
  const choice = random.next();
  if (choice < 0.15) return mutateBytes(data, random, other);
  if (choice < 0.35) return exchange(Buffer.from(data), random, true);
  if (choice < 0.4) return exchange(Buffer.from(data), random, false);
  if (choice < 0.5) return withOtherContents(Buffer.from(data), random, other);
  return withUpdate(Buffer.from(data), random, Buffer.from(other));
}

/** One token for another; `inPlace` keeps all offsets. */
function exchange(bytes: Buffer, random: Random, inPlace: boolean): Buffer {
  const text = bytes.toString('latin1');
  const tokens = [...text.matchAll(TOKEN)];
  if (tokens.length === 0) return mutateBytes(bytes, random, bytes);
  const { 0: old, index } = random.pick(tokens);
  const fresh = random.chance(0.4) ? random.pick(tokens)[0] : invented(old, random);
  const put = inPlace ? fresh.slice(0, old.length).padEnd(old.length) : fresh;
  return Buffer.from(text.slice(0, index) + put + text.slice(index + old.length), 'latin1');
}

function invented(old: string, random: Random): string {
  if (old.endsWith('R')) return `${random.below(60)} 0 R`;
  if (/^-?\d/.test(old)) {
    const near = String(Number(old) + random.below(5) - 2);
    return random.chance(0.4) ? near : random.pick(NUMBERS);
  }
  return random.pick(TOKENS);
}

/** Another value in the gap of a signature, as long as the old one. */
function withOtherContents(bytes: Buffer, random: Random, other: Uint8Array): Buffer {
  const text = bytes.toString('latin1');
  const strings = [...text.matchAll(/<([0-9A-Fa-f]{200,})>/g)];
  if (strings.length === 0) return exchange(bytes, random, true);
  const { 1: hex = '', index } = random.pick(strings);
  const value = Buffer.from(hex, 'hex');
  const length = value[1] === 0x82 ? value.readUInt16BE(2) + 4 : value.length;
  const changed = mutateDer(value.subarray(0, length), random, other);
  const put = changed.toString('hex').slice(0, hex.length).padEnd(hex.length, '0');
  return Buffer.from(text.slice(0, index + 1) + put + text.slice(index + 1 + hex.length), 'latin1');
}

/** An incremental update (ISO 32000-2 7.5.6) that redefines some objects, nearly rightly. */
function withUpdate(bytes: Buffer, random: Random, other: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const found = [...text.matchAll(/(\d+) 0 obj\b/g)];
  const foreign = [...other.toString('latin1').matchAll(/\d+ 0 obj\b/g)];
  const previous = [...text.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1] ?? '0';
  const root = [...text.matchAll(/\/Root (\d+ \d+ R)/g)].at(-1)?.[1] ?? '1 0 R';
  if (found.length === 0) return exchange(bytes, random, false);
  const parts: string[] = ['\n'];
  let length = bytes.length + 1;
  const rows: string[] = [];
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const { 0: head, 1: num = '1', index } = random.pick(found);
    const own = bodyAt(text, index + head.length);
    const theirs = foreign.length > 0 && random.chance(0.15) ? random.pick(foreign) : null;
    const body =
      theirs === null ? own : bodyAt(other.toString('latin1'), theirs.index + theirs[0].length);
    const changed = exchange(Buffer.from(body, 'latin1'), random, false).toString('latin1');
    const put = random.chance(0.15) ? String(random.below(60)) : num;
    const object = `${put} 0 obj\n${changed}\nendobj\n`;
    const free = random.chance(0.03);
    rows.push(
      `${put} 1\n${String(free ? 0 : length).padStart(10, '0')} 00000 ${free ? 'f' : 'n'} \n`,
    );
    parts.push(object);
    length += object.length;
  }
  const trailer = `<< /Size ${60 + random.below(3)} /Root ${root} /Prev ${previous} >>`;
  const end = random.chance(0.1)
    ? exchange(Buffer.from(trailer), random, false).toString('latin1')
    : trailer;
  parts.push(`xref\n${rows.join('')}trailer\n${end}\nstartxref\n${length}\n%%EOF\n`);
  return Buffer.concat([bytes, Buffer.from(parts.join(''), 'latin1')]);
}

function bodyAt(text: string, start: number): string {
  const end = text.indexOf('endobj', start);
  return text.slice(start, end === -1 ? start + 200 : Math.min(end, start + 20_000)).trim();
}
