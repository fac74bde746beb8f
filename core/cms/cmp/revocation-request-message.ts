// The CMP messages that ask a CA to revoke (RFC 4210 5.1, 5.3.9; RFC 9483 4.2), and later what has become of it
// (pollReq; RFC 4210 5.3.22, RFC 9483 4.4): header, body, protection.
import { createHash } from 'node:crypto';
import type { RequestedReason } from '../../domain/revocation-request.ts';
import type { SigningKey } from '../../ports/token.ts';
import { signatureIdentifier } from '../algorithm-identifiers.ts';
import { readAlgorithm } from '../algorithms.ts';
import { contextTag, cursorOver, primitiveContextTag, readWholeBer, TAG } from '../ber.ts';
import { algorithmFor, readCertificate } from '../certificate.ts';
import { der, derOctetString, derOid, derSequence, derSmallInteger } from '../der-writer.ts';
import { OID } from '../oids.ts';
import { passwordMac, passwordMacAlgorithm } from './password-mac.ts';

/** RFC 5280 5.3.1; those that somebody who reports may give. */
const REASON_NUMBERS = {
  unspecified: 0,
  keyCompromise: 1,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
} as const satisfies Record<RequestedReason, number>;

export interface RevocationRequestInput {
  /** DER of the issuer's Name as the certificate carries it. */
  readonly issuer: Uint8Array;
  /** Content octets of the certificate's serial number, as its DER has them. */
  readonly serial: Uint8Array;
  readonly reason: RequestedReason;
  /** Since when the key may be out of its owner's hands (RFC 5280 5.3.2); null: not known. */
  readonly invalidityDate: Date | null;
  readonly at: Date;
  /** 16 octets each, not to be guessed. The same transaction stands for the same request sent again. */
  readonly transactionId: Uint8Array;
  readonly nonce: Uint8Array;
}

/** How the message is protected; the secret's bytes are the caller's to wipe. */
export type Protection =
  | {
      readonly kind: 'secret';
      readonly reference: string;
      readonly secret: Uint8Array;
      readonly salt: Uint8Array;
    }
  | { readonly kind: 'key'; readonly key: SigningKey; readonly name: string };

const RR = contextTag(11);
const POLL_REQ = contextTag(25);
/** The whole answer is waited for, not that to one certificate request (RFC 9483 4.4). */
const NO_CERTIFICATE = der(TAG.INTEGER, Uint8Array.of(0xff));

/**
 * DER of the PKIMessage.
 * @throws {PenaError} TOKEN_*, P12_*, CANCELLED of the key; CERT_* for its certificate
 */
export async function buildRevocationMessage(
  input: RevocationRequestInput,
  protection: Protection,
): Promise<Uint8Array> {
  return protectedMessage(input, der(RR, derSequence(revocationDetails(input))), protection);
}

/**
 * DER of the PKIMessage, in the transaction of the request.
 * @param recipNonce the senderNonce of the CA's last message; null: it had none
 * @throws {PenaError} as `buildRevocationMessage`
 */
export async function buildPollMessage(
  input: RevocationRequestInput,
  recipNonce: Uint8Array | null,
  protection: Protection,
): Promise<Uint8Array> {
  const body = der(POLL_REQ, derSequence(derSequence(NO_CERTIFICATE)));
  return protectedMessage({ ...input, recipNonce }, body, protection);
}

type HeaderInput = RevocationRequestInput & { readonly recipNonce?: Uint8Array | null };

async function protectedMessage(
  input: HeaderInput,
  body: Uint8Array,
  protection: Protection,
): Promise<Uint8Array> {
  if (protection.kind === 'secret') {
    const algorithm = passwordMacAlgorithm(protection.salt);
    const header = headerOf(input, {
      sender: derSequence(),
      keyId: Buffer.from(protection.reference, 'utf8'),
      algorithm,
    });
    const identifier = readAlgorithm(readWholeBer(algorithm));
    const mac = passwordMac(identifier, protection.secret, derSequence(header, body));
    return derSequence(header, body, protectionOf(mac));
  }
  const { key, name } = protection;
  const certificate = readCertificate(key.certificate);
  const algorithm = algorithmFor(certificate);
  const keyId = certificate.extensions.subjectKeyId;
  const header = headerOf(input, {
    sender: subjectOf(certificate.tbs),
    keyId: keyId === null ? null : Buffer.from(keyId, 'hex'),
    algorithm: signatureIdentifier(algorithm),
  });
  const part = derSequence(header, body);
  const sha256 = createHash('sha256').update(part).digest('hex');
  const value = await key.sign(part, algorithm, { documents: [{ name, sha256 }] });
  const extra = der(contextTag(1), derSequence(key.certificate, ...key.chain));
  return derSequence(header, body, protectionOf(value), extra);
}

interface HeaderParts {
  /** DER of a Name. */
  readonly sender: Uint8Array;
  readonly keyId: Uint8Array | null;
  readonly algorithm: Uint8Array;
}

function headerOf(
  { issuer, at, transactionId, nonce, recipNonce = null }: HeaderInput,
  { sender, keyId, algorithm }: HeaderParts,
): Uint8Array {
  const directoryName = (name: Uint8Array): Uint8Array => der(contextTag(4), name);
  return derSequence(
    derSmallInteger(2),
    directoryName(sender),
    directoryName(issuer),
    der(contextTag(0), generalizedTime(at)),
    der(contextTag(1), algorithm),
    ...(keyId === null ? [] : [der(contextTag(2), derOctetString(keyId))]),
    der(contextTag(4), derOctetString(transactionId)),
    der(contextTag(5), derOctetString(nonce)),
    ...(recipNonce === null ? [] : [der(contextTag(6), derOctetString(recipNonce))]),
  );
}

/** RevDetails: the certificate by issuer and serial number (CertTemplate, RFC 4211 5), and why. */
function revocationDetails(input: RevocationRequestInput): Uint8Array {
  const { issuer, serial, reason, invalidityDate } = input;
  const template = derSequence(der(primitiveContextTag(1), serial), der(contextTag(3), issuer));
  const number = REASON_NUMBERS[reason];
  const details = [extension(OID.crlReason, der(TAG.ENUMERATED, Uint8Array.of(number)))];
  if (invalidityDate !== null) {
    details.push(extension(OID.invalidityDate, generalizedTime(invalidityDate)));
  }
  return derSequence(template, derSequence(...details));
}

const extension = (oid: string, value: Uint8Array): Uint8Array =>
  derSequence(derOid(oid), derOctetString(value));

function protectionOf(value: Uint8Array): Uint8Array {
  return der(contextTag(0), der(TAG.BIT_STRING, Uint8Array.of(0), value));
}

/** GeneralizedTime as DER wants it: in UTC, to the second. */
function generalizedTime(time: Date): Uint8Array {
  const text = `${time.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  return der(TAG.GENERALIZED_TIME, Buffer.from(text));
}

function subjectOf(tbs: Uint8Array): Uint8Array {
  const cursor = cursorOver(readWholeBer(tbs), TAG.SEQUENCE);
  cursor.optional(contextTag(0));
  for (let skipped = 0; skipped < 4; skipped++) cursor.next(); // serial, signature, issuer, validity
  return cursor.next(TAG.SEQUENCE).bytes;
}
