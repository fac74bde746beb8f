// Fetches a certificate's CRL from where it says, with the delta CRL over it, and judges them (RFC 5280 6.3).
import type { Certificate } from '../../cms/certificate.ts';
import { addressesOf, urlsOf } from '../revocation/addresses.ts';
import { currencyAt, type RevocationAnswer } from '../revocation/judgement.ts';
import { failureOf, hostOf, limits, type RevocationServices } from '../revocation/services.ts';
import { TrustError } from '../trust-error.ts';
import { type CertificateList, MAX_CRL_BYTES, readCertificateList } from './certificate-list.ts';
import { judgeCrls } from './judge-crls.ts';

/** A list of some megabytes over a slow line takes longer than an answer of OCSP. */
const PATIENCE = 4;

interface Subject {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
}

export interface CrlFinding {
  /** Usable and current; null where the lists so far give none. */
  readonly answer: RevocationAnswer | null;
  readonly error: TrustError | null;
  /** Every list seen so far: one may cover only some reasons, and the next the others. */
  readonly lists: readonly CertificateList[];
}

/** Throws CRL_MALFORMED, NET_*, CANCELLED. */
export async function askCrl(
  url: string,
  subject: Subject,
  before: readonly CertificateList[],
  services: RevocationServices,
): Promise<CrlFinding> {
  const kept = await keptList(url, services);
  if (kept !== null) {
    const found = await judgeWith(kept, url, subject, before, services);
    if (found.answer !== null) return found;
  }
  const list = readCertificateList(fromPem(await fetchList(url, services)));
  const found = await judgeWith(list, url, subject, before, services);
  // Kept only when it was good for something: whoever stands on the line cannot spoil the cache.
  if (found.answer !== null && list.nextUpdate !== null) {
    await services.cache?.set(cacheKey(url), list.der, list.nextUpdate);
  }
  return found;
}

async function judgeWith(
  list: CertificateList,
  url: string,
  subject: Subject,
  before: readonly CertificateList[],
  services: RevocationServices,
): Promise<CrlFinding> {
  const lists = [...before, list, ...(await deltasOver(list, subject, services))];
  const host = hostOf(url);
  const { now, others = [], accepts } = services;
  const judged = judgeCrls({
    ...subject,
    crls: lists,
    at: now,
    others,
    ...(accepts === undefined ? {} : { accepts }),
  });
  if (!judged.usable) {
    const { code, params } = judged.error;
    const error = new TrustError(code, { ...params, host }, { cause: judged.error });
    return { answer: null, error, lists };
  }
  if (judged.currency === 'current') return { answer: judged, error: null, lists };
  const { nextUpdate } = judged;
  const until = nextUpdate === null ? {} : { nextUpdate: nextUpdate.toISOString() };
  return { answer: null, error: new TrustError('CRL_NOT_CURRENT', { host, ...until }), lists };
}

async function deltasOver(
  list: CertificateList,
  { certificate }: Subject,
  services: RevocationServices,
): Promise<CertificateList[]> {
  const deltas: CertificateList[] = [];
  for (const address of new Set([...urlsOf(list.freshest), ...addressesOf(certificate).deltaCrl])) {
    try {
      deltas.push(readCertificateList(fromPem(await fetchList(address, services))));
    } catch (thrown) {
      // The complete list is good without it, if less fresh (5.2.6).
      failureOf(thrown);
    }
  }
  return deltas;
}

function cacheKey(url: string): string {
  return `crl ${url}`;
}

async function keptList(
  url: string,
  { cache, now }: RevocationServices,
): Promise<CertificateList | null> {
  const kept = (await cache?.get(cacheKey(url), now)) ?? null;
  if (kept === null) return null;
  try {
    const list = readCertificateList(kept);
    return currencyAt(list, now) === 'current' ? list : null;
  } catch (error) {
    if (error instanceof TrustError) return null;
    throw error;
  }
}

async function fetchList(url: string, services: RevocationServices): Promise<Uint8Array> {
  const { timeoutMs, ...rest } = limits(services);
  const headers = { accept: 'application/pkix-crl' };
  const bounds = { maxBytes: MAX_CRL_BYTES, timeoutMs: timeoutMs * PATIENCE, ...rest };
  return (await services.http.request({ method: 'GET', url, headers, ...bounds })).body;
}

/** RFC 5280 4.2.1.13 asks for DER; some authorities publish PEM. */
function fromPem(body: Uint8Array): Uint8Array {
  if (body[0] === 0x30) return body;
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
  const [, base64] = /-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END/.exec(text) ?? [];
  return base64 === undefined ? body : Buffer.from(base64, 'base64');
}
