// A server on the loopback address that misbehaves in every way a test asks for, and notes what it was asked.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export type Behaviour = (response: ServerResponse, asked: Asked, request: IncomingMessage) => void;

export interface NaughtyServer {
  readonly url: string;
  readonly host: string;
  readonly asked: readonly Asked[];
  stop(): Promise<void>;
}

/** Answers the given paths, and 404 elsewhere. Call it inside a test: it ends with the test. */
export async function naughtyServer(
  paths: Readonly<Record<string, Behaviour>>,
  server: Server = createServer(),
  scheme = 'http',
): Promise<NaughtyServer> {
  const asked: Asked[] = [];
  server.on('request', (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const path = request.url ?? '/';
      const { method = '', headers } = request;
      const one = { method, path, headers, body: Buffer.concat(chunks) };
      asked.push(one);
      const name = Object.keys(paths).find((key) => path === key || path.startsWith(`${key}/`));
      (paths[name ?? ''] ?? status(404))(response, one, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(stop);
  return { url: `${scheme}://${host}`, host, asked, stop };
}

export const status =
  (code: number, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(code, headers).end('no');

export const bytes =
  (body: Uint8Array | string): Behaviour =>
  (response) =>
    response.writeHead(200).end(body);

export const garbage: Behaviour = (response) =>
  response.writeHead(200).end(Buffer.from('<html>Selamat datang di WiFi kami</html>'));

export const redirect =
  (to: string, code = 302): Behaviour =>
  (response) =>
    response.writeHead(code, { location: to }).end();

/** Takes the question and says nothing. */
export const hang: Behaviour = () => undefined;

/** Announces much, and gives an octet every 20 ms. */
export const drip: Behaviour = (response) => {
  response.writeHead(200, { 'content-length': '100000' });
  const timer = setInterval(() => response.write('0'), 20);
  response.on('close', () => clearInterval(timer));
};

/** 50 MB, with or without saying so. */
export const flood =
  ({ announced }: { announced: boolean }): Behaviour =>
  (response) => {
    const piece = Buffer.alloc(1 << 20, 0x30);
    response.writeHead(200, announced ? { 'content-length': String(50 << 20) } : {});
    let left = 50;
    const more = (): void => {
      while (left-- > 0) if (!response.write(piece)) return;
      response.end();
    };
    response.on('drain', more);
    more();
  };

/** Breaks the line in the middle of the body. */
export const cut: Behaviour = (response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('half', () => response.destroy());
};

/** Breaks the line before any answer. */
export const slam: Behaviour = (_response, _asked, request) => {
  request.socket.destroy();
};

/** What is no HTTP. */
export const babble: Behaviour = (_response, _asked, request) => {
  request.socket.end('220 mail.example.go.id ESMTP\r\n');
};
