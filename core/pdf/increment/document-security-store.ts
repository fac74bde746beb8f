// The document security store: what proves a signature long after its certificate has expired
// (ISO 32000-2 12.8.4.3; ETSI EN 319 142-1 5.4.2). What is there already is extended, never doubled.
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { isArray, PdfDict, PdfName, PdfRef, PdfStream } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { PdfReader } from '../reader.ts';
import { pdfDate } from '../text-string.ts';
import type { Increment } from './increment.ts';

/** DER values; each once, whoever names them. */
export interface ValidationData {
  readonly certificates: readonly Uint8Array[];
  readonly ocspResponses: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
}

/** What one signature needs. */
export interface SignatureValidationData extends ValidationData {
  /** /Contents as the file has it, zero padding included. */
  readonly contents: Uint8Array;
}

const KINDS = [
  ['certificates', 'Certs', 'Cert'],
  ['ocspResponses', 'OCSPs', 'OCSP'],
  ['crls', 'CRLs', 'CRL'],
] as const;

/** More streams than this in a store are somebody's trap, not proof. */
const MAX_STREAMS = 10_000;

/**
 * Adds to the store, or makes it. Returns whether anything was missing.
 * @param time goes into /TU of each signature's entry
 * @throws {PdfError} PDF_LIMIT_EXCEEDED, PDF_OBJECT_BROKEN
 */
export async function extendSecurityStore(
  reader: PdfReader,
  increment: Increment,
  signatures: readonly SignatureValidationData[],
  time: Date,
): Promise<boolean> {
  const { ref: root, dict: catalog } = await increment.catalog();
  const entry = catalog.get('DSS');
  const old = (await reader.resolveDict(entry)) ?? new PdfDict([['Type', new PdfName('DSS')]]);
  let store = old;
  const vri = new Map((await reader.resolveDict(old.get('VRI')))?.entries ?? []);
  const perSignature = signatures.map(() => new PdfDict([['Type', new PdfName('VRI')]]));
  for (const [kind, list, own] of KINDS) {
    const shelf = await Shelf.of(reader, increment, old, list);
    signatures.forEach((signature, index) => {
      const refs = signature[kind].map((der) => shelf.refOf(der));
      const dict = perSignature[index];
      if (dict !== undefined && refs.length > 0) perSignature[index] = dict.with({ [own]: refs });
    });
    if (shelf.grew) store = store.with({ [list]: shelf.refs });
  }
  let changed = store !== old;
  signatures.forEach(({ contents }, index) => {
    const key = vriKey(contents);
    const dict = perSignature[index];
    if (dict === undefined || (vri.has(key) && !changed)) return;
    vri.set(key, increment.add(dict.with({ TU: pdfDate(time) })));
    changed = true;
  });
  if (!changed) return false;
  const next = store.with({ VRI: new PdfDict(vri) });
  if (entry instanceof PdfRef) increment.set(entry, next);
  else increment.set(root, catalog.with({ DSS: increment.add(next) }));
  return true;
}

/** Upper-case hexadecimal SHA-1 of the whole /Contents string (12.8.4.4). A name, not a protection. */
export function vriKey(contents: Uint8Array): string {
  return createHash('sha1').update(contents).digest('hex').toUpperCase();
}

/** One of the store's arrays, with what its streams hold. */
class Shelf {
  readonly refs: PdfRef[];
  grew = false;
  readonly #increment: Increment;
  readonly #known: Map<string, PdfRef>;

  private constructor(increment: Increment, refs: PdfRef[], known: Map<string, PdfRef>) {
    this.#increment = increment;
    this.refs = refs;
    this.#known = known;
  }

  static async of(
    reader: PdfReader,
    increment: Increment,
    store: PdfDict,
    list: string,
  ): Promise<Shelf> {
    const array = await reader.resolve(store.get(list));
    const refs = (isArray(array) ? array : []).filter((item) => item instanceof PdfRef);
    if (refs.length > MAX_STREAMS) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'DSS' });
    const known = new Map<string, PdfRef>();
    for (const ref of refs) {
      const stream = await reader.resolve(ref);
      if (stream instanceof PdfStream) known.set(keyOf(await reader.decodedData(stream)), ref);
    }
    return new Shelf(increment, refs, known);
  }

  refOf(der: Uint8Array): PdfRef {
    const key = keyOf(der);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const dict = new PdfDict([['Filter', new PdfName('FlateDecode')]]);
    const ref = this.#increment.add(new PdfStream(dict, deflateSync(der)));
    this.#known.set(key, ref);
    this.refs.push(ref);
    this.grew = true;
    return ref;
  }
}

function keyOf(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}
