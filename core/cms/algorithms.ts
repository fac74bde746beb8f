// Algorithm identifiers of CMS and X.509 (RFC 3279, 4055, 5754, 5758, 8410) as what node:crypto computes.
import { type BerElement, contextTag, cursorOver, TAG } from './ber.ts';
import { oidOf, smallIntegerOf } from './ber-values.ts';
import { OID } from './oids.ts';

/** Hash functions by the names that node:crypto knows. */
export type HashName =
  | 'md5'
  | 'sha1'
  | 'sha224'
  | 'sha256'
  | 'sha384'
  | 'sha512'
  | 'sha3-256'
  | 'sha3-384'
  | 'sha3-512'
  | 'shake256';

export interface AlgorithmIdentifier {
  readonly oid: string;
  readonly parameters: BerElement | null;
}

/** How a signature value is to be verified. */
export type SignatureScheme =
  | { readonly kind: 'rsa' | 'ecdsa'; readonly hash: HashName }
  | { readonly kind: 'rsa-pss'; readonly hash: HashName; readonly saltLength: number }
  | { readonly kind: 'eddsa' };

const HASHES: Readonly<Record<string, HashName>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
  [OID.shake256]: 'shake256',
};

const SCHEMES: Readonly<Record<string, SignatureScheme>> = {
  '1.2.840.113549.1.1.4': { kind: 'rsa', hash: 'md5' },
  '1.2.840.113549.1.1.5': { kind: 'rsa', hash: 'sha1' },
  '1.2.840.113549.1.1.14': { kind: 'rsa', hash: 'sha224' },
  [OID.sha256WithRsa]: { kind: 'rsa', hash: 'sha256' },
  [OID.sha384WithRsa]: { kind: 'rsa', hash: 'sha384' },
  [OID.sha512WithRsa]: { kind: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.1': { kind: 'ecdsa', hash: 'sha1' },
  '1.2.840.10045.4.3.1': { kind: 'ecdsa', hash: 'sha224' },
  [OID.ecdsaWithSha256]: { kind: 'ecdsa', hash: 'sha256' },
  [OID.ecdsaWithSha384]: { kind: 'ecdsa', hash: 'sha384' },
  [OID.ecdsaWithSha512]: { kind: 'ecdsa', hash: 'sha512' },
  [OID.ed25519]: { kind: 'eddsa' },
  [OID.ed448]: { kind: 'eddsa' },
};

/** Throws CMS_MALFORMED. */
export function readAlgorithm(element: BerElement): AlgorithmIdentifier {
  const cursor = cursorOver(element, TAG.SEQUENCE);
  const oid = oidOf(cursor.next(TAG.OID));
  return { oid, parameters: cursor.atEnd ? null : cursor.next() };
}

/** Null for a hash function that is not known here. */
export function hashOf({ oid, parameters }: AlgorithmIdentifier): HashName | null {
  // With its length named, which is the same one (RFC 8419 2.3).
  if (oid === OID.shake256Len) {
    return parameters !== null && smallIntegerOf(parameters) === 512 ? 'shake256' : null;
  }
  return HASHES[oid] ?? null;
}

/**
 * The hash function of a SignerInfo's digestAlgorithm. Writers on Windows' old CryptoAPI, LibreOffice 5.3
 * among them, put the signature's algorithm (sha1WithRSAEncryption) there; it names its hash too.
 */
export function digestHashOf(algorithm: AlgorithmIdentifier): HashName | null {
  const scheme = SCHEMES[algorithm.oid];
  return hashOf(algorithm) ?? (scheme?.kind === 'rsa' ? scheme.hash : null);
}

/** The object identifier of a hash function. */
export function oidOfHash(hash: HashName): string {
  return Object.entries(HASHES).find(([, name]) => name === hash)?.[0] ?? '';
}

/**
 * The scheme of a signature value; null where it is not known here. A SignerInfo may name only the key's
 * algorithm (RFC 3370 3.2): then `digest`, its digestAlgorithm, says the hash function.
 */
export function schemeOf(
  algorithm: AlgorithmIdentifier,
  digest: AlgorithmIdentifier | null = null,
): SignatureScheme | null {
  if (algorithm.oid === OID.rsassaPss) return pssScheme(algorithm.parameters);
  const hash = digest === null ? null : digestHashOf(digest);
  if (hash !== null && algorithm.oid === OID.rsaEncryption) return { kind: 'rsa', hash };
  if (hash !== null && algorithm.oid === OID.ecPublicKey) return { kind: 'ecdsa', hash };
  return SCHEMES[algorithm.oid] ?? null;
}

/** RSASSA-PSS-params (RFC 4055 3.1); only with the same hash function in MGF1, as all signers do. */
function pssScheme(parameters: BerElement | null): SignatureScheme | null {
  if (parameters === null) return null;
  const cursor = cursorOver(parameters, TAG.SEQUENCE);
  const inside = (n: number): BerElement | null => {
    const tagged = cursor.optional(contextTag(n));
    return tagged === null ? null : cursorOver(tagged, contextTag(n)).next();
  };
  const hashElement = inside(0);
  const maskElement = inside(1);
  const saltElement = inside(2);
  const hash = hashElement === null ? 'sha1' : hashOf(readAlgorithm(hashElement));
  if (hash === null || maskHash(maskElement) !== hash) return null;
  return {
    kind: 'rsa-pss',
    hash,
    saltLength: saltElement === null ? 20 : smallIntegerOf(saltElement),
  };
}

function maskHash(element: BerElement | null): HashName | null {
  if (element === null) return 'sha1';
  const { oid, parameters } = readAlgorithm(element);
  return oid === OID.mgf1 && parameters !== null ? hashOf(readAlgorithm(parameters)) : null;
}
