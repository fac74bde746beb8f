// Public keys as certificates carry them (RFC 5280 4.1.2.7): kind and size, and verifying with them.
import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';
import {
  type AlgorithmIdentifier,
  type HashName,
  readAlgorithm,
  schemeOf,
  type SignatureScheme,
} from './algorithms.ts';
import { type BerElement, cursorOver, readWholeBer, TAG } from './ber.ts';
import { bitStringOctetsOf, integerHexOf, oidOf } from './ber-values.ts';
import { OID } from './oids.ts';

export interface PssLimits {
  readonly hash: HashName;
  /** The least allowed. */
  readonly saltLength: number;
}

export interface PublicKey {
  readonly kind: 'rsa' | 'rsa-pss' | 'ec' | 'ed25519' | 'ed448' | 'other';
  /** RSA: bits of the modulus. EC: bits of the named curve. 0 where not known. */
  readonly size: number;
  /** OpenSSL's name of a named curve; null for other keys and for curves not known here. */
  readonly curve: string | null;
  /** RSA: octets of the public exponent; absent for other keys. */
  readonly exponentOctets?: number;
  /** What an RSASSA-PSS key's own parameters demand of its signatures; absent where they demand nothing. */
  readonly pss?: PssLimits | 'unknown';
  /** DER of the SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
}

const CURVES: Readonly<Record<string, { readonly name: string; readonly size: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'prime256v1', size: 256 },
  '1.3.132.0.34': { name: 'secp384r1', size: 384 },
  '1.3.132.0.35': { name: 'secp521r1', size: 521 },
  '1.3.36.3.3.2.8.1.1.7': { name: 'brainpoolP256r1', size: 256 },
  '1.3.36.3.3.2.8.1.1.11': { name: 'brainpoolP384r1', size: 384 },
  '1.3.36.3.3.2.8.1.1.13': { name: 'brainpoolP512r1', size: 512 },
};

/** Throws CMS_MALFORMED. */
export function readPublicKey(element: BerElement): PublicKey {
  const cursor = cursorOver(element, TAG.SEQUENCE);
  const algorithm = readAlgorithm(cursor.next());
  const octets = bitStringOctetsOf(cursor.next());
  cursor.end();
  const plain = { size: 0, curve: null, spki: element.bytes };
  switch (algorithm.oid) {
    case OID.rsaEncryption:
      return { ...plain, kind: 'rsa', ...rsaSizes(octets) };
    case OID.rsassaPss:
      return {
        ...{ ...plain, ...pssLimits(algorithm) },
        kind: 'rsa-pss',
        ...rsaSizes(octets),
      };
    case OID.ecPublicKey:
      return { ...plain, kind: 'ec', ...namedCurve(algorithm) };
    case OID.ed25519:
      return { ...plain, kind: 'ed25519', size: 256 };
    case OID.ed448:
      return { ...plain, kind: 'ed448', size: 456 };
    default:
      return { ...plain, kind: 'other' };
  }
}

/** RFC 4055 1.2 and 3.1. */
function pssLimits(algorithm: AlgorithmIdentifier): Pick<PublicKey, 'pss'> {
  if (algorithm.parameters?.tag !== TAG.SEQUENCE) return {};
  const scheme = schemeOf(algorithm);
  return { pss: scheme?.kind === 'rsa-pss' ? scheme : 'unknown' };
}

function rsaSizes(octets: Uint8Array): { size: number; exponentOctets: number } {
  const cursor = cursorOver(readWholeBer(octets), TAG.SEQUENCE);
  const modulus = integerHexOf(cursor.next());
  const first = Number.parseInt(modulus.slice(0, 2), 16);
  return {
    size: (modulus.length / 2 - 1) * 8 + (32 - Math.clz32(first)),
    exponentOctets: integerHexOf(cursor.next()).length / 2,
  };
}

/** Authorities use 2048 to 4096 bits and 65537; far longer ones are made to be slow to verify with. */
const MAX_RSA_BITS = 8192;
const MAX_EXPONENT_OCTETS = 4;

function isOfUse({ kind, size, curve, exponentOctets = 0 }: PublicKey): boolean {
  if (kind === 'ec') return curve !== null;
  return size <= MAX_RSA_BITS && exponentOctets <= MAX_EXPONENT_OCTETS;
}

/** How long verifying with the key takes, where RSA with 4096 bits and P-256 take 1. */
export function costOf({ kind, size, curve }: PublicKey): number {
  if (kind === 'rsa' || kind === 'rsa-pss') return size > 4096 ? 8 : 1;
  if (kind !== 'ec') return 2;
  // OpenSSL calculates fast on this curve only.
  return curve === 'prime256v1' ? 1 : size > 384 ? 20 : 10;
}

/** Curves given by their parameters are not accepted: they can be made so that a key fits (CVE-2020-0601). */
function namedCurve({ parameters }: AlgorithmIdentifier): { size: number; curve: string | null } {
  if (parameters?.tag !== TAG.OID) return { size: 0, curve: null };
  const curve = CURVES[oidOf(parameters)];
  return curve === undefined ? { size: 0, curve: null } : { size: curve.size, curve: curve.name };
}

/** By the key's octets: taking one over costs more than verifying with it, and the same ones come again. */
const handles = new Map<string, KeyObject | null>();
const KEPT_HANDLES = 64;

function handleOf({ spki }: PublicKey): KeyObject | null {
  const octets = Buffer.from(spki).toString('latin1');
  const known = handles.get(octets);
  if (known !== undefined) return known;
  let handle: KeyObject | null;
  try {
    handle = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    handle = null; // a key that is no point of its curve, a modulus out of bounds
  }
  if (handles.size >= KEPT_HANDLES) handles.clear();
  handles.set(octets, handle);
  return handle;
}

const KINDS: Readonly<Record<SignatureScheme['kind'], readonly PublicKey['kind'][]>> = {
  rsa: ['rsa'],
  'rsa-pss': ['rsa', 'rsa-pss'],
  ecdsa: ['ec'],
  eddsa: ['ed25519', 'ed448'],
};

/** Whether this key and scheme can be judged here at all. */
export function canVerify(scheme: SignatureScheme, key: PublicKey): boolean {
  return KINDS[scheme.kind].includes(key.kind) && isOfUse(key);
}

/** Whether `signature` over `data` (not its digest) is the key's. False for whatever cannot be computed. */
export function verifyValue(
  scheme: SignatureScheme,
  key: PublicKey,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  const handle = canVerify(scheme, key) ? handleOf(key) : null;
  if (handle === null) return false;
  try {
    if (scheme.kind === 'eddsa') return verify(null, data, handle, signature);
    if (scheme.kind !== 'rsa-pss') return verify(scheme.hash, data, handle, signature);
    const { hash, saltLength } = scheme;
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return verify(hash, data, { key: handle, padding, saltLength }, signature);
  } catch {
    return false;
  }
}
