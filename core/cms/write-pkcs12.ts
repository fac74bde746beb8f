// Writes a PKCS#12 file (RFC 7292) of one key with its certificate and chain: the key under PBES2 with AES-256, the
// certificates open, all of it under a MAC. Only practice mode writes such files: real keys never leave their token.
import { createHmac, type KeyObject } from 'node:crypto';
import { der, DER_NULL, derOctetString, derOid, derSequence, derSetOf } from './der-writer.ts';
import { OID } from './oids.ts';
import { deriveKey, formsOf, PURPOSE } from './pkcs12-kdf.ts';

const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERT_BAG = '1.2.840.113549.1.12.10.1.3';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const ITERATIONS = 2048;
const KEY_ID = Uint8Array.of(1);

/** @param passphrase UTF-8. @param salt 8 octets or more */
export function writePkcs12(
  key: KeyObject,
  certificates: readonly Uint8Array[],
  passphrase: Uint8Array,
  salt: Uint8Array,
): Uint8Array {
  const shrouded = key.export({
    ...{ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc' },
    passphrase: Buffer.from(passphrase),
  });
  const identified = derSetOf(derSequence(derOid(LOCAL_KEY_ID), derSetOf(derOctetString(KEY_ID))));
  const keyBag = derSequence(derOid(SHROUDED_KEY_BAG), der(0xa0, shrouded), identified);
  const certBags = certificates.map((one, i) =>
    derSequence(
      derOid(CERT_BAG),
      der(0xa0, derSequence(derOid(X509_CERTIFICATE), der(0xa0, derOctetString(one)))),
      ...(i === 0 ? [identified] : []),
    ),
  );
  const safe = derSequence(dataOf(derSequence(...certBags)), dataOf(derSequence(keyBag)));
  return derSequence(der(0x02, Uint8Array.of(3)), dataOf(safe), macOf(safe, passphrase, salt));
}

function dataOf(content: Uint8Array): Uint8Array {
  return derSequence(derOid(OID.data), der(0xa0, derOctetString(content)));
}

function macOf(content: Uint8Array, passphrase: Uint8Array, salt: Uint8Array): Uint8Array {
  const [form] = formsOf(passphrase);
  if (form === undefined) throw new Error('a passphrase has a form');
  const order = { hash: 'sha256', salt, iterations: ITERATIONS };
  const key = deriveKey(order, form, PURPOSE.mac, 32);
  const value = createHmac('sha256', key).update(content).digest();
  key.fill(0);
  form.bmp.fill(0);
  return derSequence(
    derSequence(derSequence(derOid(OID.sha256), DER_NULL), derOctetString(value)),
    derOctetString(salt),
    der(0x02, Uint8Array.of(ITERATIONS >> 8, ITERATIONS & 0xff)),
  );
}
