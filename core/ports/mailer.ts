// Putting e-mail together and handing it to a mail server (RFC 5322, RFC 6409).

export interface Mail {
  /** Plain addresses, without names. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly date: Date;
  /** The same for the same message, however often it is sent; without angle brackets. */
  readonly messageId: string;
  readonly attachments: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
}

/** DER of a detached CMS over what is to be signed, and the name of the digest in it (`sha-256`). */
export type MailSigner = (
  bytes: Uint8Array,
) => Promise<{ readonly cms: Uint8Array; readonly micalg: string }>;

export interface Mailer {
  /**
   * The whole message; signed (RFC 8551 3.5.3.2) where a signer is given.
   * @throws {PenaError} MAIL_ADDRESS_INVALID, and what the signer throws
   */
  compose(mail: Mail, signer: MailSigner | null): Promise<Uint8Array>;
  /**
   * Resolves when the server has taken it for all recipients: no word of its arrival.
   * @throws {PenaError} MAIL_*, NET_*, CANCELLED
   */
  send(message: Uint8Array, mail: Pick<Mail, 'from' | 'to'>, signal: AbortSignal): Promise<void>;
}
