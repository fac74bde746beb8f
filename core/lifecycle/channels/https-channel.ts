// The way to a registration authority over HTTPS (resources/api/registration-authority.json). Nothing counts as
// received before a receipt says so that the authority's key has signed and that is for this very message.
import type { Certificate } from '../../cms/certificate.ts';
import { detachedSigner } from '../../cms/detached.ts';
import { PenaError } from '../../domain/pena-error.ts';
import type { RevocationRequest } from '../../domain/revocation-request.ts';
import type { CredentialSource, HttpClient } from '../../ports/http-client.ts';
import type { Acknowledgement, Paper, ReportChannel } from '../../ports/report-channel.ts';
import { isIssuedBy } from '../../trust/signed-by.ts';
import { digestOf, parseJson, type Receipt, receipt, reportBytes, signedReceipt } from './wire.ts';

export interface HttpsChannelOptions {
  /** `https://.../v1`, without a slash at the end. */
  readonly url: string;
  /** With the authority's own certificate or CA as the only ones it takes, where they are given. */
  readonly http: HttpClient;
  readonly timeoutMs: number;
  /** The access token, as the password of HTTP Basic; never sent on to another server. */
  readonly credential: CredentialSource;
  /** Certificates of the receipt's signer, or of CAs that issue them directly. */
  readonly receiptSigners: readonly Certificate[];
}

const MAX_BYTES = 200_000;
/** The message is at fault, or is known already in another form: sending it again will not help. */
const REFUSALS = [400, 409, 413, 415, 422];

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
  const limits = { maxBytes: MAX_BYTES, timeoutMs, signal, credential };
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
    const limits = { maxBytes: MAX_BYTES, timeoutMs, signal, credential };
    const address = `${url}/reports`;
    const answer = await http.request({ method: 'POST', url: address, headers, body, ...limits });
    return acknowledgement(answer.body, request, body, options);
  } catch (thrown) {
    const status = thrown instanceof PenaError && thrown.code === 'NET_STATUS' ? thrown.params : {};
    if (!REFUSALS.includes(Number(status['status']))) throw thrown;
    const detail = `HTTP ${String(status['status'])}`;
    throw new PenaError('CHANNEL_REFUSED', { host: hostOf(url), detail }, { cause: thrown });
  }
}

function acknowledgement(
  answer: Uint8Array,
  request: RevocationRequest,
  body: Uint8Array,
  { url, receiptSigners }: HttpsChannelOptions,
): Acknowledgement {
  const host = hostOf(url);
  const parsed = signedReceipt.safeParse(parseJson(answer));
  if (!parsed.success) throw new PenaError('CHANNEL_ANSWER_INVALID', { host });
  const bytes = Buffer.from(parsed.data.receipt, 'base64');
  const signer = detachedSigner(Buffer.from(parsed.data.signature, 'base64'), bytes);
  const known = receiptSigners.some(
    (one) => signer !== null && (one.sha256 === signer.sha256 || isIssuedBy(signer, one)),
  );
  if (!known) throw new PenaError('CHANNEL_RECEIPT_WRONG', { host });
  const content = receipt.safeParse(parseJson(bytes));
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

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
