// One cross-reference section (ISO 32000-2 7.5.4, 7.5.8): answers where an object is, and chains back.
import type { PdfDict } from '../objects.ts';

export type XrefEntry =
  /** `unknown`: of a type that the standard does not name, the null object (7.5.8.3, table 18). */
  | { readonly kind: 'free'; readonly unknown?: true }
  | { readonly kind: 'offset'; readonly offset: number; readonly gen: number }
  | { readonly kind: 'compressed'; readonly stream: number; readonly index: number };

export type NumberedEntry = readonly [num: number, entry: XrefEntry];

/** Object numbers from `first` on. */
export interface NumberRange {
  readonly first: number;
  readonly count: number;
}

export interface XrefSection {
  readonly kind: 'table' | 'stream';
  /** Where the section stands: offset of `xref`, or of the stream's object header. */
  readonly offset: number;
  /** Offset just after the trailer dictionary, or after the stream's data. */
  readonly end: number;
  readonly trailer: PdfDict;
  /** The highest object number the section names; -1 for an empty one. */
  readonly highest: number;
  /** The object numbers it speaks of. */
  readonly ranges: readonly NumberRange[];
  /** Whether entries are read from the file when they are asked for: then the section keeps the file. */
  readonly keepsFile: boolean;
  /** Whether the section speaks of the object, without a look into the file. */
  has(num: number): boolean;
  /** The entry, or undefined where the section does not speak of the object. */
  lookup(num: number): Promise<XrefEntry | undefined>;
  /** The same where no reading is needed for it, at once; else null. */
  peek(num: number): XrefEntry | undefined | null;
  /** All entries as written, also a number's second one, which `lookup` does not see. */
  entries(): AsyncIterable<NumberedEntry>;
  /** The same where no reading is needed for them; else null. */
  keptEntries(): Iterable<NumberedEntry> | null;
}
