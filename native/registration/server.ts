// The reference receiver's server (resources/api/registration-authority.json): TLS always, HTTP Basic with the
// access token, bounded in body, time, connections and rate. It says nothing to those who have no token.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import { REPORT_LIMITS } from '../../core/domain/report-limits.ts';
import type { ReportReceiver } from '../../core/ports/report-receiver.ts';
import { RateLimit, type RateRule } from './rate-limit.ts';

export interface ReceiverOptions {
  readonly receiver: ReportReceiver;
  /** PEM. */
  readonly certificate: string;
  readonly key: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Only its digest is kept. */
  readonly token: Uint8Array;
  readonly rate?: RateRule;
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
};

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Resolves when it listens. @throws {PenaError} NET_TLS for a certificate or key that cannot be used */
export async function startReceiver(options: ReceiverOptions): Promise<RunningReceiver> {
  const { certificate, key, host, port, receiver } = options;
  const token = digest(options.token);
  const rate = new RateLimit(options.rate ?? RATE);
  const tls = { cert: certificate, key, minVersion: 'TLSv1.2' } as const;
  const limits = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, maxHeaderSize: 8 << 10 };
  const server = createServer({ ...tls, ...limits }, (request, response) => {
    answer(request, receiver, token, rate).then(
      (body) => reply(response, 200, body),
      (thrown: unknown) => refuse(request, response, toPenaError(thrown)),
    );
  });
  server.maxConnections = MAX_CONNECTIONS;
  // Hands that are no TLS, lines that break: theirs to sort out.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  receiver: ReportReceiver,
  token: Buffer,
  rate: RateLimit,
): Promise<Uint8Array> {
  const seconds = rate.take(request.socket.remoteAddress ?? '', Date.now());
  if (seconds > 0) throw new PenaError('RA_RATE', { seconds });
  // Guesses are limited by the rate; the comparison takes as long for any of them.
  if (!timingSafeEqual(digest(passwordOf(request)), token)) throw new PenaError('RA_TOKEN_WRONG');
  const { method, url = '' } = request;
  const [, wanted] = /^\/v1\/reports(?:\/([0-9a-f-]{36}))?$/.exec(url) ?? [null, null];
  if (method === 'GET' && typeof wanted === 'string') return receiver.status(wanted);
  if (method !== 'POST' || url !== '/v1/reports') throw new PenaError('RA_CASE_UNKNOWN');
  if (request.headers['content-type'] !== 'application/json') {
    throw new PenaError('RA_REPORT_INVALID', { detail: 'content-type' });
  }
  const key = request.headers['idempotency-key'];
  return receiver.receive(await bodyOf(request), typeof key === 'string' ? key : '');
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

function refuse(request: IncomingMessage, response: ServerResponse, error: PenaError): void {
  const status = STATUS[error.code] ?? 500;
  if (status === 401) response.setHeader('www-authenticate', 'Basic realm="pena", charset="UTF-8"');
  if (status === 429) response.setHeader('retry-after', String(error.params['seconds'] ?? 1));
  // What is still to come of the body is not waited for.
  if (!request.complete) response.setHeader('connection', 'close');
  const { detail } = error.params;
  const body = { error: { code: error.code, ...(detail === undefined ? {} : { detail }) } };
  reply(response, status, Buffer.from(JSON.stringify(body)));
}

function reply(response: ServerResponse, status: number, body: Uint8Array): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(body);
}
