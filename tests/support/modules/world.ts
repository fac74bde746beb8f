// What a test of a PKCS#11 module needs of it: where it is, what is on its token, and what a person can do
// to the token.
import type { SignatureAlgorithm } from '../../../core/domain/signature-algorithm.ts';
import type { ForkHost } from '../../../native/pkcs11/host-process.ts';

export interface WorldKey {
  /** CKA_ID, hexadecimal. */
  readonly id: string;
  readonly algorithms: readonly SignatureAlgorithm[];
  /** PEM. */
  readonly certificateFile: string;
}

export interface ModuleWorld {
  readonly module: string;
  /** For the module's hosts. */
  readonly env: Readonly<Record<string, string>>;
  /** Where the module sees a namespace of its own. */
  readonly fork?: ForkHost;
  readonly pin: string;
  readonly label: string;
  readonly keys: readonly [WorldKey, ...WorldKey[]];
  /** How often the token has had a PIN tried, by its own count; null where it keeps none to be read. */
  readonly triesSpent: (() => number) | null;
  /** Wrong PINs after which it locks; null where it never does. */
  readonly locksAfter: number | null;
  /** How a locked one is opened again; null where the module cannot and nobody else here does. */
  readonly unblock: Unblock | null;
  /** Takes the token away, and puts it back; null where that cannot be done to it. */
  readonly pull: (() => Promise<void> | void) | null;
  readonly putBack: (() => Promise<void> | void) | null;
  /** Whether the module itself sees that it went and came; a soft token needs a new host for that. */
  readonly hotPlug: boolean;
  /** Pulls it out while it signs: before `sign` it is armed, and calls at the right moment. */
  readonly pullMidSignature: (() => void) | null;
  stop(): Promise<void> | void;
}

/** The module's own way (C_Login as security officer, C_InitPIN), or another program's. */
export type Unblock =
  | { readonly by: 'module'; readonly puk: string }
  | { readonly by: 'other'; readonly name: string; run(newPin: string): Promise<void> };

export interface ModuleKind {
  readonly name: string;
  /** Null where it can run here, else `skipped: ...`. */
  why(): string | null;
  start(folder: string): Promise<ModuleWorld>;
}

/** Names the programs and files that are not there. */
export function whyMissing(missing: readonly string[]): string | null {
  return missing.length === 0 ? null : `skipped: no ${missing.join(', ')}`;
}
