// The way to a registration authority over HTTPS (resources/api/registration-authority.json). Nothing counts as
// received before a receipt says so that the authority's key has signed and that is for this very message.
import { PenaError } from '../../domain/pena-error.ts';
import type { RevocationRequest } from '../../domain/revocation-request.ts';
import type { Acknowledgement, Paper, ReportChannel } from '../../ports/report-channel.ts';
import {
  asRefusal,
  type AuthorityServer,
  hostOf,
  MAX_ANSWER_BYTES,
  signedContent,
} from './authority-answer.ts';
import { digestOf, type Receipt, receipt, reportBytes } from './wire.ts';

export type HttpsChannelOptions = AuthorityServer;

export function httpsChannel(options: HttpsChannelOptions): ReportChannel {
  return {
    id: 'https',
    send: (request, papers, signal) => send(request, papers, signal, options),
    status: (request, papers, signal) => askReportStatus(request, papers, options, signal),
  };
}

/**
 * What the authority says of a report it has received.
 * @throws {PenaError} CHANNEL_*, NET_*, CANCELLED
 */
export async function askReportStatus(
  request: RevocationRequest,
  papers: readonly Paper[],
  options: HttpsChannelOptions,
  signal: AbortSignal,
): Promise<Acknowledgement> {
  const { url, http, timeoutMs, credential } = options;
  const limits = { maxBytes: MAX_ANSWER_BYTES, timeoutMs, signal, credential };
  const address = `${url}/reports/${request.idempotencyKey}`;
  const answer = await http.request({ method: 'GET', url: address, ...limits });
  return acknowledgement(answer.body, request, reportBytes(request, papers), options);
}

async function send(
  request: RevocationRequest,
  papers: readonly Paper[],
  signal: AbortSignal,
  options: HttpsChannelOptions,
): Promise<Acknowledgement> {
  const { url, http, timeoutMs, credential } = options;
  const body = reportBytes(request, papers);
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'idempotency-key': request.idempotencyKey,
  };
  try {
    const limits = { maxBytes: MAX_ANSWER_BYTES, timeoutMs, signal, credential };
    const address = `${url}/reports`;
    const answer = await http.request({ method: 'POST', url: address, headers, body, ...limits });
    return acknowledgement(answer.body, request, body, options);
  } catch (thrown) {
    throw asRefusal(thrown, url);
  }
}

function acknowledgement(
  answer: Uint8Array,
  request: RevocationRequest,
  body: Uint8Array,
  options: HttpsChannelOptions,
): Acknowledgement {
  const host = hostOf(options.url);
  const content = receipt.safeParse(signedContent(answer, options));
  if (!content.success) throw new PenaError('CHANNEL_ANSWER_INVALID', { host });
  if (!isFor(content.data, request, body)) throw new PenaError('CHANNEL_RECEIPT_WRONG', { host });
  const { state, at, reason } = content.data;
  return { state, at, note: reason, evidence: answer };
}

function isFor(
  { caseId, idempotencyKey, messageSha256 }: Receipt,
  request: RevocationRequest,
  body: Uint8Array,
): boolean {
  return (
    caseId === request.caseId &&
    idempotencyKey === request.idempotencyKey &&
    messageSha256 === digestOf(body)
  );
}
