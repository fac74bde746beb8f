// A small authority with its services on the loopback address, for the whole of a test file: OCSP, time
// stamps, CRL, and keys in PKCS#12 files.
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../../../build/practice/free-port.mjs';
import { issue, makeCa, revoke, writeP12 } from '../../../build/practice/pki.mjs';
import { startServices } from '../../../build/practice/services.mjs';

export const PASSPHRASE = 'uji-saja';

export interface PracticeServices {
  readonly caFile: string;
  readonly tsaUrl: string;
  /** PKCS#12: one that is good, one that is revoked. */
  readonly keys: Readonly<Record<'good' | 'revoked', string>>;
  stop(): Promise<void>;
}

export async function practiceServices(folder: string): Promise<PracticeServices> {
  const port = await freePort();
  const ca = await makeCa(join(folder, 'ca'), {
    baseUrl: `http://127.0.0.1:${String(port)}`,
    subject: '/C=ID/O=LATIHAN/CN=CA UJI',
    algorithm: 'ec:P-256',
  });
  const key = async (name: 'good' | 'revoked'): Promise<string> => {
    const subject = `/C=ID/O=LATIHAN/CN=PEJABAT ${name}`;
    const issued = await issue(ca, name, 'signer', { subject, algorithm: 'rsa:2048' });
    const path = join(folder, `${name}.p12`);
    await writeP12(ca, issued, { path, passphrase: PASSPHRASE, friendlyName: name });
    if (name === 'revoked') await revoke(ca, issued, 'keyCompromise');
    return path;
  };
  const keys = { good: await key('good'), revoked: await key('revoked') };
  const [ocsp, tsa] = ['/C=ID/O=LATIHAN/CN=OCSP UJI', '/C=ID/O=LATIHAN/CN=TSA UJI'];
  await issue(ca, 'ocsp', 'ocsp', { subject: ocsp });
  await issue(ca, 'tsa', 'tsa', { subject: tsa });
  const services = await startServices(ca.dir, port);
  if (!services.expectedPort) throw new Error('the port in the certificates was taken meanwhile');
  return { caFile: ca.certificate, tsaUrl: services.tsaUrl, keys, stop: services.stop };
}

/** A door before the time-stamp authority that wants a name and password (RFC 7617). */
export async function guardedTsa(
  tsaUrl: string,
  user: string,
  password: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const server: Server = createServer((asked, answer) => {
    if (asked.headers.authorization !== expected) {
      answer.writeHead(401).end();
      return;
    }
    const { 'content-type': type } = asked.headers;
    const onwards = request(tsaUrl, { method: 'POST', headers: { 'content-type': type ?? '' } });
    onwards.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    asked.pipe(onwards);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
