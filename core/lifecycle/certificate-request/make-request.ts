// Makes a key pair on a token and the PKCS#10 request for its certificate, or the request once more for a key
// that is there (Pasal 7, 8(5), 11). The key does not leave the token; what it signed is checked here.
import { createHash } from 'node:crypto';
import {
  requestInfo,
  signedRequest,
  type RequestContent,
} from '../../cms/certification-request.ts';
import { readAlgorithm, schemeOf } from '../../cms/algorithms.ts';
import { signatureIdentifier } from '../../cms/algorithm-identifiers.ts';
import { readWholeBer } from '../../cms/ber.ts';
import { chooseAlgorithm } from '../../cms/key-algorithms.ts';
import { OID } from '../../cms/oids.ts';
import { readPublicKey, verifyValue, type PublicKey } from '../../cms/public-key.ts';
import type { KeyUsage } from '../../cms/extensions.ts';
import {
  type CertificateRequest,
  type CertificateUse,
  misfit,
} from '../../domain/certificate-request.ts';
import type { KeyKind } from '../../domain/key-kind.ts';
import { PenaError } from '../../domain/pena-error.ts';
import type { KeyUses, MadeKey, TokenKeys } from '../../ports/token-keys.ts';

export interface MadeRequest {
  /** CKA_ID, hexadecimal. */
  readonly keyId: string;
  /** DER. */
  readonly request: Uint8Array;
  /** SHA-256 of the SubjectPublicKeyInfo; what the journal calls it by. */
  readonly publicKeySha256: string;
}

/** A new pair of this kind under this label, or the key with this CKA_ID. */
export type WhichKey =
  { readonly kind: KeyKind; readonly label: string } | { readonly keyId: string };

/**
 * @param onKey told as soon as the key is on the token: from then on a failure loses only the request
 * @throws {PenaError} REQUEST_DATA_INVALID before anything is asked of the token; TOKEN_*, CERT_KEY_MISSING
 */
export async function makeRequest(
  request: CertificateRequest,
  which: WhichKey,
  keys: TokenKeys,
  onKey: (id: string) => void = () => undefined,
): Promise<MadeRequest> {
  checkRequest(request);
  const { id, spki } =
    'kind' in which ? await made(request, which, keys) : await found(which, keys);
  onKey(id);
  const publicKey = readPublicKey(readWholeBer(spki));
  const algorithm = chooseAlgorithm(publicKey, {});
  const info = requestInfo(contentOf(request, publicKey));
  const signature = await keys.sign(id, info, algorithm);
  const scheme = schemeOf(readAlgorithm(readWholeBer(signatureIdentifier(algorithm))));
  if (scheme === null || !verifyValue(scheme, publicKey, info, signature)) {
    throw new PenaError('TOKEN_SIGNATURE_WRONG');
  }
  return {
    keyId: id,
    request: signedRequest(info, algorithm, signature),
    publicKeySha256: createHash('sha256').update(spki).digest('hex'),
  };
}

/** @throws {PenaError} REQUEST_DATA_INVALID */
export function checkRequest(request: CertificateRequest): void {
  const field = misfit(request);
  if (field !== null) throw new PenaError('REQUEST_DATA_INVALID', { field });
}

function made(
  { uses }: CertificateRequest,
  { kind, label }: { readonly kind: KeyKind; readonly label: string },
  keys: TokenKeys,
): Promise<MadeKey> {
  return keys.make(kind, label, usesOf(uses));
}

async function found({ keyId }: { readonly keyId: string }, keys: TokenKeys): Promise<MadeKey> {
  const key = (await keys.list()).find(({ id }) => id === keyId);
  if (key === undefined || key.spki === null) throw new PenaError('CERT_KEY_MISSING');
  return { id: key.id, spki: key.spki };
}

/** E-mail and documents are also encrypted for the owner; a signature alone needs no more than signing. */
const ENCRYPTED: readonly CertificateUse[] = ['email', 'document'];

function usesOf(uses: readonly CertificateUse[]): KeyUses {
  return { decrypt: uses.some((use) => ENCRYPTED.includes(use)) };
}

/** Document protection has no purpose of its own in RFC 5280: its key usages say it. */
const PURPOSES: Readonly<Record<CertificateUse, string | null>> = {
  signature: OID.adobePdfSigning,
  email: OID.emailProtection,
  document: null,
  server: OID.serverAuth,
  client: OID.clientAuth,
};

function contentOf(request: CertificateRequest, publicKey: PublicKey): RequestContent {
  const { uses, name, organisation, unit, position, locality, province, country } = request;
  const { serialNumber, email, dns = [], ip = [] } = request;
  const subject = { name, organisation, unit, position, locality, province, country, serialNumber };
  return {
    subject: Object.fromEntries(Object.entries(subject).filter(([, value]) => value !== undefined)),
    spki: publicKey.spki,
    keyUsage: keyUsageOf(uses, publicKey),
    extendedKeyUsage: uses.map((use) => PURPOSES[use]).filter((oid) => oid !== null),
    alternativeNames: { email, dns, ip },
  };
}

/** RFC 5280 4.2.1.3, RFC 8550 4.4.2: RSA keys encipher a key, those on curves agree on one. */
function keyUsageOf(uses: readonly CertificateUse[], { kind }: PublicKey): ReadonlySet<KeyUsage> {
  const usages = new Set<KeyUsage>();
  if (uses.some((use) => use !== 'document')) usages.add('digitalSignature');
  if (uses.includes('signature')) usages.add('nonRepudiation');
  if (usesOf(uses).decrypt) usages.add(kind === 'ec' ? 'keyAgreement' : 'keyEncipherment');
  return usages;
}
