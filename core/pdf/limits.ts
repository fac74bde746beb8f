// Bounds on what a hostile file can make the reader do. Far above anything a real writer produces.

export const LIMITS = {
  /** Arrays and dictionaries within one another. */
  nesting: 200,
  /** Bytes of one object without its stream data. */
  objectBytes: 64 << 20,
  /** Bytes that the values of one object take in memory (see Parser): of millions of small ones, many times what they are written with. */
  objectWeight: 64 << 20,
  /** Bytes of a name as written (ISO 32000-1 annex C names 127). */
  nameBytes: 32_767,
  /** Cross-reference sections along /Prev. */
  sections: 20_000,
  /** Highest object number (ISO 32000-2 annex C.2 names 8,388,607). */
  objectNumber: 8_388_607,
  /** Bytes of a decoded stream, and of what each of its filters gives. */
  decodedStream: 96 << 20,
  /** Bytes of a stream as stored, where it is taken into memory whole. */
  storedStream: 256 << 20,
  /** Bytes of all cross-reference streams' rows together, which are kept (room for all objects there can be). */
  xrefRows: 96 << 20,
  /** Objects of one object stream. */
  streamObjects: 1_000_000,
  /** Signatures of one file: each costs a digest of what it covers. */
  signatures: 1000,
  /** Indirect references followed one after another before an object is met. */
  referenceChain: 32,
  /** Depth of the page tree and of the field tree. */
  treeDepth: 128,
  /** Form fields visited. */
  fields: 200_000,
  /** Characters of the full names of all fields visited: kids bear all of their parents' names. */
  fieldNames: 16 << 20,
  /** Bytes read for parsing: this many, and `parsedTimesSize` times the file's size. */
  parsedBytes: 256 << 20,
  parsedTimesSize: 8,
} as const;
