// The HttpClient over node:http and node:https: time-outs, size caps, redirects, proxies, Basic auth.
// It keeps no cookies and no connections, and gives a credential, and a caller's own headers, to no server
// but the one they are for.
import { type SecureContextOptions, rootCertificates } from 'node:tls';
import type { HttpClient, HttpRequest, HttpResponse } from '../../core/ports/http-client.ts';
import { basicAuthorization } from './basic-authorization.ts';
import { type Answer, exchange } from './exchange.ts';
import { NetworkError } from './network-error.ts';
import { type Environment, proxyFor, type ProxySetting } from './proxy.ts';

const MAX_REDIRECTS = 5;
const CONNECT_TIMEOUT = 10_000;
const REDIRECTS = [301, 302, 303, 307, 308];

export interface HttpClientOptions {
  /** Where the proxy is read from when none is set. */
  readonly environment: Environment;
  /** Null: as the environment says. */
  readonly proxy?: ProxySetting | null;
  /** PEM of authorities that servers' certificates may also come from. */
  readonly extraAuthorities?: readonly string[];
  /** Whether to take certificates of those authorities only: a pinned server, or an office's own CA. */
  readonly onlyExtra?: boolean;
  readonly connectTimeoutMs?: number;
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { extraAuthorities = [], onlyExtra = false } = options;
  const tls: SecureContextOptions = {
    minVersion: 'TLSv1.2',
    ...(extraAuthorities.length === 0 && !onlyExtra
      ? {}
      : { ca: [...(onlyExtra ? [] : rootCertificates), ...extraAuthorities] }),
  };
  return { request: (request) => run(request, options, tls) };
}

async function run(
  request: HttpRequest,
  options: HttpClientOptions,
  tls: SecureContextOptions,
): Promise<HttpResponse> {
  const first = readAddress(request.url);
  if (first === null)
    throw new NetworkError('NET_ADDRESS_INVALID', { address: shown(request.url) });
  const end = new AbortController();
  const timeout = setTimeout(() => {
    const params = { host: first.host, seconds: request.timeoutMs / 1000 };
    end.abort(new NetworkError('NET_TIMEOUT', params));
  }, request.timeoutMs);
  const cancel = (): void => end.abort(new NetworkError('CANCELLED'));
  request.signal?.addEventListener('abort', cancel);
  if (request.signal?.aborted) cancel();
  try {
    return await follow(request, first, (step) =>
      exchange({
        ...step,
        maxBytes: request.maxBytes,
        proxy: proxyFor(step.url, options.proxy ?? null, options.environment),
        tls,
        connectTimeoutMs: options.connectTimeoutMs ?? CONNECT_TIMEOUT,
        signal: end.signal,
      }),
    );
  } finally {
    clearTimeout(timeout);
    request.signal?.removeEventListener('abort', cancel);
  }
}

interface Step {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

async function follow(
  request: HttpRequest,
  first: URL,
  ask: (step: Step) => Promise<Answer>,
): Promise<HttpResponse> {
  const seen = new Set<string>();
  let url = first;
  let method = request.method;
  for (let redirects = 0; ; redirects++) {
    const sameServer = url.origin === first.origin;
    const authorization = sameServer ? await basicAuthorization(request.credential) : null;
    const { host } = url;
    seen.add(`${method} ${url.href}`);
    const answer = await ask({
      method,
      url,
      headers: headersOf(request, method, authorization, sameServer),
      body: method === 'POST' ? (request.body ?? new Uint8Array(0)) : null,
    });
    const { status } = answer;
    if (status >= 200 && status < 300) return { ...answer, url: url.href };
    if (status === 401) throw new NetworkError('NET_AUTH', { host });
    if (!REDIRECTS.includes(status)) throw new NetworkError('NET_STATUS', { host, status });
    // RFC 9110 15.4: only 303 asks for another method. Browsers also turn POST into GET at 301 and 302;
    // a question whose body is left out would be no question any more.
    if (status === 303) method = 'GET';
    const next = readAddress(answer.headers['location'] ?? '', url);
    const refused =
      next === null ||
      redirects === MAX_REDIRECTS ||
      seen.has(`${method} ${next.href}`) ||
      (url.protocol === 'https:' && next.protocol === 'http:');
    if (refused) throw new NetworkError('NET_REDIRECT', { host });
    url = next;
  }
}

/** What only describes the question: a server that was redirected to is told nothing else. */
const PLAIN_HEADERS: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-type']);

function headersOf(
  request: HttpRequest,
  method: string,
  authorization: string | null,
  sameServer: boolean,
): Record<string, string> {
  const headers: Record<string, string> = { 'user-agent': 'Pena', 'accept-encoding': 'identity' };
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    const lower = name.toLowerCase();
    if (!sameServer && !PLAIN_HEADERS.has(lower)) continue;
    if (method === 'POST' || lower !== 'content-type') headers[lower] = value;
  }
  if (authorization !== null) headers['authorization'] = authorization;
  return headers;
}

/** Null for what is not to be followed: other schemes, and addresses that carry a name or password. */
function readAddress(text: string, base?: URL): URL | null {
  if (text === '' || !URL.canParse(text, base?.href)) return null;
  const url = new URL(text, base?.href);
  const usable = ['http:', 'https:'].includes(url.protocol) && url.hostname !== '';
  if (!usable || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  return url;
}

/** An address for an error's text: not endless, and without a password in it. */
function shown(address: string): string {
  return address.replace(/\/\/[^/]*@/, '//').slice(0, 100);
}
