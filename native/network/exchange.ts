// One request and its answer over HTTP/1.1 (RFC 9112), without redirects: bounded in bytes, ended by a signal.
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect, type SecureContextOptions } from 'node:tls';
import { NetworkError, networkError } from './network-error.ts';
import { keepInside } from './keep-inside.ts';
import { bare, type Proxy } from './proxy.ts';

/** Room made for a body that is not announced, and the most made for one that is only announced. */
const FIRST_ROOM = 16 << 10;
const MAX_TRUSTED = 64 << 20;

export interface Exchange {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly maxBytes: number;
  readonly proxy: Proxy | null;
  readonly tls: SecureContextOptions;
  /** For name look-up, connection, tunnel and TLS together. */
  readonly connectTimeoutMs: number;
  /** Aborted with a NetworkError as its reason when time is up or the user cancels. */
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** @throws {NetworkError} */
export async function exchange(order: Exchange): Promise<Answer> {
  keepInside(order.url.hostname, order.proxy === null);
  const connecting = new AbortController();
  const late = setTimeout(() => {
    const seconds = order.connectTimeoutMs / 1000;
    connecting.abort(new NetworkError('NET_TIMEOUT', { host: order.url.host, seconds }));
  }, order.connectTimeoutMs);
  const signal = AbortSignal.any([order.signal, connecting.signal]);
  const connected = (): void => clearTimeout(late);
  try {
    signal.throwIfAborted();
    return await send(order, signal, connected);
  } catch (thrown) {
    // Node wraps what a signal was aborted with.
    throw networkError(signal.aborted ? signal.reason : thrown, order.url.host);
  } finally {
    connected();
  }
}

async function send(order: Exchange, signal: AbortSignal, connected: () => void): Promise<Answer> {
  const { url, proxy } = order;
  const secure = url.protocol === 'https:';
  const headers: Record<string, string> = { ...order.headers };
  const options: RequestOptions = { method: order.method, headers, signal, agent: false };
  if (proxy !== null && !secure) {
    // RFC 9112 3.2.2: a proxy is given the whole address.
    const authorization = await proxy.authorization();
    if (authorization !== null) headers['proxy-authorization'] = authorization;
    headers['host'] = url.host;
    Object.assign(options, { hostname: proxy.hostname, port: proxy.port, path: url.href });
  } else {
    const { hostname, port, pathname, search } = url;
    Object.assign(options, { hostname: bare(hostname), port, path: pathname + search });
  }
  const tunnel = secure && proxy !== null ? await openTunnel(url, proxy, signal) : null;
  if (secure) {
    Object.assign(options, order.tls);
    if (tunnel !== null) {
      const servername = bare(url.hostname);
      options.createConnection = () => connect({ ...order.tls, socket: tunnel, servername });
    }
  }
  const answered = new Promise<Answer>((resolve, reject) => {
    const request = (secure ? secureRequest : plainRequest)(options);
    request.on('error', (error) => {
      const viaProxy = proxy !== null && !secure && !request.socket?.bytesRead;
      reject(viaProxy && !signal.aborted ? proxyError(proxy, error) : error);
    });
    request.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', connected);
    });
    request.on('response', (response) => {
      connected();
      if (response.statusCode === 407 && proxy !== null) {
        request.destroy();
        reject(proxyError(proxy, null, 407));
        return;
      }
      collect(response, order).then(resolve, (error: unknown) => {
        reject(error instanceof Error ? error : new Error(String(error)));
        request.destroy();
      });
    });
    finish(request, order.body);
  });
  // TLS leaves what it ran through open.
  return answered.finally(() => tunnel?.destroy());
}

function finish(request: ClientRequest, body: Uint8Array | null): void {
  if (body === null) request.end();
  else {
    request.setHeader('content-length', body.length);
    request.end(body);
  }
}

async function collect(response: IncomingMessage, order: Exchange): Promise<Answer> {
  const { host } = order.url;
  const body = await readBody(response, order.maxBytes, host);
  if (!response.complete) throw new NetworkError('NET_INTERRUPTED', { host });
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return { status: response.statusCode ?? 0, headers, body };
}

async function readBody(
  response: IncomingMessage,
  maxBytes: number,
  host: string,
): Promise<Uint8Array> {
  const announced = Number(response.headers['content-length'] ?? 0);
  if (announced > maxBytes) throw new NetworkError('NET_TOO_LARGE', { host });
  // What comes in pieces is copied once: a list of 50 MB shall not take 100.
  let body = new Uint8Array(Math.min(announced, MAX_TRUSTED) || FIRST_ROOM);
  let size = 0;
  for await (const chunk of response) {
    // Without an encoding set, a stream of bytes gives bytes.
    if (!(chunk instanceof Uint8Array)) throw new TypeError('not bytes');
    if (size + chunk.length > maxBytes) throw new NetworkError('NET_TOO_LARGE', { host });
    if (size + chunk.length > body.length) {
      const larger = new Uint8Array(
        Math.min(maxBytes, Math.max(body.length * 2, size + chunk.length)),
      );
      larger.set(body.subarray(0, size));
      body = larger;
    }
    body.set(chunk, size);
    size += chunk.length;
  }
  return body.subarray(0, size);
}

/** A way through the proxy to a server that is spoken to in TLS (RFC 9110 9.3.6). */
async function openTunnel(url: URL, proxy: Proxy, signal: AbortSignal): Promise<Duplex> {
  const authority = `${url.hostname}:${url.port || '443'}`;
  const authorization = await proxy.authorization();
  const headers = {
    host: authority,
    ...(authorization === null ? {} : { 'proxy-authorization': authorization }),
  };
  const { hostname, port } = proxy;
  return new Promise((resolve, reject) => {
    const options = { method: 'CONNECT', hostname, port, path: authority, headers, signal };
    const request = plainRequest({ ...options, agent: false });
    request.on('error', (error) => reject(signal.aborted ? error : proxyError(proxy, error)));
    // A proxy that knows no CONNECT may answer as if it were asked for a page.
    request.on('response', ({ statusCode }) => {
      request.destroy();
      reject(proxyError(proxy, null, statusCode));
    });
    request.on('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode >= 200 && statusCode < 300) resolve(socket);
      else {
        socket.destroy();
        reject(proxyError(proxy, null, statusCode));
      }
    });
    request.end();
  });
}

function proxyError({ label }: Proxy, cause: Error | null, status = 0): NetworkError {
  const params = { proxy: label, ...(status === 0 ? {} : { status }) };
  return new NetworkError('NET_PROXY', params, cause === null ? undefined : { cause });
}
