// The way to a CA that speaks CMP over HTTP (RFC 9811): the request as `rr`, its papers left to other ways; a CA that
// lets wait is asked again by `pollReq`, not before it wants to be.
import {
  type AnswerTrust,
  readRevocationAnswer,
  senderNonceOf,
} from '../../cms/cmp/revocation-answer-message.ts';
import {
  buildPollMessage,
  buildRevocationMessage,
  type Protection,
  type RevocationRequestInput,
} from '../../cms/cmp/revocation-request-message.ts';
import { CmsError } from '../../cms/cms-error.ts';
import { PenaError } from '../../domain/pena-error.ts';
import type { RevocationRequest } from '../../domain/revocation-request.ts';
import type { HttpClient } from '../../ports/http-client.ts';
import type { Acknowledgement, ReportChannel } from '../../ports/report-channel.ts';
import type { SigningKey } from '../../ports/token.ts';
import { isIssuedBy } from '../../trust/signed-by.ts';
import type { Certificate } from '../../cms/certificate.ts';

export interface CmpChannelOptions {
  readonly url: string;
  readonly http: HttpClient;
  readonly timeoutMs: number;
  /** What we protect our message with; a secret is asked for anew every time, and wiped after use. */
  readonly credential:
    | {
        readonly kind: 'secret';
        readonly reference: string;
        readonly secret: () => Promise<Uint8Array>;
      }
    | { readonly kind: 'key'; readonly key: SigningKey };
  /** Certificates of the server, or of CAs that issue them directly, whose answers are believed. */
  readonly answerSigners: readonly Certificate[];
  readonly now: () => Date;
  readonly random: (length: number) => Uint8Array;
}

const MAX_BYTES = 1 << 20;
/** Seconds: what a CA may ask for, whatever it says. */
const SOONEST = 60;
const LATEST = 86_400;

/** @throws {PenaError} from `send`: CMP_*, CMS_*, CHANNEL_*, NET_*, TOKEN_*, P12_*, CANCELLED */
export function cmpChannel(options: CmpChannelOptions): ReportChannel {
  return {
    id: 'cmp',
    // `rr` has no room for papers, and a second one for the same certificate would be refused.
    fits: ({ certificate, papers }) => certificate.issuerName !== null && papers.length === 0,
    send: (request, _papers, signal) =>
      exchange(request, options, signal, (input, protection) =>
        buildRevocationMessage(input, protection),
      ),
    status: (request, _papers, signal, { evidence }) =>
      exchange(request, options, signal, (input, protection) =>
        buildPollMessage(input, evidence === null ? null : senderNonceOf(evidence), protection),
      ),
  };
}

async function exchange(
  request: RevocationRequest,
  options: CmpChannelOptions,
  signal: AbortSignal,
  build: (input: RevocationRequestInput, protection: Protection) => Promise<Uint8Array>,
): Promise<Acknowledgement> {
  const { url, http, timeoutMs, random, now, credential } = options;
  const input = inputOf(request, now(), random(16));
  const secret = credential.kind === 'secret' ? await credential.secret() : null;
  try {
    const protection: Protection =
      credential.kind === 'key'
        ? { kind: 'key', key: credential.key, name: request.caseId }
        : {
            kind: 'secret',
            reference: credential.reference,
            secret: secret ?? new Uint8Array(0),
            salt: random(16),
          };
    const body = await build(input, protection);
    const headers = { 'content-type': 'application/pkixcmp', accept: 'application/pkixcmp' };
    const limits = { maxBytes: MAX_BYTES, timeoutMs, signal };
    const answer = await http.request({ method: 'POST', url, headers, body, ...limits });
    return acknowledgement(answer.body, input, trustOf(options, secret), url, now());
  } finally {
    secret?.fill(0);
  }
}

/** The transaction is the idempotency key: a CA that keeps count sees a repeated request as the same one. */
function inputOf(request: RevocationRequest, at: Date, nonce: Uint8Array): RevocationRequestInput {
  const { certificate, reason, invalidityDate, idempotencyKey } = request;
  const { issuerName, serial } = certificate;
  if (issuerName === null) throw new PenaError('CHANNEL_UNFIT', { detail: 'CMP' });
  const octets = Buffer.from(serial.length % 2 === 0 ? serial : `0${serial}`, 'hex');
  return {
    issuer: Buffer.from(issuerName, 'base64'),
    serial: (octets[0] ?? 0) < 0x80 ? octets : Buffer.concat([Buffer.of(0), octets]),
    reason,
    invalidityDate: invalidityDate === null ? null : new Date(invalidityDate),
    at,
    transactionId: Buffer.from(idempotencyKey.replaceAll('-', ''), 'hex'),
    nonce,
  };
}

function trustOf({ answerSigners }: CmpChannelOptions, secret: Uint8Array | null): AnswerTrust {
  return {
    secret,
    known: answerSigners,
    accepts: (signer) =>
      answerSigners.some((one) => one.sha256 === signer.sha256 || isIssuedBy(signer, one)),
  };
}

function acknowledgement(
  bytes: Uint8Array,
  expected: RevocationRequestInput,
  trust: AnswerTrust,
  url: string,
  at: Date,
): Acknowledgement {
  const { host } = new URL(url);
  const { kind, state, text, failures, isProtected, checkAfter } = read(
    bytes,
    expected,
    trust,
    host,
  );
  // `waiting` (RFC 4210 5.2.3) and its error form, delayed delivery (RFC 9483 4.4): it has the request.
  const waits = state === 'waiting' && (kind !== 'error' || isProtected);
  const words = [...(waits ? ['waiting'] : []), text, ...failures]
    .filter((word) => word !== '')
    .join(', ');
  // Another error speaks of the message, and unprotected ones might be anybody's: another way is tried.
  if (kind === 'error' && !waits) throw new PenaError('CHANNEL_REFUSED', { host, detail: words });
  return {
    state: state === 'waiting' ? 'received' : state,
    at: at.toISOString(),
    note: words,
    evidence: bytes,
    ...(checkAfter === null ? {} : { checkAfter: askAgainAt(checkAfter, at) }),
  };
}

function askAgainAt(seconds: number, at: Date): string {
  const bounded = Math.min(Math.max(seconds, SOONEST), LATEST);
  return new Date(at.getTime() + bounded * 1000).toISOString();
}

function read(
  bytes: Uint8Array,
  expected: RevocationRequestInput,
  trust: AnswerTrust,
  host: string,
) {
  try {
    return readRevocationAnswer(bytes, expected, trust);
  } catch (thrown) {
    if (!(thrown instanceof CmsError)) throw thrown;
    const code = thrown.code.startsWith('CMP_') ? thrown.code : 'CHANNEL_ANSWER_INVALID';
    throw new PenaError(code, { host }, { cause: thrown });
  }
}
