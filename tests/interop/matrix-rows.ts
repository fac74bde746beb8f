// The rows of the matrix: few, and every two values of two columns together.
import { BASELINE_LEVELS, type BaselineLevel } from '../../core/domain/signature-level.ts';
import {
  SIGNATURE_ALGORITHMS,
  type SignatureAlgorithm,
} from '../../core/domain/signature-algorithm.ts';
import type { KeyAlgorithm } from '../../build/practice/pki.mjs';
import type { EncryptionKind } from '../support/encrypted-files.ts';

/** The key each algorithm is made with. */
export const KEY_OF = {
  RSA_PKCS1_SHA256: 'rsa:2048',
  RSA_PKCS1_SHA384: 'rsa:3072',
  RSA_PKCS1_SHA512: 'rsa:4096',
  RSA_PSS_SHA256: 'rsa:2048',
  RSA_PSS_SHA384: 'rsa:3072',
  RSA_PSS_SHA512: 'rsa:4096',
  ECDSA_P256_SHA256: 'ec:P-256',
  ECDSA_P384_SHA384: 'ec:P-384',
  ECDSA_P521_SHA512: 'ec:P-521',
  ED25519: 'ed25519',
} as const satisfies Readonly<Record<SignatureAlgorithm, KeyAlgorithm>>;

/** Those of the files that have a password. */
export const ENCRYPTED = [
  'RC4 40 (V 1, R 2)',
  'RC4 128 (V 2, R 3)',
  'AES-128 (V 4, R 4)',
  'AES-256 (V 5, R 5)',
  'AES-256 (V 5, R 6)',
] as const satisfies readonly EncryptionKind[];

export const KINDS = [
  ...(['classic', 'object streams', 'linearized', 'hybrid', 'signed before'] as const),
  ...ENCRYPTED,
] as const;

export const STAMPS = ['none', 'text', 'text and QR', 'paraf'] as const;

export interface Row {
  readonly level: BaselineLevel;
  readonly algorithm: SignatureAlgorithm;
  readonly kind: (typeof KINDS)[number];
  readonly stamp: (typeof STAMPS)[number];
}

/** Every algorithm on every kind of file; levels and stamps take turns, not in step. */
export const ROWS: readonly Row[] = SIGNATURE_ALGORITHMS.flatMap((algorithm, a) =>
  KINDS.map((kind, k) => ({
    ...{ algorithm, kind },
    level: turn(BASELINE_LEVELS, a + k),
    stamp: turn(STAMPS, a + Math.floor(a / 4) + 3 * k + Math.floor(k / 4)),
  })),
);

function turn<T>(values: readonly T[], count: number): T {
  return values[count % values.length]!;
}
