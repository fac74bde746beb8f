// Stands between a program and its server to produce one fault: the line breaks once the server has all it was sent,
// and before its answer comes back.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface CutProxy {
  readonly port: number;
  /** From now on nothing comes back, and the line is broken. */
  cut(): void;
}

/** Call it inside a test: it ends with the test. */
export async function cutProxy(to: number): Promise<CutProxy> {
  const lines = new Set<Socket>();
  const server = createServer((here) => {
    const there = connect(to, '127.0.0.1');
    for (const one of [here, there]) {
      lines.add(one);
      one.on('error', () => undefined);
    }
    here.pipe(there);
    there.pipe(here);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const one of lines) one.destroy();
  };
  onTestFinished(() => {
    cut();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, cut };
}

/** Takes the connection; says what it is given, or nothing at all. Call it inside a test. */
export async function rawServer(greeting: string | null): Promise<number> {
  const lines = new Set<Socket>();
  const server = createServer((socket) => {
    lines.add(socket);
    socket.on('error', () => undefined);
    if (greeting !== null) socket.end(greeting);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const one of lines) one.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
