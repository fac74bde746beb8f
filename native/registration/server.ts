// The reference receiver's server (resources/api/registration-authority.json): TLS always, HTTP Basic with the
// access token, bounded in body, time, connections and rate. It says nothing to those who have no token.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer, type Server, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import { REPORT_LIMITS } from '../../core/domain/report-limits.ts';
import type { ApplicationReceiver, ReportReceiver } from '../../core/ports/report-receiver.ts';
import { RateLimit, type RateRule } from './rate-limit.ts';

export interface ReceiverOptions {
  readonly receiver: ReportReceiver;
  /** Absent: it takes none. */
  readonly applications?: ApplicationReceiver;
  /** PEM. */
  readonly certificate: string;
  readonly key: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** SHA-256 of the access token. */
  readonly tokenDigest: Uint8Array;
  readonly rate?: RateRule;
  /** Told of every answer, with nothing of what was sent. */
  readonly onAnswer?: (answered: AnsweredRequest) => void;
}

/** One line of the log: no address, no name, no identifier. */
export interface AnsweredRequest {
  readonly what: 'report' | 'application' | 'status' | 'other';
  readonly status: number;
  /** Null where it was taken. */
  readonly code: ErrorCode | null;
}

export interface RunningReceiver {
  readonly port: number;
  stop(): Promise<void>;
}

const RATE: RateRule = { burst: 60, perMinute: 60 };
const MAX_CONNECTIONS = 200;
const HEADERS_MS = 10_000;
const REQUEST_MS = 60_000;

const STATUS: Partial<Record<ErrorCode, number>> = {
  RA_TOKEN_WRONG: 401,
  RA_RATE: 429,
  RA_REPORT_INVALID: 422,
  RA_CONFLICT: 409,
  RA_CASE_UNKNOWN: 404,
  PACKAGE_TOO_LARGE: 413,
  PACKAGE_INVALID: 422,
  PACKAGE_DIGEST_WRONG: 422,
  PACKAGE_SIGNATURE_WRONG: 422,
  PAPER_UNSUPPORTED: 422,
};

/** Who takes what is sent to an address, as what, and under which key it is asked for. */
interface Place {
  readonly what: 'report' | 'application';
  readonly receiver: ReportReceiver;
  readonly mediaType: string;
  /** Null: something is to be sent here. */
  readonly wanted: string | null;
}

/** SHA-256, as `tokenDigest` is. */
export const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * Resolves when it listens.
 * @throws {PenaError} RA_TLS_CERTIFICATE_WRONG where certificate and key cannot be used together; RA_PORT_TAKEN,
 *   RA_LISTEN_FAILED
 */
export async function startReceiver(options: ReceiverOptions): Promise<RunningReceiver> {
  const { certificate, key, host, port, onAnswer = () => undefined } = options;
  const token = Buffer.from(options.tokenDigest);
  const rate = new RateLimit(options.rate ?? RATE);
  const tls = { cert: certificate, key, minVersion: 'TLSv1.2' } as const;
  const limits = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, maxHeaderSize: 8 << 10 };
  const onRequest: RequestListener = (request, response) => {
    const place = placeOf(request, options);
    const what = request.method === 'GET' && place !== null ? 'status' : (place?.what ?? 'other');
    answer(request, place, token, rate).then(
      (body) => {
        reply(response, 200, body);
        onAnswer({ what, status: 200, code: null });
      },
      (thrown: unknown) => {
        const error = toPenaError(thrown);
        const status = refuse(request, response, error);
        onAnswer({ what, status, code: error.code });
      },
    );
  };
  const server = secureServer({ ...tls, ...limits }, onRequest);
  server.maxConnections = MAX_CONNECTIONS;
  // Hands that are no TLS, lines that break: theirs to sort out.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (thrown) => reject(notListening(thrown, port)));
    server.listen(port, host, resolve);
  });
  server.on('error', () => undefined);
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function secureServer(options: ServerOptions, onRequest: RequestListener): Server {
  try {
    return createServer(options, onRequest);
  } catch (thrown) {
    throw new PenaError('RA_TLS_CERTIFICATE_WRONG', {}, { cause: thrown });
  }
}

function notListening(thrown: NodeJS.ErrnoException, port: number): PenaError {
  const code = thrown.code === 'EADDRINUSE' ? 'RA_PORT_TAKEN' : 'RA_LISTEN_FAILED';
  return new PenaError(code, { port }, { cause: thrown });
}

function placeOf(
  { url = '' }: IncomingMessage,
  { receiver, applications }: ReceiverOptions,
): Place | null {
  const [report, wantedReport] = /^\/v1\/reports(?:\/([0-9a-f-]{36}))?$/.exec(url) ?? [];
  if (report !== undefined) {
    const wanted = wantedReport ?? null;
    return { what: 'report', receiver, mediaType: 'application/json', wanted };
  }
  const [application, wantedOne] = /^\/v1\/applications(?:\/([0-9a-f]{64}))?$/.exec(url) ?? [];
  if (application === undefined || applications === undefined) return null;
  const wanted = wantedOne ?? null;
  return { what: 'application', receiver: applications, mediaType: 'application/zip', wanted };
}

async function answer(
  request: IncomingMessage,
  place: Place | null,
  token: Buffer,
  rate: RateLimit,
): Promise<Uint8Array> {
  const seconds = rate.take(request.socket.remoteAddress ?? '', Date.now());
  if (seconds > 0) throw new PenaError('RA_RATE', { seconds });
  // Guesses are limited by the rate; the comparison takes as long for any of them.
  if (!timingSafeEqual(digest(passwordOf(request)), token)) throw new PenaError('RA_TOKEN_WRONG');
  const { method } = request;
  if (method === 'GET' && place !== null && place.wanted !== null) {
    return place.receiver.status(place.wanted);
  }
  if (method !== 'POST' || place === null || place.wanted !== null) {
    throw new PenaError('RA_CASE_UNKNOWN');
  }
  if (request.headers['content-type'] !== place.mediaType) {
    throw new PenaError('RA_REPORT_INVALID', { detail: 'content-type' });
  }
  const key = request.headers['idempotency-key'];
  return place.receiver.receive(await bodyOf(request), typeof key === 'string' ? key : '');
}

function passwordOf(request: IncomingMessage): Buffer {
  const [, base64 = ''] =
    /^Basic ([A-Za-z0-9+/=]{1,400})$/.exec(request.headers.authorization ?? '') ?? [];
  const pair = Buffer.from(base64, 'base64');
  return pair.subarray(pair.indexOf(':') + 1);
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const tooLarge = new PenaError('PACKAGE_TOO_LARGE');
  if (Number(request.headers['content-length'] ?? 0) > REPORT_LIMITS.messageBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('not bytes');
    size += chunk.length;
    if (size > REPORT_LIMITS.messageBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @returns the status that was answered */
function refuse(request: IncomingMessage, response: ServerResponse, error: PenaError): number {
  const status = STATUS[error.code] ?? 500;
  if (status === 401) response.setHeader('www-authenticate', 'Basic realm="pena", charset="UTF-8"');
  if (status === 429) response.setHeader('retry-after', String(error.params['seconds'] ?? 1));
  // What is still to come of the body is not waited for.
  if (!request.complete) response.setHeader('connection', 'close');
  const { detail } = error.params;
  const body = { error: { code: error.code, ...(detail === undefined ? {} : { detail }) } };
  reply(response, status, Buffer.from(JSON.stringify(body)));
  return status;
}

function reply(response: ServerResponse, status: number, body: Uint8Array): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(body);
}
