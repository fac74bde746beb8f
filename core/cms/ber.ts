// Reads BER and DER (X.690 8 and 10) where it stands: no copies, no tree, bounded work.
//
// Why not a tree of objects from a library: signed bytes must be hashed exactly as they were written,
// a document may carry hundreds of signatures, and hostile input must stay cheap. Reading the CMS of a
// BSrE sample takes 0.3 ms this way and about 10 ms as pkijs objects, whose import alone takes 60 ms.
import { CmsError } from './cms-error.ts';

/** Identifier octets met in CMS and X.509. */
export const TAG = {
  BOOLEAN: 0x01,
  INTEGER: 0x02,
  BIT_STRING: 0x03,
  OCTET_STRING: 0x04,
  NULL: 0x05,
  OID: 0x06,
  ENUMERATED: 0x0a,
  UTC_TIME: 0x17,
  GENERALIZED_TIME: 0x18,
  SEQUENCE: 0x30,
  SET: 0x31,
} as const;

/** Identifier octet of `[n]`, constructed. */
export const contextTag = (n: number): number => 0xa0 | n;
/** Identifier octet of `[n] IMPLICIT` over a primitive type. */
export const primitiveContextTag = (n: number): number => 0x80 | n;

const CONSTRUCTED = 0x20;
const INDEFINITE = 0x80;
/** More nesting by indefinite lengths than any real structure has. */
const MAX_DEPTH = 32;
/** More members than any real SEQUENCE or SET we look into has. */
const MAX_CHILDREN = 4096;

export interface BerElement {
  readonly tag: number;
  /** Identifier, length and content as they stand. */
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
  readonly indefinite: boolean;
}

interface Header {
  readonly tag: number;
  readonly contentStart: number;
  /** Null for an indefinite length. */
  readonly contentEnd: number | null;
}

function malformed(): CmsError {
  return new CmsError('CMS_MALFORMED');
}

function readHeader(bytes: Uint8Array, start: number): Header {
  const tag = bytes[start];
  const first = bytes[start + 1];
  // High tag numbers occur in neither CMS nor X.509.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw malformed();
  if (first === INDEFINITE) {
    if ((tag & CONSTRUCTED) === 0) throw malformed();
    return { tag, contentStart: start + 2, contentEnd: null };
  }
  let length = first;
  let contentStart = start + 2;
  if (first > INDEFINITE) {
    const octets = first & 0x7f;
    if (octets > 4) throw malformed();
    length = 0;
    for (let i = 0; i < octets; i++) {
      const octet = bytes[contentStart + i];
      if (octet === undefined) throw malformed();
      length = length * 256 + octet;
    }
    contentStart += octets;
  }
  const contentEnd = contentStart + length;
  if (contentEnd > bytes.length) throw malformed();
  return { tag, contentStart, contentEnd };
}

/** Offset of the end-of-contents octets that close an indefinite length begun before `start`. */
function endOfContents(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > MAX_DEPTH) throw malformed();
  let at = start;
  while (bytes[at] !== 0 || bytes[at + 1] !== 0) {
    const { contentStart, contentEnd } = readHeader(bytes, at);
    at = contentEnd ?? endOfContents(bytes, contentStart, depth + 1) + 2;
  }
  return at;
}

/** Reads the element at `start`; what follows it is not looked at. Throws CMS_MALFORMED. */
export function readBer(bytes: Uint8Array, start = 0): BerElement {
  const { tag, contentStart, contentEnd } = readHeader(bytes, start);
  const indefinite = contentEnd === null;
  const end = contentEnd ?? endOfContents(bytes, contentStart, 1);
  return {
    tag,
    bytes: bytes.subarray(start, indefinite ? end + 2 : end),
    content: bytes.subarray(contentStart, end),
    indefinite,
  };
}

/** Reads one element that must fill `bytes`. Throws CMS_MALFORMED. */
export function readWholeBer(bytes: Uint8Array): BerElement {
  const element = readBer(bytes);
  if (element.bytes.length !== bytes.length) throw malformed();
  return element;
}

/** The members of an element that must have this tag. Throws CMS_MALFORMED, also for absurdly many. */
export function membersOf(element: BerElement, tag: number): BerElement[] {
  const cursor = cursorOver(element, tag);
  const children: BerElement[] = [];
  while (!cursor.atEnd) {
    if (children.length === MAX_CHILDREN) throw malformed();
    children.push(cursor.next());
  }
  return children;
}

/** Walks the members of a constructed element in the order its ASN.1 type names them. */
export class BerCursor {
  readonly #content: Uint8Array;
  #at = 0;

  constructor(element: BerElement) {
    if ((element.tag & CONSTRUCTED) === 0) throw malformed();
    this.#content = element.content;
  }

  get atEnd(): boolean {
    return this.#at >= this.#content.length;
  }

  /** The next member, of the given tag where one is given. Throws CMS_MALFORMED. */
  next(tag?: number): BerElement {
    const element = readBer(this.#content, this.#at);
    if (tag !== undefined && element.tag !== tag) throw malformed();
    this.#at += element.bytes.length;
    return element;
  }

  /** The next member if it has this tag, else null and the cursor stays. */
  optional(tag: number): BerElement | null {
    return this.#content[this.#at] === tag ? this.next(tag) : null;
  }

  /** Throws CMS_MALFORMED when members are left. */
  end(): void {
    if (!this.atEnd) throw malformed();
  }
}

/** A walk over an element that must have this tag. Throws CMS_MALFORMED. */
export function cursorOver(element: BerElement, tag: number): BerCursor {
  if (element.tag !== tag) throw malformed();
  return new BerCursor(element);
}
