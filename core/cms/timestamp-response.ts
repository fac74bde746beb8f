// The answer of a time-stamp authority (RFC 3161 2.4.2; RFC 5816), and whether it may be used.
import { type BerElement, cursorOver, membersOf, readWholeBer, TAG } from './ber.ts';
import { equalBytes, flagsOf, smallIntegerOf, textOf } from './ber-values.ts';
import type { Certificate } from './certificate.ts';
import { CmsError } from './cms-error.ts';
import { readContentInfo } from './signed-data-reader.ts';
import { nonceHex, type StampQuestion } from './timestamp-request.ts';
import {
  isTokenIntact,
  readTimestampToken,
  type TimestampToken,
  type TokenFacts,
  verifyTimestampToken,
} from './timestamp-token.ts';

/** PKIFailureInfo's bits by the names RFC 3161 2.4.2 gives them. */
const FAILURES: Readonly<Record<number, string>> = {
  0: 'badAlg',
  2: 'badRequest',
  5: 'badDataFormat',
  14: 'timeNotAvailable',
  15: 'unacceptedPolicy',
  16: 'unacceptedExtension',
  17: 'addInfoNotAvailable',
  25: 'systemFailure',
};
const STATUSES = [
  'granted',
  'grantedWithMods',
  'rejection',
  'waiting',
  'revocationWarning',
  'revocationNotification',
] as const;
const MAX_TEXT = 200;

export interface UsableStamp {
  /** DER of the time-stamp token (a ContentInfo), as it is put into signatures and documents. */
  readonly der: Uint8Array;
  readonly token: TimestampToken;
  /** The authority's. */
  readonly certificate: Certificate;
}

/**
 * The time stamp in an answer to this question, when everything about it but trust is right.
 * Throws TSA_REFUSED, TSA_MALFORMED, TSA_NONCE_MISMATCH, TSA_IMPRINT_MISMATCH, TSA_POLICY_MISMATCH,
 * TSA_SIGNATURE_WRONG, TSA_CERTIFICATE_UNFIT, TSA_CERTIFICATE_EXPIRED.
 */
export function usableStamp(response: Uint8Array, question: StampQuestion): UsableStamp {
  try {
    const element = readGranted(response);
    const token = readTimestampToken(readContentInfo(element));
    const facts = verifyTimestampToken(token, (hash) =>
      hash === question.hash ? question.digest : null,
    );
    const certificate = judge(token, facts, question);
    return { der: element.bytes, token, certificate };
  } catch (error) {
    if (error instanceof CmsError && !error.code.startsWith('TSA_')) {
      throw new CmsError('TSA_MALFORMED', {}, { cause: error });
    }
    throw error;
  }
}

/** The token of a TimeStampResp that says granted. */
function readGranted(response: Uint8Array): BerElement {
  const cursor = cursorOver(readWholeBer(response), TAG.SEQUENCE);
  const info = cursorOver(cursor.next(), TAG.SEQUENCE);
  const status = smallIntegerOf(info.next(TAG.INTEGER));
  if (status > 1) {
    const text = info.optional(TAG.SEQUENCE);
    const failInfo = info.optional(TAG.BIT_STRING);
    throw new CmsError('TSA_REFUSED', { failure: describe(status, text, failInfo) });
  }
  return cursor.next(TAG.SEQUENCE);
}

function describe(status: number, text: BerElement | null, failInfo: BerElement | null): string {
  const failures = failInfo === null ? [] : [...flagsOf(failInfo)];
  const words = [STATUSES[status] ?? String(status)];
  words.push(...failures.map((bit) => FAILURES[bit] ?? `bit ${bit}`));
  // PKIFreeText is the server's own and goes onto a screen.
  const lines =
    text === null ? [] : membersOf(text, TAG.SEQUENCE).map((line) => textOf(line) ?? '');
  const told = lines
    .join(' ')
    .replace(/[^\p{L}\p{N}\p{P}\p{Zs}]/gu, ' ')
    .trim();
  if (told !== '') words.push(told.slice(0, MAX_TEXT));
  return words.join(', ');
}

function judge(token: TimestampToken, facts: TokenFacts, question: StampQuestion): Certificate {
  const { certificate } = facts;
  const { digest, nonce, policy } = question;
  if (token.imprintHash !== question.hash || !equalBytes(token.imprint, digest)) {
    throw new CmsError('TSA_IMPRINT_MISMATCH');
  }
  if (token.nonce !== nonceHex(nonce)) throw new CmsError('TSA_NONCE_MISMATCH');
  if (policy !== null && token.policy !== policy) throw new CmsError('TSA_POLICY_MISMATCH');
  if (certificate === null) throw new CmsError('TSA_CERTIFICATE_UNFIT');
  if (!isTokenIntact(facts)) throw new CmsError('TSA_SIGNATURE_WRONG');
  if (!facts.purposeRight) throw new CmsError('TSA_CERTIFICATE_UNFIT');
  if (token.time < certificate.notBefore || token.time > certificate.notAfter) {
    throw new CmsError('TSA_CERTIFICATE_EXPIRED', {
      notAfter: certificate.notAfter.toISOString(),
    });
  }
  return certificate;
}
