// A real SMTP server on the loopback address (smtp-server), which keeps what it is given.
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { loopbackCertificate } from '../services/loopback-certificate.ts';

export interface TestMailServer {
  readonly port: number;
  readonly certificate: string;
  readonly received: { readonly to: readonly string[]; readonly message: Buffer }[];
  readonly logins: string[];
}

/** STARTTLS, unless `secure`. Call it inside a test: it ends with the test. */
export async function mailServer(more: SMTPServerOptions = {}): Promise<TestMailServer> {
  const { certificate, key } = loopbackCertificate();
  const received: TestMailServer['received'] = [];
  const logins: string[] = [];
  const server = new SMTPServer({
    ...{ cert: certificate, key, authOptional: true, logger: false },
    onAuth: ({ username = '', password = '' }, _session, callback) => {
      logins.push(username);
      if (password === 'sandi-surel') callback(null, { user: username });
      else callback(new Error('Invalid username or password'));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, message: Buffer.concat(chunks) });
        callback();
      });
    },
    ...more,
  });
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  );
  return { port, certificate, received, logins };
}
