// Certificates of any shape, made in memory: what authorities would never issue has to be tested too.
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  der,
  DER_NULL,
  derOctetString,
  derOid,
  derSequence,
  derSetOf,
  derSmallInteger,
} from '../../../core/cms/der-writer.ts';
import { KEY_USAGES, type KeyUsage } from '../../../core/cms/extensions.ts';
import { OID } from '../../../core/cms/oids.ts';

export type KeyKind =
  'p256' | 'p384' | 'p521' | 'rsa' | 'rsa1024' | 'rsa-pss' | 'rsa-pss-384' | 'ed25519' | 'ed448';

export interface TestKey {
  readonly kind: KeyKind;
  readonly privateKey: KeyObject;
  readonly spki: Uint8Array;
}

export interface TestCertificate {
  readonly der: Uint8Array;
  readonly name: Uint8Array;
  readonly serial: Uint8Array;
  readonly key: TestKey;
}

export interface TestExtension {
  readonly oid: string;
  readonly critical?: boolean;
  readonly value: Uint8Array;
}

export interface CertificateOptions {
  readonly name: string;
  /** The subject, where it is more than a common name. */
  readonly subject?: Uint8Array;
  /** Absent: self-signed. */
  readonly issuer?: TestCertificate;
  readonly key?: TestKey;
  readonly serial?: number;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly ca?: boolean;
  readonly pathLength?: number;
  readonly keyUsage?: readonly KeyUsage[];
  readonly purposes?: readonly string[];
  readonly extensions?: readonly TestExtension[];
  readonly hash?: 'sha256' | 'sha1';
  /** Signs in the issuer's name with a key that is not the issuer's. */
  readonly forgedBy?: TestKey;
  /** Names another algorithm inside than outside. */
  readonly disagree?: boolean;
  readonly version1?: boolean;
  /** 3 where left out; with extensions, whatever it is. */
  readonly version?: number;
}

const shelf = new Map<string, TestKey>();

/** A key; the same one again for the same kind and name, since making RSA keys takes long. */
export function makeKey(kind: KeyKind = 'p256', name = ''): TestKey {
  const known = shelf.get(kind + name);
  if (known !== undefined) return known;
  const { privateKey, publicKey } = pair(kind);
  const spki = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }));
  const key = { kind, privateKey, spki };
  shelf.set(kind + name, key);
  return key;
}

function pair(kind: KeyKind) {
  switch (kind) {
    case 'p256':
      return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    case 'p384':
      return generateKeyPairSync('ec', { namedCurve: 'secp384r1' });
    case 'rsa':
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
    case 'rsa1024':
      return generateKeyPairSync('rsa', { modulusLength: 1024 });
    case 'p521':
      return generateKeyPairSync('ec', { namedCurve: 'secp521r1' });
    case 'rsa-pss':
      return generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
    case 'rsa-pss-384':
      return generateKeyPairSync('rsa-pss', {
        ...{ modulusLength: 2048, hashAlgorithm: 'sha384', mgf1HashAlgorithm: 'sha384' },
        // A number, where the types say text.
        ...({ saltLength: 48 } as object),
      });
    case 'ed25519':
      return generateKeyPairSync('ed25519');
    case 'ed448':
      return generateKeyPairSync('ed448');
  }
}

/** AlgorithmIdentifier of a signature made with this key. */
export function signatureAlgorithm({ kind }: TestKey, hash: string): Uint8Array {
  if (kind === 'ed25519' || kind === 'ed448') return derSequence(derOid(OID[kind]));
  if (kind === 'p256' || kind === 'p384') {
    const oids: Record<string, string> = {
      sha1: '1.2.840.10045.4.1',
      sha256: OID.ecdsaWithSha256,
      sha384: OID.ecdsaWithSha384,
    };
    return derSequence(derOid(oids[hash]!));
  }
  const oids: Record<string, string> = {
    sha1: '1.2.840.113549.1.1.5',
    sha256: OID.sha256WithRsa,
    sha384: '1.2.840.113549.1.1.12',
  };
  return derSequence(derOid(oids[hash]!), DER_NULL);
}

/** A signature value as X.509 and CMS carry it. */
export function signValue(
  { kind, privateKey }: TestKey,
  hash: string,
  data: Uint8Array,
): Uint8Array {
  return Uint8Array.from(sign(kind.startsWith('ed') ? null : hash, data, privateKey));
}

/** `CN=..., O=Pena Test, C=ID`, country first as authorities encode it. */
export function nameOf(commonName: string): Uint8Array {
  const part = (oid: string, tag: number, text: string): Uint8Array =>
    derSetOf(derSequence(derOid(oid), der(tag, Buffer.from(text))));
  return derSequence(
    part('2.5.4.6', 0x13, 'ID'),
    part('2.5.4.10', 0x0c, 'Pena Test'),
    part('2.5.4.3', 0x0c, commonName),
  );
}

function time(iso: string): Uint8Array {
  return der(0x18, Buffer.from(`${iso.replace(/[-:T]/g, '').slice(0, 14)}Z`));
}

function bits(usages: readonly KeyUsage[]): Uint8Array {
  const value = usages.reduce((sum, usage) => sum | (0x8000 >> KEY_USAGES.indexOf(usage)), 0);
  return der(0x03, Uint8Array.of(7, value >> 8, value & 0xff));
}

let serials = 0;

export function makeCertificate(options: CertificateOptions): TestCertificate {
  const key = options.key ?? makeKey('p256', options.name);
  const name = options.subject ?? nameOf(options.name);
  const signer = options.forgedBy ?? options.issuer?.key ?? key;
  const hash = options.hash ?? 'sha256';
  const algorithm = signatureAlgorithm(signer, hash);
  const serial = der(0x02, Uint8Array.of(0x2a, 0, options.serial ?? ++serials));
  const tbs = derSequence(
    ...(options.version1 ? [] : [der(0xa0, derSmallInteger((options.version ?? 3) - 1))]),
    serial,
    options.disagree ? signatureAlgorithm(signer, 'sha384') : algorithm,
    options.issuer?.name ?? name,
    derSequence(
      time(options.notBefore ?? '2025-01-01T00:00:00'),
      time(options.notAfter ?? '2035-01-01T00:00:00'),
    ),
    name,
    key.spki,
    ...(options.version1
      ? []
      : [der(0xa3, derSequence(...extensionsOf(options, key).map(extension)))]),
  );
  const value = signValue(signer, hash, tbs);
  const bytes = derSequence(tbs, algorithm, der(0x03, Uint8Array.of(0), value));
  return { der: bytes, name, serial, key };
}

function extension({ oid, critical = false, value }: TestExtension): Uint8Array {
  const flag = critical ? [der(0x01, Uint8Array.of(0xff))] : [];
  return derSequence(derOid(oid), ...flag, derOctetString(value));
}

export function keyIdOf({ spki }: TestKey): Uint8Array {
  return createHash('sha1').update(spki).digest();
}

function extensionsOf(options: CertificateOptions, key: TestKey): TestExtension[] {
  const list: TestExtension[] = [...(options.extensions ?? [])];
  if (options.ca !== undefined) {
    const flag = options.ca ? [der(0x01, Uint8Array.of(0xff))] : [];
    const limit = options.pathLength === undefined ? [] : [derSmallInteger(options.pathLength)];
    const value = derSequence(...flag, ...limit);
    list.push({ oid: OID.basicConstraints, critical: true, value });
  }
  if (options.keyUsage) {
    list.push({ oid: OID.keyUsage, critical: true, value: bits(options.keyUsage) });
  }
  if (options.purposes) {
    const value = derSequence(...options.purposes.map(derOid));
    list.push({ oid: OID.extendedKeyUsage, critical: true, value });
  }
  list.push({ oid: OID.subjectKeyIdentifier, value: derOctetString(keyIdOf(key)) });
  return list;
}

/** A CA certificate. */
export function makeAuthority(
  name: string,
  options: Partial<CertificateOptions> = {},
): TestCertificate {
  return makeCertificate({ name, ca: true, keyUsage: ['keyCertSign', 'cRLSign'], ...options });
}

/** A signer's certificate. */
export function makeSigner(
  name: string,
  issuer: TestCertificate,
  options: Partial<CertificateOptions> = {},
): TestCertificate {
  return makeCertificate({
    name,
    issuer,
    keyUsage: ['digitalSignature', 'nonRepudiation'],
    ...options,
  });
}
