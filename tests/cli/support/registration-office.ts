// A registration authority's office: its secrets as files, and `pena ra serve` over TLS on the loopback address.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPem } from '../../core/support/pem.ts';
import { makeAuthority, makeSigner } from '../../core/support/test-certificates.ts';
import { loopbackCertificate } from '../../support/services/loopback-certificate.ts';
import { finished, P12_PASSPHRASE, type Run, startPena } from './pena.ts';

export const TOKEN = 'token-akses-pelapor-2026';
export const officer = makeSigner('Dinas Kominfo', makeAuthority('CA'));

/** @param folder for its files and its store */
export function registrationOffice(folder: string) {
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const tls = loopbackCertificate();
  const key = officer.key.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  const p12 = join(folder, 'resi.p12');
  const receipts = write('resi.pem', toPem(officer.der));
  const files = ['-inkey', write('resi.key', key), '-in', receipts];
  execFileSync('openssl', ['pkcs12', '-export', ...files, '-out', p12, '-passout', 'stdin'], {
    input: `${P12_PASSPHRASE}\n`,
  });
  const desk = [
    ...['--store', join(folder, 'ra.sqlite')],
    ...['--desk-file', write('meja', 'rahasia meja yang panjang\n')],
  ];
  const serve = [
    ...['ra', 'serve', ...desk, '--token-file', write('token', `${TOKEN}\n`), '--port', '0'],
    ...['--tls-cert', write('tls.pem', tls.certificate), '--tls-key', write('tls.key', tls.key)],
    ...['--p12', p12, '--pin-stdin'],
  ];
  /** Resolves once it says where it listens. */
  const start = async (): Promise<{ url: string; stop: () => Promise<Run> }> => {
    const server = startPena(serve, { input: `${P12_PASSPHRASE}\n` });
    const ended = finished(server);
    const url = await new Promise<string>((resolve) => {
      let said = '';
      server.stdout?.on('data', (chunk: Buffer | string) => {
        said += chunk.toString();
        const [found] = /https:\S+/.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    return {
      url,
      stop: () => {
        server.kill('SIGTERM');
        return ended;
      },
    };
  };
  return { folder, write, desk, serve, receipts, tls, start };
}
