// An encrypted file's key in use: strings and streams decrypted as they are read, and encrypted as they
// are written (ISO 32000-2 7.6.3, algorithms 1 and 1.A).
import { createHash } from 'node:crypto';
import { isArray, nameOf, PdfDict, type PdfObject, type PdfRef, PdfStream } from '../objects.ts';
import { PdfString } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import { aesDecrypt, aesEncrypt } from './aes.ts';
import { mapStrings } from './map-strings.ts';
import type { Method, Parameters } from './parameters.ts';
import type { AccessPermissions } from './access-permissions.ts';
import { rc4 } from './rc4.ts';

/** Work for a string or stream beside its bytes, as parsed bytes: keys and ciphers are made for each. */
const WORK = 256;
/** AES is quicker than parsing; RC4, by hand, is not. */
const AES_PER_PARSED = 4;

export interface Unlocked {
  readonly parameters: Parameters;
  /** Null where only what nobody has asked for yet is encrypted: attachments. */
  readonly key: Uint8Array | null;
  readonly permissions: AccessPermissions;
}

export class Encryption {
  readonly permissions: AccessPermissions;
  readonly #parameters: Parameters;
  readonly #key: Uint8Array | null;
  readonly #spend: (bytes: number) => void;

  /** @param spend counts work */
  constructor({ parameters, key, permissions }: Unlocked, spend: (bytes: number) => void) {
    this.permissions = permissions;
    this.#parameters = parameters;
    this.#key = key;
    this.#spend = spend;
  }

  /** An object as read, with its strings decrypted; a stream's data are marked to be decrypted later. */
  open(object: PdfObject, ref: PdfRef): PdfObject {
    if (object instanceof PdfStream && isXrefStream(object.dict)) return object;
    const opened = mapStrings(object, (string) => {
      const bytes = this.#decrypt(this.#parameters.strings, ref, string.bytes);
      return new PdfString(bytes, string.hex, string.span);
    });
    if (!(opened instanceof PdfStream) || opened.data instanceof Uint8Array) return opened;
    return new PdfStream(opened.dict, { offset: opened.data.offset, sealed: ref });
  }

  /**
   * @param dict with /Type, /Filter and /DecodeParms direct
   * @throws {PdfError} PDF_ENCRYPTION_UNSUPPORTED, PDF_PASSWORD_NEEDED
   */
  openData(dict: PdfDict, ref: PdfRef, data: Uint8Array): Uint8Array {
    return this.#decrypt(this.#methodOf(dict), ref, data);
  }

  /** An object to be written as `ref`, encrypted. Its stream's data are in memory. */
  seal(object: PdfObject, ref: PdfRef): PdfObject {
    const sealed = mapStrings(object, (string) => {
      const bytes = this.#encrypt(this.#parameters.strings, ref, string.bytes);
      return new PdfString(bytes, string.hex);
    });
    if (!(sealed instanceof PdfStream && sealed.data instanceof Uint8Array)) return sealed;
    const method = this.#methodOf(sealed.dict);
    return new PdfStream(sealed.dict, this.#encrypt(method, ref, sealed.data));
  }

  #decrypt(method: Method, ref: PdfRef, data: Uint8Array): Uint8Array {
    if (method === 'identity') return data;
    this.#spend(WORK + data.length / (method === 'rc4' ? 1 : AES_PER_PARSED));
    const key = this.#keyFor(method, ref);
    return method === 'rc4' ? rc4(key, data) : aesDecrypt(key, data);
  }

  #encrypt(method: Method, ref: PdfRef, data: Uint8Array): Uint8Array {
    if (method === 'identity') return data;
    const key = this.#keyFor(method, ref);
    return method === 'rc4' ? rc4(key, data) : aesEncrypt(key, data);
  }

  /** How a stream's data are encrypted (7.6.6). */
  #methodOf(dict: PdfDict): Method {
    const parameters = this.#parameters;
    const own = cryptFilter(dict);
    if (own !== null) return parameters.filter(own);
    const type = nameOf(dict.get('Type'));
    if (type === 'Metadata' && !parameters.encryptMetadata) return 'identity';
    return type === 'EmbeddedFile' ? parameters.embeddedFiles : parameters.streams;
  }

  #keyFor(method: Method, { num, gen }: PdfRef): Uint8Array {
    const key = this.#key;
    if (key === null) throw new PdfError('PDF_PASSWORD_NEEDED');
    if (method === 'aes256') return key;
    const object = Buffer.alloc(5);
    object.writeUIntLE(num, 0, 3);
    object.writeUIntLE(gen & 0xffff, 3, 2);
    const hash = createHash('md5').update(key).update(object);
    if (method === 'aes128') hash.update('sAlT', 'latin1');
    return hash.digest().subarray(0, Math.min(key.length + 5, 16));
  }
}

/** Cross-reference streams are never encrypted (7.5.8.2), nor what their dictionary holds: it is a trailer. */
function isXrefStream(dict: PdfDict): boolean {
  return nameOf(dict.get('Type')) === 'XRef';
}

/** The crypt filter that a stream names for itself, the first of its filters (7.4.10); null: none. */
function cryptFilter(dict: PdfDict): string | null {
  const filter = dict.get('Filter');
  const parms = dict.get('DecodeParms');
  if (nameOf(isArray(filter) ? filter[0] : filter) !== 'Crypt') return null;
  const own = isArray(parms) ? parms[0] : parms;
  return (own instanceof PdfDict ? nameOf(own.get('Name')) : undefined) ?? 'Identity';
}
