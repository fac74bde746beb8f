// Puts a question to an OCSP responder: POST, then GET for those that know only that (RFC 6960 A.1; RFC 5019 5).
import type { Certificate } from '../../cms/certificate.ts';
import type { RevocationAnswer, RevocationJudgement } from '../revocation/judgement.ts';
import { failureOf, hostOf, limits, type RevocationServices } from '../revocation/services.ts';
import { TrustError } from '../trust-error.ts';
import { judgeOcsp } from './judge-ocsp.ts';
import { buildOcspRequest, ocspGetAddress } from './ocsp-request.ts';

/** An answer with its responder's certificate takes about 3 KB. */
const MAX_BYTES = 1 << 20;
/** RFC 9654 2.1: 32 octets; some responders refuse more than 16, and 16 cannot be guessed either. */
const NONCE_BYTES = 16;

interface Subject {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
}

/** A usable and current answer from this address. Throws OCSP_*, NET_*, CANCELLED. */
export async function askOcsp(
  url: string,
  subject: Subject,
  services: RevocationServices,
): Promise<RevocationAnswer> {
  const key = `ocsp ${url} ${subject.certificate.sha256}`;
  const { cache, now, random } = services;
  const kept = (await cache?.get(key, now)) ?? null;
  if (kept !== null) {
    const judged = judge(kept, subject, services, null);
    if (judged.usable && judged.currency === 'current') return judged;
  }
  const answer = await askAnew(url, subject, services, random?.(NONCE_BYTES) ?? null);
  // Without nextUpdate, newer information is there at any time (RFC 6960 4.2.2.1).
  const [der] = answer.evidence;
  if (answer.nextUpdate !== null && der !== undefined)
    await cache?.set(key, der, answer.nextUpdate);
  return answer;
}

async function askAnew(
  url: string,
  subject: Subject,
  services: RevocationServices,
  nonce: Uint8Array | null,
): Promise<RevocationAnswer> {
  const question = buildOcspRequest({ ...subject, hash: 'sha1', nonce });
  const headers = {
    'content-type': 'application/ocsp-request',
    accept: 'application/ocsp-response',
  };
  const bounds = { maxBytes: MAX_BYTES, ...limits(services) };
  const post = { method: 'POST', url, headers, body: question, ...bounds } as const;
  try {
    const { body } = await services.http.request(post);
    return currentOr(judge(body, subject, services, nonce), url);
  } catch (thrown) {
    const failure = failureOf(thrown);
    const plain =
      nonce === null ? question : buildOcspRequest({ ...subject, hash: 'sha1', nonce: null });
    const address = ocspGetAddress(url, plain);
    if (address === null || !mayHelp(failure.code)) throw thrown;
    try {
      const get = { method: 'GET', url: address, headers, ...bounds } as const;
      const { body } = await services.http.request(get);
      return currentOr(judge(body, subject, services, null), url);
    } catch (second) {
      failureOf(second);
      // What was said first is what is wrong; that a responder has no GET is no news.
      throw thrown;
    }
  }
}

/** What a responder says to a method, a nonce or a length that it does not know. */
function mayHelp(code: string): boolean {
  return ['NET_STATUS', 'OCSP_MALFORMED', 'OCSP_REFUSED'].includes(code);
}

function judge(
  response: Uint8Array,
  subject: Subject,
  { now, others = [] }: RevocationServices,
  nonce: Uint8Array | null,
): RevocationJudgement {
  return judgeOcsp({ response, ...subject, at: now, nonce, others });
}

function currentOr(judged: RevocationJudgement, url: string): RevocationAnswer {
  const host = hostOf(url);
  if (!judged.usable) {
    const { code, params } = judged.error;
    throw new TrustError(code, { ...params, host }, { cause: judged.error });
  }
  if (judged.currency === 'current') return judged;
  const { nextUpdate } = judged;
  const until = nextUpdate === null ? {} : { nextUpdate: nextUpdate.toISOString() };
  throw new TrustError('OCSP_NOT_CURRENT', { host, ...until });
}
