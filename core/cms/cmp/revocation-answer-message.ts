// What a CA answers to a request to revoke (RFC 4210 5.2.3, 5.3.10, 5.3.21). The input may be anything:
// nothing in it is believed before its protection is right and it names our transaction and nonce.
import { type AlgorithmIdentifier, readAlgorithm, schemeOf } from '../algorithms.ts';
import { type BerElement, contextTag, cursorOver, membersOf, readWholeBer, TAG } from '../ber.ts';
import {
  bitStringOctetsOf,
  equalBytes,
  flagsOf,
  octetsOf,
  smallIntegerOf,
  textOf,
} from '../ber-values.ts';
import { type Certificate, readCertificate } from '../certificate.ts';
import { CmsError } from '../cms-error.ts';
import { derSequence } from '../der-writer.ts';
import { verifyValue } from '../public-key.ts';
import { CMP_OID } from './cmp-oids.ts';
import { passwordMac, sameMac } from './password-mac.ts';

/** What of a signed answer is to be believed, and the secret for one protected by it. */
export interface AnswerTrust {
  readonly secret: Uint8Array | null;
  /** Whether this certificate may answer for the CA. */
  readonly accepts: (signer: Certificate) => boolean;
  /** Signers that an answer need not bring along. */
  readonly known: readonly Certificate[];
}

export interface ExpectedAnswer {
  readonly transactionId: Uint8Array;
  /** The nonce of our message. */
  readonly nonce: Uint8Array;
}

export type AnswerState = 'accepted' | 'rejected' | 'waiting';

export interface RevocationAnswerMessage {
  /** 'error': the server could not take the message at all; that says nothing of the request. 'poll': not yet. */
  readonly kind: 'response' | 'error' | 'poll';
  readonly state: AnswerState;
  /** PKIStatus as the standard numbers it. */
  readonly status: number;
  /** The server's own words, bounded; for people. */
  readonly text: string;
  /** Names of PKIFailureInfo. */
  readonly failures: readonly string[];
  /** An error may come unprotected (RFC 9483 3.6.4): it stops this way, and decides nothing. */
  readonly isProtected: boolean;
  /** Seconds, as the server says them; null: it does not. */
  readonly checkAfter: number | null;
}

const RP = contextTag(12);
const ERROR = contextTag(23);
const POLL_REP = contextTag(26);
const MAX_BYTES = 1 << 20;
const MAX_TEXT = 300;

/** PKIFailureInfo (RFC 4210 5.2.3) by bit. */
const FAILURES = [
  ...['badAlg', 'badMessageCheck', 'badRequest', 'badTime', 'badCertId', 'badDataFormat'],
  ...['wrongAuthority', 'incorrectData', 'missingTimeStamp', 'badPOP', 'certRevoked'],
  ...['certConfirmed', 'wrongIntegrity', 'badRecipientNonce', 'timeNotAvailable'],
  ...['unacceptedPolicy', 'unacceptedExtension', 'addInfoNotAvailable', 'badSenderNonce'],
  ...['badCertTemplate', 'signerNotTrusted', 'transactionIdInUse', 'unsupportedVersion'],
  ...['notAuthorized', 'systemUnavail', 'systemFailure', 'duplicateCertReq'],
];

/**
 * @throws {CmsError} CMS_MALFORMED; CMP_PROTECTION_WRONG where it is not protected, or not by whom it must be;
 *   CMP_OTHER_TRANSACTION for an answer to something else, an old one sent again among them
 */
export function readRevocationAnswer(
  bytes: Uint8Array,
  expected: ExpectedAnswer,
  trust: AnswerTrust,
): RevocationAnswerMessage {
  if (bytes.length > MAX_BYTES) throw new CmsError('CMS_MALFORMED');
  const cursor = cursorOver(readWholeBer(bytes), TAG.SEQUENCE);
  const header = cursor.next(TAG.SEQUENCE);
  const body = cursor.next();
  const protection = cursor.optional(contextTag(0));
  const extra = cursor.optional(contextTag(1));
  cursor.end();
  const fields = readHeader(header);
  if (protection === null) {
    if (body.tag !== ERROR) throw new CmsError('CMP_PROTECTION_WRONG');
  } else {
    const value = bitStringOctetsOf(cursorOver(protection, contextTag(0)).next());
    const part = derSequence(header.bytes, body.bytes);
    checkProtection(fields.algorithm, value, part, certificatesIn(extra), trust);
  }
  const same =
    fields.transactionId !== null &&
    equalBytes(fields.transactionId, expected.transactionId) &&
    fields.recipientNonce !== null &&
    equalBytes(fields.recipientNonce, expected.nonce);
  // A server that could read nothing of our message cannot name it either.
  if (!same && protection !== null) throw new CmsError('CMP_OTHER_TRANSACTION');
  return { ...readBody(body), isProtected: protection !== null };
}

interface Header {
  readonly algorithm: AlgorithmIdentifier | null;
  readonly transactionId: Uint8Array | null;
  readonly senderNonce: Uint8Array | null;
  readonly recipientNonce: Uint8Array | null;
}

function readHeader(element: BerElement): Header {
  const cursor = cursorOver(element, TAG.SEQUENCE);
  const version = smallIntegerOf(cursor.next());
  if (version !== 2 && version !== 3) throw new CmsError('CMS_MALFORMED');
  cursor.next(); // sender
  cursor.next(); // recipient
  const inside = (n: number): BerElement | null => {
    const tagged = cursor.optional(contextTag(n));
    return tagged === null ? null : cursorOver(tagged, contextTag(n)).next();
  };
  inside(0); // messageTime
  const algorithm = inside(1);
  inside(2); // senderKID
  inside(3); // recipKID
  const transactionId = inside(4);
  const senderNonce = inside(5);
  const recipientNonce = inside(6);
  return {
    algorithm: algorithm === null ? null : readAlgorithm(algorithm),
    transactionId: transactionId === null ? null : octetsOf(transactionId),
    senderNonce: senderNonce === null ? null : octetsOf(senderNonce),
    recipientNonce: recipientNonce === null ? null : octetsOf(recipientNonce),
  };
}

function certificatesIn(extra: BerElement | null): Certificate[] {
  if (extra === null) return [];
  const list = cursorOver(extra, contextTag(1)).next(TAG.SEQUENCE);
  return membersOf(list, TAG.SEQUENCE).map(({ bytes }) => readCertificate(bytes));
}

function checkProtection(
  algorithm: AlgorithmIdentifier | null,
  value: Uint8Array,
  part: Uint8Array,
  brought: readonly Certificate[],
  { secret, accepts, known }: AnswerTrust,
): void {
  const wrong = new CmsError('CMP_PROTECTION_WRONG');
  if (algorithm === null) throw wrong;
  if (algorithm.oid === CMP_OID.passwordBasedMac) {
    if (secret === null || !sameMac(passwordMac(algorithm, secret, part), value)) throw wrong;
    return;
  }
  const scheme = schemeOf(algorithm);
  const signer =
    scheme === null
      ? undefined
      : [...known, ...brought].find(
          (one) => accepts(one) && verifyValue(scheme, one.publicKey, part, value),
        );
  if (signer === undefined) throw wrong;
}

function readBody(body: BerElement): Omit<RevocationAnswerMessage, 'isProtected'> {
  if (body.tag === ERROR) {
    const content = cursorOver(cursorOver(body, ERROR).next(), TAG.SEQUENCE);
    const info = readStatus(content.next(TAG.SEQUENCE));
    const state = info.state === 'waiting' ? 'waiting' : 'rejected';
    return { kind: 'error', ...info, state, checkAfter: null };
  }
  if (body.tag === POLL_REP) return readPoll(body);
  if (body.tag !== RP) throw new CmsError('CMS_MALFORMED');
  const content = cursorOver(cursorOver(body, RP).next(), TAG.SEQUENCE);
  const [status, second] = membersOf(content.next(TAG.SEQUENCE), TAG.SEQUENCE);
  if (status === undefined || second !== undefined) throw new CmsError('CMS_MALFORMED');
  return { kind: 'response', ...readStatus(status), checkAfter: null };
}

/** PollRepContent (RFC 4210 5.3.22): one entry, since one thing was asked; its certReqId says nothing here. */
function readPoll(body: BerElement): Omit<RevocationAnswerMessage, 'isProtected'> {
  const [entry, second] = membersOf(cursorOver(body, POLL_REP).next(TAG.SEQUENCE), TAG.SEQUENCE);
  if (entry === undefined || second !== undefined) throw new CmsError('CMS_MALFORMED');
  const cursor = cursorOver(entry, TAG.SEQUENCE);
  cursor.next(TAG.INTEGER);
  const checkAfter = smallIntegerOf(cursor.next());
  const free = cursor.optional(TAG.SEQUENCE);
  cursor.end();
  const texts = free === null ? [] : membersOf(free, TAG.SEQUENCE).map((one) => textOf(one) ?? '');
  const text = texts.join(' ').slice(0, MAX_TEXT);
  return { kind: 'poll', state: 'waiting', status: 3, text, failures: [], checkAfter };
}

/**
 * The senderNonce of a CA's message that was believed before, which the next message of the transaction names.
 * @throws {CmsError} CMS_MALFORMED
 */
export function senderNonceOf(bytes: Uint8Array): Uint8Array | null {
  const message = cursorOver(readWholeBer(bytes), TAG.SEQUENCE);
  return readHeader(message.next(TAG.SEQUENCE)).senderNonce;
}

/** PKIStatusInfo. */
function readStatus(
  element: BerElement,
): Pick<RevocationAnswerMessage, 'state' | 'status' | 'text' | 'failures'> {
  const cursor = cursorOver(element, TAG.SEQUENCE);
  const status = smallIntegerOf(cursor.next());
  const free = cursor.optional(TAG.SEQUENCE);
  const failure = cursor.optional(TAG.BIT_STRING);
  cursor.end();
  const texts = free === null ? [] : membersOf(free, TAG.SEQUENCE).map((one) => textOf(one) ?? '');
  const flags = failure === null ? new Set<number>() : flagsOf(failure);
  return {
    status,
    state: stateOf(status),
    text: texts.join(' ').slice(0, MAX_TEXT),
    failures: FAILURES.filter((_name, bit) => flags.has(bit)),
  };
}

/** 4 and 5 warn or tell of a revocation: taken in hand. That it has happened, only OCSP and CRL say. */
function stateOf(status: number): AnswerState {
  switch (status) {
    case 0:
    case 1:
    case 4:
    case 5:
      return 'accepted';
    case 2:
      return 'rejected';
    case 3:
      return 'waiting';
    default:
      throw new CmsError('CMS_MALFORMED');
  }
}
