// Distinguished names (RFC 5280 4.1.2.4): as text for people (RFC 4514) and as a key for comparing (RFC 5280 7.1).
import { type BerElement, cursorOver, membersOf, TAG } from './ber.ts';
import { hex, oidOf, textOf } from './ber-values.ts';
import { CmsError } from './cms-error.ts';

export interface Name {
  /** Most significant part last, as people write it: `CN=..., O=..., C=ID`. */
  readonly text: string;
  /** The last commonName of the name, made safe to show; empty where it has none. */
  readonly commonName: string;
  /** Equal for names that RFC 5280 7.1 calls equal; of no use for showing. */
  readonly key: string;
}

interface Attribute {
  readonly type: string;
  readonly value: string;
  /** The value as it stands in `text`. */
  readonly shown: string;
  readonly comparable: string;
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.13': 'description',
  '2.5.4.42': 'givenName',
  '2.5.4.65': 'pseudonym',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** Twenty times a real name: of a longer one a document could make hundreds of megabytes of text. */
const MAX_OCTETS = 4096;

/** Reads an RDNSequence. Throws CMS_MALFORMED, also for one that is absurdly long. */
export function readName(element: BerElement): Name {
  const { bytes } = element;
  if (bytes.length > MAX_OCTETS) throw new CmsError('CMS_MALFORMED');
  if (bytes.length > KEPT_OCTETS) return readNew(element);
  const octets = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const known = kept.get(octets);
  if (known !== undefined) return known;
  const name = readNew(element);
  if (kept.size >= KEPT) kept.clear();
  kept.set(octets, name);
  return name;
}

/** A batch meets its signer's issuer in every document. */
const kept = new Map<string, Name>();
const KEPT = 50;
const KEPT_OCTETS = 2048;

function readNew(element: BerElement): Name {
  const parts = membersOf(element, TAG.SEQUENCE).map((rdn) =>
    membersOf(rdn, TAG.SET).map(readAttribute),
  );
  const names = parts.flat().filter(({ type }) => type === 'CN');
  return {
    text: inReadingOrder(parts)
      .map((rdn) => rdn.map(({ type, shown }) => `${type}=${shown}`).join(' + '))
      .join(', '),
    commonName: visible(names.at(-1)?.value ?? ''),
    key: parts.map((rdn) => rdn.map(comparableAttribute).sort().join('+')).join(','),
  };
}

function readAttribute(element: BerElement): Attribute {
  const cursor = cursorOver(element, TAG.SEQUENCE);
  const type = oidOf(cursor.next(TAG.OID));
  const value = cursor.next();
  const text = textOf(value);
  const encoded = hex(value.bytes);
  return {
    type: SHORT_NAMES[type] ?? type,
    value: text ?? encoded,
    shown: text === null ? `#${encoded}` : escaped(text),
    comparable: text === null ? encoded : folded(text),
  };
}

/** RFC 5280 7.1, RFC 4518: case and runs of white space do not tell names apart. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
}

/** Lengths keep a value from running into the next part. */
function comparableAttribute({ type, comparable }: Attribute): string {
  return `${type}=${comparable.length}:${comparable}`;
}

/** RFC 4514 turns the encoded order round; some authorities (BSrE) encode it turned round already. */
function inReadingOrder(parts: readonly Attribute[][]): readonly Attribute[][] {
  const significant = (rdn: Attribute[] | undefined): boolean =>
    rdn?.some(({ type }) => type === 'C' || type === 'DC') ?? false;
  const encodedTurned = !significant(parts[0]) && significant(parts.at(-1));
  return encodedTurned ? parts : [...parts].reverse();
}

/** RFC 4514 2.4. */
function escaped(value: string): string {
  return visible(value.replace(/[,+"\\<>;]|^[ #]| $/gu, '\\$&'));
}

/** Characters that change how text around them is shown become their octets: a name must not deceive. */
function visible(value: string): string {
  return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    hex(Buffer.from(character)).replace(/../g, '\\$&'),
  );
}
