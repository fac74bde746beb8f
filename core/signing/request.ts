// What signing is asked for, and what it answers: the same for the window, the terminal and a batch.
import type { StampContent } from '../pdf/appearance/stamp-content.ts';
import type { CertificationLevel } from '../pdf/increment/signature-references.ts';
import type { Rectangle } from '../pdf/page-geometry.ts';
import type { FieldLock } from '../pdf/permissions/field-lock.ts';
import type { AtomicOutput } from '../ports/atomic-output.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import type { Clock } from '../ports/clock.ts';
import type { SigningKey } from '../ports/token.ts';

/** Where the visible stamp stands. */
export interface StampPlacement {
  /** From 1. */
  readonly page: number | 'last';
  /** Points, from the lower left corner of the unrotated visible page. */
  readonly rect: Rectangle;
}

export interface Stamp extends StampPlacement {
  readonly content: StampContent;
}

/** `signing` includes waiting for the PIN: who asks for it knows when. */
export type SigningPhase = 'preparing' | 'copying' | 'signing' | 'checking' | 'writing';

export interface SigningProgress {
  readonly phase: SigningPhase;
  /** Bytes done and in all while copying; 0 and 0 elsewhere. */
  readonly done: number;
  readonly total: number;
}

export interface SigningRequest {
  readonly source: ByteSource;
  /** The document's name as the person at the PIN window is shown it. */
  readonly name: string;
  readonly key: SigningKey;
  /** An empty signature field to fill, or the name of a new one; null: a new one with a name of ours. */
  readonly field: string | null;
  /** Null: an invisible signature. */
  readonly stamp: Stamp | null;
  /** Certifies the document: 1 allows no later change, 2 forms and signatures, 3 annotations too. */
  readonly certification?: CertificationLevel;
  /** Fields that nobody may change after this signature. */
  readonly lock?: FieldLock;
  /** Empty: none. */
  readonly reason: string;
  readonly location: string;
  readonly clock: Clock;
  /** Called once nothing stands against signing; what it opens is committed or aborted here. */
  readonly openOutput: () => Promise<AtomicOutput>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SigningProgress) => void;
}

export interface SigningResult {
  /** Fully qualified name of the signature field. */
  readonly field: string;
  /** Bytes of the signed file. */
  readonly size: number;
  /** SHA-256 of the document as it was shown at the PIN window, lower-case hexadecimal. */
  readonly documentSha256: string;
}
