// The objects of a PDF (ISO 32000-2 7.3) as values. Numbers, booleans and null are JavaScript's own.

/** A name; each byte is one character (Latin-1), escapes resolved. */
export class PdfName {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

/** An indirect reference. */
export class PdfRef {
  readonly num: number;
  readonly gen: number;
  constructor(num: number, gen: number) {
    this.num = num;
    this.gen = gen;
  }
}

/** Where a token stands in the file: offset of its first byte and the offset after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export class PdfString {
  readonly bytes: Uint8Array;
  readonly hex: boolean;
  /** Null for a string from an object stream and for one made by us. */
  readonly span: Span | null;
  constructor(bytes: Uint8Array, hex: boolean, span: Span | null = null) {
    this.bytes = bytes;
    this.hex = hex;
    this.span = span;
  }
}

const NONE: readonly never[] = [];

export class PdfDict {
  readonly entries: ReadonlyMap<string, PdfObject>;
  /** Those whose key is written again: readers differ in which one counts (7.3.7). */
  readonly overwritten: readonly (readonly [string, PdfObject])[];
  constructor(entries: Iterable<readonly [string, PdfObject]>) {
    this.entries = new Map(entries);
    this.overwritten =
      Array.isArray(entries) && entries.length > this.entries.size ? overwrittenOf(entries) : NONE;
  }
  /** Whether a key is written twice. */
  get repeats(): boolean {
    return this.overwritten.length > 0;
  }
  /** The entry, or undefined where there is none. A null value counts as none (7.3.7). */
  get(key: string): PdfObject | undefined {
    return this.entries.get(key) ?? undefined;
  }
  /** A copy with entries set; undefined removes one. */
  with(changes: Readonly<Record<string, PdfObject | undefined>>): PdfDict {
    const entries = new Map(this.entries);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) entries.delete(key);
      else entries.set(key, value);
    }
    return new PdfDict(entries);
  }
}

function overwrittenOf(
  written: readonly (readonly [string, PdfObject])[],
): (readonly [string, PdfObject])[] {
  const last = new Map(written.map(([key], at) => [key, at]));
  return written.filter(([key], at) => last.get(key) !== at);
}

/** Where a stream's data stand in the file. */
export interface DataPlace {
  readonly offset: number;
  /** In an encrypted file: the object whose key the data are under. */
  readonly sealed?: PdfRef;
}

/** A stream: its dictionary and its encoded data, in memory or in the file. */
export class PdfStream {
  readonly dict: PdfDict;
  readonly data: Uint8Array | DataPlace;
  constructor(dict: PdfDict, data: Uint8Array | DataPlace) {
    this.dict = dict;
    this.data = data;
  }
}

export type PdfArray = readonly PdfObject[];
export type PdfObject =
  null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict | PdfStream;

export function isArray(object: PdfObject | undefined): object is PdfArray {
  return Array.isArray(object);
}

/** The value of a name object, undefined for anything else. */
export function nameOf(object: PdfObject | undefined): string | undefined {
  return object instanceof PdfName ? object.value : undefined;
}

/** An integer, undefined for anything else. */
export function integerOf(object: PdfObject | undefined): number | undefined {
  return typeof object === 'number' && Number.isSafeInteger(object) ? object : undefined;
}
