// A key that signs and never leaves its place, and the token that keeps it (PKCS#11 v2.40).
import type { ErrorCode } from '../domain/error-code.ts';
import type { SignatureAlgorithm } from '../domain/signature-algorithm.ts';
import type { TokenErrand } from '../domain/token-errand.ts';

/** What is about to be signed, as the person at the PIN window is shown it. */
export interface SigningPurpose {
  /** The one at hand first; behind it those that the same login will serve. */
  readonly documents: readonly { readonly name: string; readonly sha256: string }[];
  /** How many the login will serve, where `documents` lists only the first of them. */
  readonly count?: number;
  /** Where somebody else prepared and sealed a batch: the seal, and how many documents it is over. */
  readonly sealed?: { readonly sha256: string; readonly count: number };
  /** Where no document is signed; `documents` is empty then. */
  readonly errand?: TokenErrand;
}

/** A private key with its certificate, ready to sign. */
export interface SigningKey {
  /** DER of the signer's certificate. */
  readonly certificate: Uint8Array;
  /** DER of further certificates that the signature should carry, in any order. */
  readonly chain: readonly Uint8Array[];
  /**
   * How many signatures it takes at once just now; more than one only while none of them can come to ask
   * for a PIN. Absent: one.
   */
  readonly atOnce?: number;
  /** Whether `sign` gives only what it has verified itself: over `data`, under `certificate`. */
  readonly verifies?: boolean;
  /**
   * Signs `data` (not its digest) and returns the value as CMS carries it (RFC 5652 5.3):
   * for RSA the raw value, for ECDSA the DER Ecdsa-Sig-Value. May ask for the PIN.
   * Throws TOKEN_*, P12_* or CANCELLED.
   */
  sign(
    data: Uint8Array,
    algorithm: SignatureAlgorithm,
    purpose: SigningPurpose,
  ): Promise<Uint8Array>;
}

/** What the token says of its PIN counter (CKF_USER_PIN_COUNT_LOW, _FINAL_TRY, _LOCKED). */
export type PinState = 'ok' | 'count-low' | 'final-try' | 'locked';

export interface TokenCertificate {
  /** DER. */
  readonly certificate: Uint8Array;
  readonly label: string;
  /** CKA_ID, lower-case hexadecimal; pairs certificate and key. */
  readonly id: string;
  /** Whether a private key with this CKA_ID is known to be there; null where only a login would tell. */
  readonly hasPrivateKey: boolean | null;
}

export interface TokenInfo {
  /** File path of the PKCS#11 module. */
  readonly module: string;
  readonly slot: number;
  readonly label: string;
  readonly serial: string;
  readonly manufacturer: string;
  readonly model: string;
  /** CKF_PROTECTED_AUTHENTICATION_PATH: the PIN is typed on the reader. */
  readonly pinPad: boolean;
  readonly pinState: PinState;
  readonly certificates: readonly TokenCertificate[];
}

export interface PinRequest {
  readonly token: { readonly label: string; readonly serial: string; readonly pinPad: boolean };
  readonly pinState: PinState;
  /** The subject's common name. */
  readonly certificateName: string;
  readonly purpose: SigningPurpose;
  /** True when the last PIN given in this same signing was wrong. */
  readonly previousWrong: boolean;
}

/** Asks the person at the keyboard. The caller of `ask` wipes the bytes. */
export interface PinPrompt {
  /** The PIN as UTF-8 bytes, or null when the person cancelled. On a PIN pad: an empty array to go on. */
  ask(request: PinRequest): Promise<Uint8Array | null>;
  /**
   * Told, and awaited, before anything else happens: whether the token took the last answer. False also
   * where nobody knows (the module crashed in the middle); `code` then says what came instead.
   */
  judged?(accepted: boolean, code?: ErrorCode): Promise<void>;
}

export interface PinChangeRequest {
  /** Unblocking needs the PUK (the security officer's PIN) in place of the old PIN. */
  readonly kind: 'change' | 'unblock';
  readonly token: { readonly label: string; readonly serial: string; readonly pinPad: boolean };
  /** Of the secret that is asked for first: the PIN, or the PUK. */
  readonly state: Exclude<PinState, 'locked'>;
  /** The PIN is still the one that came with the token. */
  readonly first: boolean;
  /** Of the new PIN, in bytes. */
  readonly minLength: number;
  readonly maxLength: number;
}

/** UTF-8 bytes; empty arrays on a PIN pad. Whoever asked wipes them. */
export interface PinChange {
  readonly current: Uint8Array;
  readonly next: Uint8Array;
}

/** Asks the person for both, once; null when the person cancelled. */
export type AskPinChange = (request: PinChangeRequest) => Promise<PinChange | null>;
