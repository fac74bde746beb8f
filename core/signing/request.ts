// What signing is asked for, and what it answers: the same for the window, the terminal and a batch.
import { PenaError } from '../domain/pena-error.ts';
import type { RevocationInfo } from '../cms/revocation-archival.ts';
import type { AlgorithmPreference } from '../domain/signature-algorithm.ts';
import type { BaselineLevel } from '../domain/signature-level.ts';
import type { StampContent, StampFonts } from '../pdf/appearance/stamp-content.ts';
import type { CertificationLevel } from '../pdf/increment/signature-references.ts';
import type { Rectangle } from '../pdf/page-geometry.ts';
import type { Page } from '../pdf/pages.ts';
import type { FieldLock } from '../pdf/permissions/field-lock.ts';
import type { PdfReader } from '../pdf/reader.ts';
import type { AtomicOutput } from '../ports/atomic-output.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import type { Clock } from '../ports/clock.ts';
import type { SigningKey } from '../ports/token.ts';
import type { Footer, FooterOutcome } from './footer/footer.ts';
import type { ProofServices } from './proof-services.ts';
import type { SignatureFormat } from './signature-format.ts';

/** Where the visible stamp stands. */
export interface StampPlacement {
  /** From 1. */
  readonly page: number | 'last';
  /** Points, from the lower left corner of the unrotated visible page. */
  readonly rect: Rectangle;
}

/** At a tag in the text of a page, which the stamp covers. */
export interface TagPlacement {
  /** 1 to 16 characters without spaces, such as "#" or "${ttd1}". */
  readonly tag: string;
  /** Points, as the stamp is shown. */
  readonly width: number;
  readonly height: number;
  /**
   * Absent: the tag must be there once. A number, from 1: that one in reading order. 'all-in-order':
   * signers take the tags one after the other, this one the first that no signature stands on yet.
   */
  readonly occurrence?: number | 'all-in-order' | undefined;
  /**
   * Which point of the stamp stands on the tag's: the lower left corners (unless said otherwise), or the
   * middles. Moved only as far as keeps the stamp on the page.
   */
  readonly anchor?: 'lower-left' | 'center' | undefined;
}

/** Rectangles of a page's user space. */
export type DrawnPlaces = (reader: PdfReader, page: Page) => Promise<readonly Rectangle[]>;

/** Where nothing stands yet, as near as can be to where it would stand. */
export interface FreePlacement {
  /** From 1. */
  readonly page: number | 'last';
  /** Points, as the stamp is shown. */
  readonly size: { readonly width: number; readonly height: number };
  /** Lower left corner, as `StampPlacement` has it; absent: at the lower right of the page as shown. */
  readonly near?: { readonly x: number; readonly y: number } | undefined;
}

export type Stamp = (StampPlacement | FreePlacement | TagPlacement) & {
  readonly content: StampContent;
};

/**
 * `asking`: whether the certificate is revoked; `signing` includes waiting for the PIN: who asks for it
 * knows when; `stamping`: time stamps; `proving`: revocation data.
 */
export type SigningPhase =
  'preparing' | 'asking' | 'copying' | 'signing' | 'stamping' | 'proving' | 'checking' | 'writing';

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
  /** Of an encrypted document, the owner's or the user's, in UTF-8; the caller wipes it. */
  readonly password?: Uint8Array | undefined;
  /** An empty signature field to fill, or the name of a new one; null: a new one with a name of ours. */
  readonly field: string | null;
  /** Null: an invisible signature. */
  readonly stamp: Stamp | null;
  /** For the foot of every page; a document that is signed already gets none. */
  readonly footer?: Footer | null;
  /** Certifies the document: 1 allows no later change, 2 forms and signatures, 3 annotations too. */
  readonly certification?: CertificationLevel;
  /** Fields that nobody may change after this signature. */
  readonly lock?: FieldLock;
  /** Empty: none. */
  readonly reason: string;
  readonly location: string;
  readonly clock: Clock;
  /** Where the key leaves a choice; absent: the usual algorithm of its kind. */
  readonly algorithm?: AlgorithmPreference;
  /** PAdES unless said otherwise. */
  readonly format?: SignatureFormat;
  /** What is known of the certificate's revocation, for the format that carries it inside. */
  readonly revocation?: RevocationInfo;
  /** B-B unless said otherwise. The others need `services`. */
  readonly level?: BaselineLevel;
  /** Null or absent: nothing outside is asked, and revocation is not looked at before signing. */
  readonly services?: ProofServices | null;
  /**
   * Whether a signed document was changed since in a way that nothing explains; asked of one, and of a file with
   * earlier revisions, in which one may have been signed.
   */
  readonly unexplainedChanges?: (reader: PdfReader, source: ByteSource) => Promise<boolean>;
  /**
   * The page on which the newest revision hides text that was signed before; 0 where no page can be named, null
   * where it hides none. Asked of a stamp on a signed document, before the token signs.
   */
  readonly hiddenSignedText?: (reader: PdfReader) => Promise<number | null>;
  /** Where the drawings of a page stand, in its user space: a free place for a stamp keeps off them. */
  readonly drawnPlaces?: DrawnPlaces;
  readonly decide?: SigningDecisions;
  /** Since when the certificate of that SHA-256 is reported lost here (ISO 8601); null: it is not. */
  readonly reportedLostSince?: (sha256: string) => Promise<string | null>;
  /** In practice mode, the letters of its mark: only certificates made for it sign, and every page says LATIHAN. */
  readonly practice?: StampFonts | undefined;
  /** Called once nothing stands against signing; what it opens is committed or aborted here. */
  readonly openOutput: () => Promise<AtomicOutput>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SigningProgress) => void;
}

/**
 * What only a person (or the policy speaking for one) decides while signing. Absent: no, and signing ends
 * with the problem. Whoever answers yes keeps a record of it.
 */
export interface SigningDecisions {
  /** The document has an order of signing, and this is not the field whose turn it is. */
  readonly signOutOfTurn?: (problem: PenaError) => Promise<boolean>;
  /** Nobody could say whether the certificate is revoked: sign all the same? (PP 71/2019 Pasal 62) */
  readonly signUnchecked?: (problems: readonly PenaError[]) => Promise<boolean>;
  /** The document was changed after an earlier signature, and nothing explains how: sign all the same? */
  readonly signChanged?: () => Promise<boolean>;
  /** The signature is made, what proves it later is not to be had: keep it at this level for now? */
  readonly keepIncomplete?: (reached: BaselineLevel, problem: PenaError) => Promise<boolean>;
}

export interface SigningResult {
  /** Fully qualified name of the signature field. */
  readonly field: string;
  /** Bytes of the signed file. */
  readonly size: number;
  /** Less than was asked for where `keepIncomplete` said yes. */
  readonly level: BaselineLevel;
  /** Why it is less; null where nothing is missing. */
  readonly incomplete: PenaError | null;
  /** Absent where no footer was asked for. */
  readonly footer?: FooterOutcome;
  /** SHA-256 of the document as it was shown at the PIN window, lower-case hexadecimal. */
  readonly documentSha256: string;
  /** SHA-256 of the signed file. */
  readonly resultSha256: string;
}

/** Begins a phase. Between two phases is where a cancellation is heard: throws CANCELLED. */
export function enter(
  { signal, onProgress }: Pick<SigningRequest, 'signal' | 'onProgress'>,
  phase: SigningPhase,
): void {
  if (signal?.aborted) throw new PenaError('CANCELLED');
  onProgress?.({ phase, done: 0, total: 0 });
}
