// What can be wrong with the bytes that an incremental update appended (ISO 32000-2 7.5.6).

/** What is wrong with the bytes of a revision. */
export type StructureFault =
  /** More sections than one make the revision, or it has no end. */
  | 'sections'
  /** Bytes that are neither object nor section. */
  | 'unknown-bytes'
  /** A cross-reference section that the file's chain of sections does not know. */
  | 'second-xref'
  /** An object that the section does not list. */
  | 'unlisted-object'
  /** A listed object that does not stand where the section says. */
  | 'misplaced-object'
  /** A number listed twice, or in a way that readers understand differently. */
  | 'ambiguous-entry'
  /** A /Size that leaves out objects of earlier revisions. */
  | 'size'
  /** The end is not `startxref`, the section's offset, `%%EOF`. */
  | 'startxref'
  /** Later sections lead to another section of the signed revision than its own end does. */
  | 'bypassed-section'
  /** Comments or strings that could be taken for syntax. */
  | 'comment'
  /** A section, an object's beginning or an end in a form that readers understand differently. */
  | 'odd-syntax'
  /** What looks like an object within the bytes of another. */
  | 'buried-object'
  /** A reference to an object that no section speaks of: some readers then look for it in all the bytes. */
  | 'dangling-reference'
  /** A dictionary with a key written twice. */
  | 'repeated-key'
  /** An update after the last revision that the file's end cuts off. */
  | 'cut-off'
  /** Something other than white space after the last revision. */
  | 'appended-bytes'
  /** The same, and it could be read as objects or sections. */
  | 'appended-objects';
