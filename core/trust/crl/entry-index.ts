// Where the entries of a CRL stand, by their serial numbers (RFC 5280 5.3): the octets are run over once, however
// many certificates are asked about.
import { readWholeBer, TAG } from '../../cms/ber.ts';
import { hex } from '../../cms/ber-values.ts';
import { CmsError } from '../../cms/cms-error.ts';
import { directoryName, readGeneralNames } from './distribution-point.ts';

/** Issuers that the entries of an indirect CRL name; each is a name to be read. */
const MAX_ISSUERS = 10_000;
/** An entry with an empty serial number and an empty date takes this many octets. */
const LEAST_OCTETS = 6;
/** An offset, of less than `MAX_CRL_BYTES`, below what tells serial numbers apart: exact together in a number. */
const OFFSETS = 2 ** 26;
const HASHES = 2 ** 27;
/** Entries of one hash: of millions hardly two have the same, unless they were made to. */
const MAX_ALIKE = 1024;

/** Last octets of 2.5.29.x: reason code, hold instruction (obsolete, harmless), invalidity date, certificate issuer. */
const KNOWN: ReadonlySet<number> = new Set([21, 23, 24, 29]);
const CERTIFICATE_ISSUER = 29;

/** Steps from header to header without making objects. */
class Stepper {
  readonly #bytes: Uint8Array;
  start = 0;
  end = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Reads the header at `at`, of this tag where one is given; what it heads must end by `limit`. */
  enter(at: number, limit: number, tag?: number): void {
    const bytes = this.#bytes;
    const first = bytes[at + 1] ?? 0x80;
    if (tag !== undefined && bytes[at] !== tag) throw new CmsError('CMS_MALFORMED');
    this.start = at + 2;
    let length = first;
    if (first >= 0x80) {
      const octets = first & 0x7f;
      if (octets === 0 || octets > 4) throw new CmsError('CMS_MALFORMED');
      length = 0;
      for (let i = 0; i < octets; i++) length = length * 256 + (bytes[this.start + i] ?? 0);
      this.start += octets;
    }
    this.end = this.start + length;
    if (this.end > limit) throw new CmsError('CMS_MALFORMED');
  }
}

export class EntryIndex {
  readonly #entries: Uint8Array;
  readonly #step: Stepper;
  /** Hash and offset of each entry, ascending. */
  readonly #places: Float64Array;
  /** 5.3.3: in an indirect CRL, an entry is about the same issuer as the one before unless it says another. */
  readonly #issuers: { readonly from: number; readonly key: string }[];
  /** 5.3: a list with an entry that cannot be understood must not be used at all. */
  hasUnknownCritical = false;

  /** Throws CMS_MALFORMED where the entries are not what they should be. */
  constructor(entries: Uint8Array, issuerKey: string) {
    this.#entries = entries;
    this.#step = new Stepper(entries);
    this.#issuers = [{ from: 0, key: directoryName(issuerKey).key }];
    const places = new Float64Array(Math.ceil(entries.length / LEAST_OCTETS));
    const step = this.#step;
    let count = 0;
    for (let at = 0; at < entries.length;) {
      step.enter(at, entries.length, TAG.SEQUENCE);
      const { start, end } = step;
      step.enter(start, end, TAG.INTEGER);
      places[count++] = hashOf(entries, step.start, step.end) * OFFSETS + at;
      step.enter(step.end, end);
      if (step.end < end) this.#readExtensions(at, step.end, end);
      at = end;
    }
    this.#places = places.subarray(0, count).sort();
    this.#places.forEach((place, i) => {
      const other = this.#places[i + MAX_ALIKE] ?? Infinity;
      const alike = Math.floor(other / OFFSETS) === Math.floor(place / OFFSETS);
      if (alike) throw new CmsError('CMS_MALFORMED');
    });
  }

  /** The octets of the first entry about this certificate; null without one. */
  find(serial: Uint8Array, issuerKey: string): Uint8Array | null {
    const wanted = directoryName(issuerKey).key;
    const hash = hashOf(serial, 0, serial.length);
    const places = this.#places;
    for (let i = this.#firstFrom(hash * OFFSETS); i < places.length; i++) {
      const at = (places[i] ?? 0) - hash * OFFSETS;
      if (at >= OFFSETS) return null;
      if (!this.#isAbout(at, serial) || this.#issuerAt(at) !== wanted) continue;
      this.#step.enter(at, this.#entries.length);
      return this.#entries.subarray(at, this.#step.end);
    }
    return null;
  }

  #isAbout(at: number, serial: Uint8Array): boolean {
    this.#step.enter(at, this.#entries.length);
    this.#step.enter(this.#step.start, this.#step.end);
    const { start, end } = this.#step;
    if (end - start !== serial.length) return false;
    return serial.every((octet, i) => this.#entries[start + i] === octet);
  }

  /** Index of the first place that is not less. */
  #firstFrom(place: number): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #issuerAt(at: number): string {
    let [low, high] = [0, this.#issuers.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#issuers[middle]?.from ?? 0) <= at) low = middle;
      else high = middle;
    }
    return this.#issuers[low]?.key ?? '';
  }

  #readExtensions(entry: number, from: number, to: number): void {
    const [entries, step] = [this.#entries, this.#step];
    step.enter(from, to, TAG.SEQUENCE);
    if (step.end !== to) throw new CmsError('CMS_MALFORMED');
    for (let at = step.start; at < to;) {
      step.enter(at, to, TAG.SEQUENCE);
      const { start, end } = step;
      step.enter(start, end, TAG.OID);
      const id = step.start;
      const isOfX509 = step.end - id === 3 && entries[id] === 0x55 && entries[id + 1] === 0x1d;
      const which = isOfX509 ? (entries[id + 2] ?? 0) : 0;
      const isCritical = entries[step.end] === TAG.BOOLEAN && this.#enterFlag(end);
      step.enter(step.end, end, TAG.OCTET_STRING);
      if (step.end !== end) throw new CmsError('CMS_MALFORMED');
      if (isCritical && !KNOWN.has(which)) this.hasUnknownCritical = true;
      if (which === CERTIFICATE_ISSUER) this.#readIssuer(entry, entries.subarray(step.start, end));
      at = end;
    }
  }

  #enterFlag(limit: number): boolean {
    this.#step.enter(this.#step.end, limit);
    const { start, end } = this.#step;
    if (end - start !== 1) throw new CmsError('CMS_MALFORMED');
    return this.#entries[start] !== 0;
  }

  #readIssuer(from: number, value: Uint8Array): void {
    if (this.#issuers.length > MAX_ISSUERS) throw new CmsError('CMS_MALFORMED');
    const names = readGeneralNames(readWholeBer(value));
    const key = names.find((name) => name.key.startsWith('dir:'))?.key ?? hex(value);
    this.#issuers.push({ from, key });
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return (hash >>> 0) % HASHES;
}
