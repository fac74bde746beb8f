// What a visible stamp says (ISO 32000-2 12.7.5.5). It proves nothing: the signature does.
import type { LoadedStampDesign } from '../../domain/stamp-design.ts';

export type Zone = 'WIB' | 'WITA' | 'WIT';

/** TrueType fonts to embed and subset. */
export interface StampFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  /** For Arabic script; absent: text in it is refused. */
  readonly arabic?: { readonly regular: Uint8Array; readonly bold: Uint8Array } | undefined;
}

export interface StampContent {
  /** The signer's name as the certificate has it. */
  readonly name: string;
  /** Position text ("Wali Kota ..."); unauthenticated. Empty: none. */
  readonly position: string;
  readonly time: Date;
  readonly zone: Zone;
  readonly reason: string;
  readonly location: string;
  /** Contents of a QR code drawn as paths; null: none. */
  readonly qr: string | null;
  readonly fonts: StampFonts;
  /** Unauthenticated texts, as the position is. */
  readonly nip?: string | undefined;
  /** Of the certificate, as it shall be printed. */
  readonly serial?: string | undefined;
  /** Absent: made from the name. */
  readonly initials?: string | undefined;
  /** The signer's specimen, PNG or JPEG. */
  readonly specimen?: Uint8Array | undefined;
  /** Absent: the standard one. */
  readonly design?: LoadedStampDesign | undefined;
  /** Hides what is under it even where the design lets the page through. */
  readonly opaque?: boolean | undefined;
  /** The document that is signed, for designs that name it; filled in while signing. */
  readonly document?: DocumentIdentity | undefined;
}

export interface DocumentIdentity {
  /** First part of the file's /ID, lower-case hexadecimal; empty where it has none. */
  readonly id: string;
  /** Of the whole original, lower-case hexadecimal. */
  readonly sha256: string;
}
