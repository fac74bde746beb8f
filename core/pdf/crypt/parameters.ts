// The encryption dictionary (ISO 32000-2 7.6.2, tables 20, 21 and 25; ISO 32000-1 for what PDF 2.0 gave
// up), checked so far that nothing after it need doubt its entries.
import { integerOf, isArray, nameOf, PdfDict, type PdfObject, PdfString } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';

/** How a string or stream is encrypted. `identity`: not at all. */
export type Method = 'identity' | 'rc4' | 'aes128' | 'aes256';

interface Common {
  /** /P as a signed 32-bit integer. */
  readonly permissions: number;
  readonly encryptMetadata: boolean;
  readonly strings: Method;
  readonly streams: Method;
  readonly embeddedFiles: Method;
  /** Those of all crypt filters; undefined: one not known here. */
  readonly methods: ReadonlySet<Method | undefined>;
  /** Crypt filters by name, for streams that name their own. Throws PDF_ENCRYPTION_UNSUPPORTED. */
  filter(name: string): Method;
}

/** Revisions 2 to 4: RC4, AES-128. */
export interface Md5Parameters extends Common {
  readonly kind: 'md5';
  readonly revision: number;
  readonly keyBytes: number;
  readonly owner: Uint8Array;
  readonly user: Uint8Array;
  /** The first element of /ID; empty where there is none. */
  readonly id: Uint8Array;
}

/** Revisions 5 and 6: AES-256. */
export interface Sha2Parameters extends Common {
  readonly kind: 'sha2';
  readonly revision: number;
  readonly owner: Uint8Array;
  readonly user: Uint8Array;
  readonly ownerKey: Uint8Array;
  readonly userKey: Uint8Array;
  readonly perms: Uint8Array;
}

export type Parameters = Md5Parameters | Sha2Parameters;

type Resolve = (object: PdfObject | undefined) => Promise<PdfObject>;

/** Revisions of the standard security handler that each algorithm version goes with. */
const REVISIONS: Readonly<Record<number, readonly number[]>> = {
  1: [2, 3],
  2: [2, 3],
  4: [4],
  5: [5, 6],
};

/** The crypt filter methods of versions 4 and 5. */
const METHODS: ReadonlyMap<string, Method> = new Map([
  ['4 V2', 'rc4'],
  ['4 AESV2', 'aes128'],
  ['5 AESV3', 'aes256'],
]);

/**
 * @param encrypt /Encrypt and @param ids /ID of the trailer
 * @throws {PdfError} PDF_ENCRYPTION_UNSUPPORTED, PDF_OBJECT_BROKEN and what `resolve` throws
 */
export async function readParameters(
  encrypt: PdfObject | undefined,
  ids: PdfObject | undefined,
  resolve: Resolve,
): Promise<Parameters> {
  const dict = await dictOf(encrypt, resolve);
  const handler = nameOf(dict.get('Filter')) ?? '';
  if (handler !== 'Standard') throw unsupported(handler);
  const version = integerOf(dict.get('V')) ?? 0;
  const revision = integerOf(dict.get('R')) ?? 0;
  if (REVISIONS[version]?.includes(revision) !== true) {
    throw unsupported(`V ${String(version)}, R ${String(revision)}`);
  }
  const common = await commonEntries(dict, version, resolve);
  if (version === 5) {
    return {
      ...common,
      ...{ kind: 'sha2', revision },
      owner: bytesOf(dict, 'O', 48),
      user: bytesOf(dict, 'U', 48),
      ownerKey: bytesOf(dict, 'OE', 32),
      userKey: bytesOf(dict, 'UE', 32),
      perms: bytesOf(dict, 'Perms', 16),
    };
  }
  const id = await resolve(ids);
  const first = isArray(id) ? await resolve(id[0]) : null;
  return {
    ...common,
    ...{ kind: 'md5', revision },
    keyBytes: keyLength(dict, version, common),
    owner: bytesOf(dict, 'O', 32),
    user: bytesOf(dict, 'U', 32),
    id: first instanceof PdfString ? first.bytes : new Uint8Array(0),
  };
}

async function commonEntries(dict: PdfDict, version: number, resolve: Resolve): Promise<Common> {
  const permissions = dict.get('P');
  if (typeof permissions !== 'number') throw broken('P');
  const { filter, methods } = await cryptFilters(dict, version, resolve);
  const streams = filter(nameOf(dict.get('StmF')) ?? 'Identity');
  const embedded = nameOf(dict.get('EFF'));
  return {
    // Some write it as an unsigned number.
    permissions: permissions | 0,
    encryptMetadata: version < 4 || dict.get('EncryptMetadata') !== false,
    strings: filter(nameOf(dict.get('StrF')) ?? 'Identity'),
    streams,
    embeddedFiles: embedded === undefined ? streams : filter(embedded),
    filter,
    methods,
  };
}

async function cryptFilters(
  dict: PdfDict,
  version: number,
  resolve: Resolve,
): Promise<{ filter: Common['filter']; methods: ReadonlySet<Method | undefined> }> {
  if (version < 4) return { filter: () => 'rc4', methods: new Set(['rc4']) };
  const filters = new Map<string, Method | undefined>();
  const all = await resolve(dict.get('CF'));
  for (const [name, value] of all instanceof PdfDict ? all.entries : []) {
    const filter = await resolve(value);
    const method = filter instanceof PdfDict ? nameOf(await resolve(filter.get('CFM'))) : undefined;
    filters.set(name, METHODS.get(`${String(version)} ${method ?? ''}`));
  }
  const filter = (name: string): Method => {
    // The standard's own filter cannot be redefined (table 26).
    const method = name === 'Identity' ? 'identity' : filters.get(name);
    if (method === undefined) throw unsupported(name);
    return method;
  };
  return { filter, methods: new Set(filters.values()) };
}

/** In bytes. */
function keyLength(dict: PdfDict, version: number, { methods }: Common): number {
  if (version === 1 || dict.get('R') === 2) return 5;
  if (methods.has('aes128')) return 16;
  const length = dict.get('Length');
  if (length === undefined) return version === 4 ? 16 : 5;
  const number = integerOf(length) ?? 0;
  // In bits; some take it for bytes, as crypt filters have it.
  const bits = number < 40 ? number * 8 : number;
  if (bits < 40 || bits > 128 || bits % 8 !== 0) throw unsupported(`Length ${String(number)}`);
  return bits / 8;
}

/** A dictionary with its entries resolved. */
async function dictOf(object: PdfObject | undefined, resolve: Resolve): Promise<PdfDict> {
  const dict = await resolve(object);
  if (!(dict instanceof PdfDict)) throw broken('Encrypt');
  const entries: [string, PdfObject][] = [];
  for (const [key, value] of dict.entries) entries.push([key, await resolve(value)]);
  return new PdfDict(entries);
}

/** A string's first bytes: some writers fill up with zeros beyond. */
function bytesOf(dict: PdfDict, key: string, length: number): Uint8Array {
  const value = dict.get(key);
  if (!(value instanceof PdfString) || value.bytes.length < length) throw broken(key);
  return value.bytes.subarray(0, length);
}

function broken(detail: string): PdfError {
  return new PdfError('PDF_OBJECT_BROKEN', { detail });
}

function unsupported(method: string): PdfError {
  return new PdfError('PDF_ENCRYPTION_UNSUPPORTED', { method: method.slice(0, 40) });
}
