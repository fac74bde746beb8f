// The HTTP client against servers and proxies that behave, and that do not: all on the loopback address.
import { createServer as createSecureServer } from 'node:https';
import { connect, createServer as createTcpServer, type AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HttpCredential, HttpRequest } from '../../../core/ports/http-client.ts';
import { createHttpClient, type HttpClientOptions } from '../../../native/network/http-client.ts';
import { rejection } from '../../support/rejection.ts';
import {
  babble,
  bytes,
  cut,
  drip,
  flood,
  garbage,
  hang,
  naughtyServer,
  redirect,
  slam,
  status,
} from '../../support/services/naughty-server.ts';
import { loopbackCertificate } from '../../support/services/loopback-certificate.ts';

const client = (options: Partial<HttpClientOptions> = {}) =>
  createHttpClient({ environment: {}, ...options });
const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  maxBytes: 1000,
  timeoutMs: 5000,
  ...more,
});
const credential = (): Promise<HttpCredential> =>
  Promise.resolve({ user: 'pena', password: Buffer.from('rahasia') });
const BASIC = `Basic ${Buffer.from('pena:rahasia').toString('base64')}`;

describe('an answer', () => {
  it('comes with its body, status, headers and address', async () => {
    const server = await naughtyServer({
      '/ok': (response) => response.writeHead(201, { 'X-Kind': 'a' }).end('hello'),
    });
    const answer = await client().request(get(`${server.url}/ok#fragment`));
    expect(answer).toMatchObject({ status: 201, url: `${server.url}/ok` });
    expect(Buffer.from(answer.body).toString()).toBe('hello');
    expect(answer.headers['x-kind']).toBe('a');
    expect(server.asked[0]).toMatchObject({ method: 'GET', path: '/ok' });
    expect(server.asked[0]?.headers['user-agent']).toBe('Pena');
  });

  it('is to the body that was sent', async () => {
    const server = await naughtyServer({ '/echo': (response, { body }) => response.end(body) });
    const body = Uint8Array.of(0, 255, 10);
    const headers = { 'Content-Type': 'application/timestamp-query' };
    const answer = await client().request(
      get(`${server.url}/echo`, { method: 'POST', body, headers }),
    );
    expect(Uint8Array.from(answer.body)).toEqual(body);
    expect(server.asked[0]?.headers).toMatchObject({
      'content-type': 'application/timestamp-query',
      'content-length': '3',
    });
  });
});

describe('what goes wrong is named:', () => {
  it.each([
    ['500', status(500), 'NET_STATUS', { status: 500 }],
    ['401', status(401), 'NET_AUTH', {}],
    ['a body that is announced too large', flood({ announced: true }), 'NET_TOO_LARGE', {}],
    ['a body that becomes too large', flood({ announced: false }), 'NET_TOO_LARGE', {}],
    ['silence', hang, 'NET_TIMEOUT', { seconds: 0.3 }],
    ['a drip', drip, 'NET_TIMEOUT', { seconds: 0.3 }],
    ['a line cut in the body', cut, 'NET_INTERRUPTED', {}],
    ['a line cut at once', slam, 'NET_INTERRUPTED', {}],
    ['another protocol', babble, 'NET_INTERRUPTED', {}],
  ] as const)('%s', async (_, behaviour, code, params) => {
    const server = await naughtyServer({ '/': behaviour });
    const began = performance.now();
    const error = await rejection(
      client().request(get(`${server.url}/`, { timeoutMs: 300, maxBytes: 200_000 })),
    );
    expect(error).toMatchObject({ code, params: { host: server.host, ...params } });
    // By this request's own patience, not the five seconds of others here.
    expect(performance.now() - began).toBeLessThan(4500);
  });

  it('nobody listening', async () => {
    const server = await naughtyServer({});
    await server.stop();
    const error = await rejection(client().request(get(server.url)));
    expect(error).toMatchObject({ code: 'NET_UNREACHABLE', params: { host: server.host } });
  });

  it('a name that is none', async () => {
    const error = await rejection(client().request(get('http://tidak-ada.invalid/')));
    expect(error.code).toBe('NET_UNREACHABLE');
  });

  it('a connection that is never made', async () => {
    // A server whose queue is full lets a connection wait: TLS that never answers stands for it.
    const tcp = createTcpServer();
    await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void tcp.close());
    const { port } = tcp.address() as AddressInfo;
    const error = await rejection(
      client({ connectTimeoutMs: 200 }).request(get(`https://127.0.0.1:${port}/`)),
    );
    expect(error).toMatchObject({ code: 'NET_TIMEOUT', params: { seconds: 0.2 } });
  });

  it.each(['ftp://a/', 'file:///etc/passwd', 'javascript:1', 'x', '', 'http://u:p@127.0.0.1/'])(
    'the address %j',
    async (url) => {
      const error = await rejection(client().request(get(url)));
      expect(error.code).toBe('NET_ADDRESS_INVALID');
      expect(JSON.stringify(error.params)).not.toContain('u:p');
    },
  );

  it('the user changing their mind', async () => {
    const server = await naughtyServer({ '/': hang });
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 50);
    const before = rejection(client().request(get(server.url, { signal: AbortSignal.abort() })));
    const during = rejection(client().request(get(server.url, { signal: abort.signal })));
    expect([(await before).code, (await during).code]).toEqual(['CANCELLED', 'CANCELLED']);
    expect(server.asked).toHaveLength(1);
  });
});

describe('redirects', () => {
  it.each([
    [301, 'POST'],
    [302, 'POST'],
    [303, 'GET'],
    [307, 'POST'],
    [308, 'POST'],
  ])('%i is followed with %s', async (code, method) => {
    const server = await naughtyServer({ '/a': redirect('b', code), '/b': bytes('here') });
    const answer = await client().request(
      get(`${server.url}/a`, { method: 'POST', body: Buffer.from('q') }),
    );
    expect(answer.url).toBe(`${server.url}/b`);
    expect(server.asked[1]).toMatchObject({ method, path: '/b' });
    expect(server.asked[1]?.body.toString()).toBe(method === 'POST' ? 'q' : '');
  });

  it('in a circle, without end or without sense are refused', async () => {
    let count = 0;
    const server = await naughtyServer({
      '/circle': redirect('/round'),
      '/round': redirect('/circle'),
      '/endless': (response) => response.writeHead(302, { location: `/endless/${++count}` }).end(),
      '/file': redirect('file:///etc/passwd'),
      '/secret': redirect('http://u:p@127.0.0.1/'),
      '/nowhere': status(302),
    });
    for (const path of ['/circle', '/endless', '/file', '/secret', '/nowhere']) {
      const error = await rejection(client().request(get(server.url + path)));
      expect(error, path).toMatchObject({ code: 'NET_REDIRECT' });
    }
    expect(count).toBe(6);
  });

  it('share one time limit', async () => {
    let count = 0;
    const server = await naughtyServer({
      '/slow': (response) => {
        setTimeout(() => response.writeHead(302, { location: `/slow/${++count}` }).end(), 150);
      },
    });
    const error = await rejection(client().request(get(`${server.url}/slow`, { timeoutMs: 400 })));
    expect(error.code).toBe('NET_TIMEOUT');
    expect(count).toBeLessThan(4);
  });
});

describe('Basic auth', () => {
  it('goes to the server it is for, through redirects there, and to no other', async () => {
    const other = await naughtyServer({ '/': bytes('other') });
    const server = await naughtyServer({
      '/same': redirect('/fine'),
      '/fine': bytes('fine'),
      '/away': redirect(`${other.url}/`),
    });
    await client().request(get(`${server.url}/same`, { credential }));
    await client().request(get(`${server.url}/away`, { credential }));
    expect(server.asked.map(({ headers }) => headers['authorization'])).toEqual([
      BASIC,
      BASIC,
      BASIC,
    ]);
    expect(other.asked[0]?.headers).not.toHaveProperty('authorization');
  });

  it("is as careful with the caller's own headers: another server is told what kind of answer is wanted, no more", async () => {
    const other = await naughtyServer({ '/': bytes('other') });
    const server = await naughtyServer({
      '/same': redirect('/fine'),
      '/fine': bytes('fine'),
      '/away': redirect(`${other.url}/`),
    });
    const headers = {
      Accept: 'application/ocsp-response',
      Authorization: 'Bearer rahasia',
      Cookie: 'a=rahasia',
      'X-Api-Key': 'rahasia',
    };
    await client().request(get(`${server.url}/same`, { headers }));
    await client().request(get(`${server.url}/away`, { headers }));
    for (const { headers: sent } of server.asked) {
      expect(sent).toMatchObject({ authorization: 'Bearer rahasia', 'x-api-key': 'rahasia' });
    }
    expect(JSON.stringify(other.asked[0]?.headers)).not.toContain('rahasia');
    expect(other.asked[0]?.headers['accept']).toBe('application/ocsp-response');
  });

  it('wipes the password, and shows it in no error', async () => {
    const server = await naughtyServer({ '/': status(401) });
    const password = Buffer.from('rahasia');
    const error = await rejection(
      client().request(
        get(server.url, { credential: () => Promise.resolve({ user: 'pena', password }) }),
      ),
    );
    expect(password.every((byte) => byte === 0)).toBe(true);
    expect(JSON.stringify(error) + String(error.stack)).not.toMatch(/rahasia|cGVuYT/);
  });
});

describe('TLS', () => {
  const { certificate: cert, key } = loopbackCertificate();
  const secure = (paths: Parameters<typeof naughtyServer>[0]) =>
    naughtyServer(paths, createSecureServer({ cert, key }), 'https');

  it('is refused to a server of an unknown authority, and given with that authority added', async () => {
    const server = await secure({ '/': bytes('safe') });
    const error = await rejection(client().request(get(server.url)));
    expect(error).toMatchObject({ code: 'NET_TLS', params: { host: server.host } });
    const answer = await client({ extraAuthorities: [cert] }).request(get(server.url));
    expect(Buffer.from(answer.body).toString()).toBe('safe');
  });

  it('is not spoken by a plain server', async () => {
    const server = await naughtyServer({ '/': garbage });
    const error = await rejection(client().request(get(server.url.replace('http', 'https'))));
    expect(error.code).toBe('NET_TLS');
  });

  it('is not left by a redirect, but may be entered by one', async () => {
    const plain = await naughtyServer({ '/': bytes('plain') });
    const server = await secure({ '/down': redirect(plain.url), '/': bytes('safe') });
    const up = await naughtyServer({ '/': redirect(`${server.url}/`) });
    const trusting = client({ extraAuthorities: [cert] });
    expect((await rejection(trusting.request(get(`${server.url}/down`)))).code).toBe(
      'NET_REDIRECT',
    );
    expect((await trusting.request(get(up.url))).url).toBe(`${server.url}/`);
    expect(plain.asked).toHaveLength(0);
  });

  it('goes through a proxy by a tunnel, with the proxy knowing only the server', async () => {
    const server = await secure({ '/asked': bytes('through') });
    const tunnels: string[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket) => {
      tunnels.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
      if (!request.headers['proxy-authorization']) {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
        return;
      }
      const [host, port] = request.url!.split(':');
      const upstream = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    });
    const { url } = await naughtyServer({}, proxy);
    const base = { extraAuthorities: [cert] };
    const answer = await client({ ...base, proxy: { url, credential } }).request(
      get(`${server.url}/asked`),
    );
    expect(Buffer.from(answer.body).toString()).toBe('through');
    const refused = await rejection(
      client({ ...base, proxy: { url } }).request(get(`${server.url}/asked`)),
    );
    expect(refused).toMatchObject({ code: 'NET_PROXY', params: { status: 407 } });
    expect(tunnels).toEqual([`${server.host} ${BASIC}`, `${server.host} `]);
    expect(server.asked[0]?.headers).not.toHaveProperty('proxy-authorization');
  });
});

describe('a proxy', () => {
  const relay = () =>
    naughtyServer({ 'http:': (response, { path }) => response.end(`relayed ${path}`) });

  it('is given the whole address of plain requests', async () => {
    const proxy = await relay();
    const environment = { http_proxy: proxy.url.replace('//', '//pena:rahasia@') };
    const answer = await client({ environment }).request(get('http://tsa.example.go.id/x?y'));
    expect(Buffer.from(answer.body).toString()).toBe('relayed http://tsa.example.go.id/x?y');
    expect(proxy.asked[0]?.headers).toMatchObject({
      host: 'tsa.example.go.id',
      'proxy-authorization': BASIC,
    });
  });

  it.each([['127.0.0.1'], ['example.com, 127.0.0.1'], ['*'], ['127.0.0.1:PORT'], ['.0.0.1']])(
    'is passed by for NO_PROXY=%s',
    async (bypass) => {
      const proxy = await relay();
      const server = await naughtyServer({ '/': bytes('direct') });
      const noProxy = bypass.replace('PORT', server.host.split(':')[1]!);
      const environment = { HTTP_PROXY: proxy.url, NO_PROXY: noProxy };
      const answer = await client({ environment }).request(get(`${server.url}/`));
      expect(Buffer.from(answer.body).toString()).toBe('direct');
      expect(proxy.asked).toHaveLength(0);
    },
  );

  it('of the environment gives way to the setting', async () => {
    const proxy = await relay();
    const server = await naughtyServer({ '/': bytes('direct') });
    const environment = { http_proxy: proxy.url };
    const answer = await client({ environment, proxy: { url: null } }).request(get(server.url));
    expect(Buffer.from(answer.body).toString()).toBe('direct');
  });

  it.each(['socks5://127.0.0.1:1080', 'http://'])('%s cannot be used', async (url) => {
    const error = await rejection(client({ proxy: { url } }).request(get('http://a.invalid/')));
    expect(error.code).toBe('NET_PROXY');
  });

  it('that is not there is named as such', async () => {
    const proxy = await relay();
    await proxy.stop();
    for (const url of ['http://a.invalid/', 'https://a.invalid/']) {
      const error = await rejection(client({ proxy: { url: proxy.url } }).request(get(url)));
      expect(error).toMatchObject({ code: 'NET_PROXY', params: { proxy: proxy.host } });
    }
  });
});
