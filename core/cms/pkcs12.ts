// Reads PKCS#12 files (RFC 7292) protected by a passphrase: keys and certificates, unsorted.
import { readAlgorithm } from './algorithms.ts';
import { type BerElement, contextTag, cursorOver, membersOf, readWholeBer, TAG } from './ber.ts';
import { octetsOf, oidOf, smallIntegerOf } from './ber-values.ts';
import { OID } from './oids.ts';
import { P12Error, p12Error } from './p12-error.ts';
import { decryptPbes2 } from './pbes2.ts';
import { formsOf, type Passphrase } from './pkcs12-kdf.ts';
import { macFits } from './pkcs12-mac.ts';
import { decryptPkcs12Pbe, isPkcs12Pbe } from './pkcs12-pbe.ts';

/** RFC 5652 8 and RFC 7292 appendix D. */
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERT_BAG = '1.2.840.113549.1.12.10.1.3';
const SAFE_CONTENTS_BAG = '1.2.840.113549.1.12.10.1.6';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const VERSION = 3;
const MAX_NESTING = 4;
/** Encrypted parts: a file of one signer has two or three, and each costs a derivation of its own. */
const MAX_ENCRYPTED = 32;

export interface Pkcs12Content {
  /** DER of PrivateKeyInfo (RFC 5958), for the caller to wipe. */
  readonly privateKeys: readonly Uint8Array[];
  /** DER, in the file's order. */
  readonly certificates: readonly Uint8Array[];
}

/**
 * @param passphrase UTF-8; not wiped here
 * @throws {P12Error} P12_PASSPHRASE_INCORRECT, P12_MALFORMED, CMS_ALGORITHM_UNSUPPORTED
 */
export function readPkcs12(file: Uint8Array, passphrase: Uint8Array): Pkcs12Content {
  const forms = formsOf(passphrase);
  try {
    const [standard, other] = forms;
    const content = standard === undefined ? null : readAs(file, standard);
    const found = content ?? (other === undefined ? null : readAs(file, other));
    if (found === null) throw wrongPassphrase();
    return found;
  } finally {
    for (const { bmp } of forms) bmp.fill(0);
  }
}

/** Null where the passphrase does not fit in this form. */
function readAs(file: Uint8Array, passphrase: Passphrase): Pkcs12Content | null {
  const found: Found = { privateKeys: [], certificates: [], encrypted: 0 };
  try {
    readPfx(file, passphrase, found);
    return found;
  } catch (thrown) {
    for (const key of found.privateKeys) key.fill(0);
    if (thrown instanceof P12Error && thrown.code === 'P12_PASSPHRASE_INCORRECT') return null;
    throw p12Error(thrown);
  }
}

interface Found {
  readonly privateKeys: Uint8Array[];
  readonly certificates: Uint8Array[];
  /** Encrypted parts met. */
  encrypted: number;
}

function readPfx(file: Uint8Array, passphrase: Passphrase, found: Found): void {
  const pfx = cursorOver(readWholeBer(file), TAG.SEQUENCE);
  if (smallIntegerOf(pfx.next(TAG.INTEGER)) !== VERSION) throw new P12Error('P12_MALFORMED');
  const authSafe = contentInfo(pfx.next());
  // The other kind, protected by a signature in place of a passphrase, nobody uses for own keys.
  if (authSafe.type !== OID.data) throw new P12Error('P12_MALFORMED');
  const content = octetsOf(authSafe.content);
  if (!pfx.atEnd && !macFits(pfx.next(), content, passphrase)) throw wrongPassphrase();

  for (const member of membersOf(readWholeBer(content), TAG.SEQUENCE)) {
    const { type, content: safe } = contentInfo(member);
    if (type === OID.data) readSafeContents(octetsOf(safe), passphrase, found, 0);
    else if (type === ENCRYPTED_DATA) {
      const plain = decryptSafe(safe, passphrase, found);
      try {
        readSafeContents(plain, passphrase, found, 0);
      } finally {
        plain.fill(0);
      }
    } else throw new P12Error('CMS_ALGORITHM_UNSUPPORTED', { algorithm: type });
  }
}

function contentInfo(element: BerElement): { type: string; content: BerElement } {
  const cursor = cursorOver(element, TAG.SEQUENCE);
  const type = oidOf(cursor.next(TAG.OID));
  return { type, content: cursorOver(cursor.next(), contextTag(0)).next() };
}

/** EncryptedData (RFC 5652 8). */
function decryptSafe(encryptedData: BerElement, passphrase: Passphrase, found: Found): Buffer {
  const cursor = cursorOver(encryptedData, TAG.SEQUENCE);
  cursor.next(TAG.INTEGER);
  const info = cursorOver(cursor.next(), TAG.SEQUENCE);
  info.next(TAG.OID);
  const algorithm = info.next(TAG.SEQUENCE);
  return decrypted(algorithm, implicitOctets(info.next()), passphrase, found);
}

function decrypted(
  element: BerElement,
  octets: Uint8Array,
  passphrase: Passphrase,
  found: Found,
): Buffer {
  found.encrypted += 1;
  if (found.encrypted > MAX_ENCRYPTED) throw new P12Error('P12_MALFORMED');
  const algorithm = readAlgorithm(element);
  const plain = isPkcs12Pbe(algorithm.oid)
    ? decryptPkcs12Pbe(algorithm, octets, passphrase)
    : decryptPbes2(algorithm, octets, passphrase.utf8);
  if (plain === null) throw wrongPassphrase();
  return plain;
}

/** `[0] IMPLICIT OCTET STRING`, whole or, as BER allows, in pieces. */
function implicitOctets(element: BerElement): Uint8Array {
  const pieces = element.tag === contextTag(0);
  return octetsOf({ ...element, tag: pieces ? TAG.OCTET_STRING | 0x20 : TAG.OCTET_STRING });
}

/** SafeContents: RFC 7292 4.2. Bags of other kinds (CRLs, secrets) are passed over. */
function readSafeContents(
  safe: Uint8Array,
  passphrase: Passphrase,
  found: Found,
  depth: number,
): void {
  if (depth > MAX_NESTING) throw new P12Error('P12_MALFORMED');
  for (const bag of membersOf(readWholeBer(safe), TAG.SEQUENCE)) {
    const { type, content } = contentInfo(bag);
    switch (type) {
      case KEY_BAG:
        found.privateKeys.push(new Uint8Array(content.bytes));
        break;
      case SHROUDED_KEY_BAG: {
        const cursor = cursorOver(content, TAG.SEQUENCE);
        const algorithm = cursor.next(TAG.SEQUENCE);
        found.privateKeys.push(decrypted(algorithm, octetsOf(cursor.next()), passphrase, found));
        break;
      }
      case CERT_BAG: {
        const { type: kind, content: certificate } = contentInfo(content);
        if (kind === X509_CERTIFICATE) {
          found.certificates.push(new Uint8Array(octetsOf(certificate)));
        }
        break;
      }
      case SAFE_CONTENTS_BAG:
        readSafeContents(content.bytes, passphrase, found, depth + 1);
        break;
      default:
    }
  }
}

function wrongPassphrase(): P12Error {
  return new P12Error('P12_PASSPHRASE_INCORRECT');
}
