// A token with a login that may also write: what a certificate's beginning needs of it (PKCS#11 v2.40, 5.7
// and 5.14). The private key is made there and never leaves.
import type { KeyKind } from '../domain/key-kind.ts';
import type { SignatureAlgorithm } from '../domain/signature-algorithm.ts';

/** What the key must be good for besides signing; what it may be used for, its certificate says. */
export interface KeyUses {
  /** To have something decrypted, or a key agreed on, for it. */
  readonly decrypt: boolean;
}

export interface MadeKey {
  /** CKA_ID, lower-case hexadecimal. */
  readonly id: string;
  /** DER of the SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
}

export interface StoredKey {
  readonly id: string;
  readonly label: string;
  /** Null where the token does not tell the public key. */
  readonly spki: Uint8Array | null;
  /** DER of the certificates under the same CKA_ID. */
  readonly certificates: readonly Uint8Array[];
}

/** DER throughout; the three parts are the certificate's own (PKCS#11 v2.40, 4.6.3). */
export interface StoredCertificate {
  readonly certificate: Uint8Array;
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly serial: Uint8Array;
}

export interface TokenKeys {
  /** @throws {PenaError} TOKEN_KEYGEN_UNSUPPORTED, TOKEN_KEY_EXPOSED, TOKEN_* */
  make(kind: KeyKind, label: string, uses: KeyUses): Promise<MadeKey>;
  /** The private keys that this login shows. */
  list(): Promise<readonly StoredKey[]>;
  /** The value as CMS carries it. @throws {PenaError} CERT_KEY_MISSING, TOKEN_* */
  sign(id: string, data: Uint8Array, algorithm: SignatureAlgorithm): Promise<Uint8Array>;
  /** One that is there already is brought to the key with this id, if there is one. @throws {PenaError} TOKEN_WRITE_UNSUPPORTED, TOKEN_* */
  putCertificate(id: string, label: string, stored: StoredCertificate): Promise<void>;
  /** Takes away this one certificate. @throws {PenaError} TOKEN_WRITE_UNSUPPORTED, TOKEN_* */
  removeCertificate(id: string, certificate: Uint8Array): Promise<void>;
  /** Takes away private and public key. @throws {PenaError} CERT_KEY_MISSING, TOKEN_* */
  removeKey(id: string): Promise<void>;
}
