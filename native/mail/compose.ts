// An e-mail as it goes over the line (RFC 5322, 2045), signed with S/MIME where there is a key: multipart/signed
// around the very bytes that the signature is over (RFC 1847; RFC 8551 3.5.3).
import { randomBytes } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { Mail, MailSigner } from '../../core/ports/mailer.ts';

/** What people and mail servers agree on; nothing that could end a header or a command. */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+$/;

/** @throws {PenaError} MAIL_ADDRESS_INVALID */
export function checkAddresses({ from, to }: Pick<Mail, 'from' | 'to'>): void {
  for (const address of [from, ...to]) {
    if (!ADDRESS.test(address)) {
      throw new PenaError('MAIL_ADDRESS_INVALID', { address: address.slice(0, 100) });
    }
  }
  if (to.length === 0) throw new PenaError('MAIL_ADDRESS_INVALID');
}

/** @throws {PenaError} MAIL_ADDRESS_INVALID, and what the signer throws */
export async function composeMail(mail: Mail, signer: MailSigner | null): Promise<Uint8Array> {
  checkAddresses(mail);
  const message = new MailComposer({
    ...{ from: mail.from, to: [...mail.to], subject: mail.subject, text: mail.text },
    ...{ date: mail.date, messageId: `<${mail.messageId}>` },
    attachments: mail.attachments.map(({ name, mediaType, bytes }) => ({
      ...{ filename: name, contentType: mediaType, content: Buffer.from(bytes) },
    })),
    // Nothing of this computer or its files is to be looked up for a message.
    ...{ disableFileAccess: true, disableUrlAccess: true },
    // Signed parts must not be changed on the way, and base64 and quoted-printable are not.
    textEncoding: 'base64',
    newline: 'windows',
  }).compile();
  const plain = await message.build();
  return signer === null ? plain : signed(plain, signer);
}

async function signed(plain: Buffer, signer: MailSigner): Promise<Uint8Array> {
  const end = plain.indexOf('\r\n\r\n');
  const lines = unfoldable(plain.subarray(0, end).toString('latin1'));
  const isContent = (line: string): boolean => /^content-/i.test(line);
  // The headers of the content go inside with it; those of the message stay outside.
  const inner = Buffer.concat([
    Buffer.from(`${lines.filter(isContent).join('\r\n')}\r\n\r\n`, 'latin1'),
    plain.subarray(end + 4),
  ]);
  // RFC 1847 2.1: the line end before the boundary belongs to the boundary.
  const content = inner.subarray(-2).equals(Buffer.from('\r\n')) ? inner.subarray(0, -2) : inner;
  const { cms, micalg } = await signer(content);
  const boundary = `pena-${randomBytes(18).toString('hex')}`;
  const outer = lines.filter((line) => !isContent(line)).join('\r\n');
  const base64 = Buffer.from(cms).toString('base64').replace(/.{76}/g, '$&\r\n');
  const head = [
    outer,
    'Content-Type: multipart/signed; protocol="application/pkcs7-signature";',
    ` micalg=${micalg}; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    '',
  ].join('\r\n');
  const tail = [
    '',
    `--${boundary}`,
    'Content-Type: application/pkcs7-signature; name="smime.p7s"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="smime.p7s"',
    '',
    base64,
    `--${boundary}--`,
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), content, Buffer.from(tail, 'latin1')]);
}

/** Header fields, each with the lines it goes on over. */
function unfoldable(head: string): string[] {
  return head.split(/\r\n(?![ \t])/);
}
