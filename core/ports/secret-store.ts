// Secrets that outlive the program: in the keychain of the operating system, and nowhere else.

/** What a secret is for. */
export const SECRET_KINDS = ['pin', 'tsa', 'smtp', 'gateway', 'drafts'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

export interface SecretName {
  readonly kind: SecretKind;
  /**
   * Of a PIN the SHA-256 of the certificate (lower-case hexadecimal); of a password the address of its
   * server, with the user name before it where that matters; of the drafts' key `local`.
   */
  readonly id: string;
}

/** What is kept beside a secret, so that a person can recognise and delete it. */
export interface SecretNote {
  /** The certificate's or the server's name; at most 200 characters. */
  readonly label: string;
  /** When the secret is of no more use: the end of the certificate. Null: never. */
  readonly expires: Date | null;
}

export interface StoredSecret extends SecretName, SecretNote {
  readonly since: Date;
}

/** Why nothing can be kept: no session bus, no keychain program, no answer in time, module not built. */
export type KeychainGap = 'no-bus' | 'no-service' | 'no-answer' | 'no-module';

export type KeychainState =
  | { readonly state: 'available' }
  | { readonly state: 'locked' }
  | { readonly state: 'absent'; readonly why: KeychainGap };

/**
 * Every method looks at the state first, and none waits for a person: a locked keychain is an error, not
 * a question. All but `state` throw KEYCHAIN_LOCKED, KEYCHAIN_ABSENT or KEYCHAIN_FAILED.
 */
export interface SecretStore {
  state(): Promise<KeychainState>;
  /**
   * The secret, for the caller to wipe; null where there is none. One that has expired is deleted and
   * not given, one that the policy forbids is not given.
   */
  get(name: SecretName): Promise<Uint8Array | null>;
  /** Replaces an earlier one. The caller wipes its bytes. Throws KEYCHAIN_FORBIDDEN by policy. */
  set(name: SecretName, secret: Uint8Array, note: SecretNote): Promise<void>;
  /** False where there was none. */
  delete(name: SecretName): Promise<boolean>;
  /** What is kept, without the secrets; expired ones are deleted on the way. */
  list(): Promise<StoredSecret[]>;
}
