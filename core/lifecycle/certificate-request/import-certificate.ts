// Brings an issued certificate back to the token that holds its key (Pasal 14(1)): matched by the public key,
// stored under the key's CKA_ID, so that every program finds the two together.
import { cursorOver, contextTag, readWholeBer, TAG } from '../../cms/ber.ts';
import { equalBytes } from '../../cms/ber-values.ts';
import { type Certificate, readCertificate } from '../../cms/certificate.ts';
import { isIssuedBy } from '../../trust/signed-by.ts';
import { PenaError } from '../../domain/pena-error.ts';
import type { StoredCertificate, StoredKey, TokenKeys } from '../../ports/token-keys.ts';

export interface ImportOptions {
  /** Store the issuers among the given certificates as well. */
  readonly chain: boolean;
  /** Take away the certificate that the key had before. */
  readonly replace: boolean;
}

export interface Imported {
  readonly certificate: Certificate;
  readonly keyId: string;
  /** False: it was there already. */
  readonly stored: boolean;
  /** How many issuers were stored beside it, and how many earlier certificates were taken away. */
  readonly chain: number;
  readonly replaced: number;
}

/**
 * @param given DER; one of them is the certificate of a key on the token
 * @throws {PenaError} CERT_MALFORMED, CERT_EXPIRED; CERT_KEY_MISSING where no key on the token is its own;
 *   CERT_AMBIGUOUS where several are; TOKEN_KEY_HAS_CERTIFICATE; TOKEN_*
 */
export async function importCertificate(
  given: readonly Uint8Array[],
  keys: TokenKeys,
  options: ImportOptions,
  now: Date,
): Promise<Imported> {
  const certificates = given.map(readCertificate);
  const { certificate, key } = pairOf(certificates, await keys.list());
  if (certificate.notAfter < now) {
    const { commonName: name, notAfter } = certificate;
    throw new PenaError('CERT_EXPIRED', { name, notAfter: notAfter.toISOString() });
  }
  const others = key.certificates.filter((one) => !equalBytes(one, certificate.der));
  if (others.length > 0 && !options.replace) throw new PenaError('TOKEN_KEY_HAS_CERTIFICATE');
  const there = others.length < key.certificates.length;
  if (!there) await keys.putCertificate(key.id, certificate.commonName, partsOf(certificate));
  // Only now: a token that takes no new one keeps its old one.
  for (const old of others) await keys.removeCertificate(key.id, old);
  const issuers = options.chain ? issuersAmong(certificate, certificates) : [];
  for (const issuer of issuers) {
    const id = issuer.extensions.subjectKeyId ?? issuer.sha256.slice(0, 40);
    await keys.putCertificate(id, issuer.commonName, partsOf(issuer));
  }
  return {
    ...{ certificate, keyId: key.id, stored: !there },
    ...{ chain: issuers.length, replaced: others.length },
  };
}

function pairOf(
  certificates: readonly Certificate[],
  keys: readonly StoredKey[],
): { certificate: Certificate; key: StoredKey } {
  const pairs = certificates.flatMap((certificate) =>
    keys.flatMap((key) =>
      key.spki !== null && equalBytes(key.spki, certificate.spki) ? [{ certificate, key }] : [],
    ),
  );
  const [pair] = pairs;
  if (pair === undefined) throw new PenaError('CERT_KEY_MISSING');
  if (pairs.length > 1) throw new PenaError('CERT_AMBIGUOUS');
  return pair;
}

/** The issuer, its issuer and so on, as far as the given ones reach. */
function issuersAmong(leaf: Certificate, all: readonly Certificate[]): Certificate[] {
  const chain: Certificate[] = [];
  for (let subject = leaf; ;) {
    const issuer = all.find(
      (one) => one !== leaf && !chain.includes(one) && isIssuedBy(subject, one),
    );
    if (issuer === undefined) return chain;
    chain.push(issuer);
    subject = issuer;
  }
}

/** The DER of a certificate's names and number as they stand in it. */
function partsOf({ der, tbs }: Certificate): StoredCertificate {
  const cursor = cursorOver(readWholeBer(tbs), TAG.SEQUENCE);
  cursor.optional(contextTag(0));
  const serial = cursor.next(TAG.INTEGER).bytes;
  cursor.next(); // signature
  const issuer = cursor.next(TAG.SEQUENCE).bytes;
  cursor.next(); // validity
  return { certificate: der, subject: cursor.next(TAG.SEQUENCE).bytes, issuer, serial };
}
