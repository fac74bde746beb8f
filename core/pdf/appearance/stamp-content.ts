// What a visible stamp says (ISO 32000-2 12.7.5.5). It proves nothing: the signature does.

export type Zone = 'WIB' | 'WITA' | 'WIT';

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
  /** TrueType fonts to embed and subset. */
  readonly fonts: { readonly regular: Uint8Array; readonly bold: Uint8Array };
}
