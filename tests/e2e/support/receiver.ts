// The registration authority's side: `pena ra serve` over TLS on loopback, and the policy by which an office names it.
import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toPem } from '../../core/support/pem.ts';
import { makeAuthority, makeSigner } from '../../core/support/test-certificates.ts';
import { loopbackCertificate } from '../../support/services/loopback-certificate.ts';

const BIN = fileURLToPath(new URL('../../../cli/bin.js', import.meta.url));
const PASSPHRASE = 'frasa sandi kunci resi';
/** What the office was given; not a secret of anybody. */
export const ACCESS_TOKEN = 'token-akses-pelapor-2026';

export const DESK_SECRET = 'rahasia meja yang panjang';

export interface Receiver {
  readonly url: string;
  /** Path of a policy that names it. */
  readonly policy: string;
  /** `pena ra accept|reject`, as the authority's officer would. */
  readonly decide: (...args: readonly string[]) => void;
  /** Path of a policy by which a computer is the authority's own. */
  readonly deskPolicy: string;
  /** The inbox as `pena ra list` tells it. */
  readonly inbox: () => unknown[];
  readonly stop: () => Promise<void>;
  /** Again at the same address, with what it had. */
  readonly startAgain: () => Promise<void>;
}

export async function startReceiver(folder: string): Promise<Receiver> {
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const officer = makeSigner('Dinas Kominfo Latihan', makeAuthority('CA LATIHAN'));
  const key = officer.key.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  const receipts = write('resi.pem', toPem(officer.der));
  const p12 = join(folder, 'resi.p12');
  execFileSync(
    'openssl',
    [
      ...['pkcs12', '-export', '-inkey', write('resi.key', key), '-in', receipts],
      ...['-out', p12, '-passout', 'stdin'],
    ],
    { input: `${PASSPHRASE}\n` },
  );
  const tls = loopbackCertificate();
  const ca = write('tls.pem', tls.certificate);
  const desk = [
    ...['--store', join(folder, 'ra.sqlite')],
    ...['--desk-file', write('meja', `${DESK_SECRET}\n`)],
  ];
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'ra'), LANG: 'en_US.UTF-8' };
  const serve = [
    ...['ra', 'serve', ...desk, '--token-file', write('token', `${ACCESS_TOKEN}\n`)],
    ...['--tls-cert', ca, '--tls-key', write('tls.key', tls.key), '--p12', p12, '--pin-stdin'],
  ];
  const listen = async (port: string) => {
    const server = spawn(process.execPath, [BIN, ...serve, '--port', port], {
      ...{ env, stdio: ['pipe', 'pipe', 'inherit'] },
    });
    server.stdin.end(`${PASSPHRASE}\n`);
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      server.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const [found] = /https:\S+/.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
      server.once('exit', () => reject(new Error(`the receiver has ended: ${said}`)));
    });
    return { server, url };
  };
  let { server, url } = await listen('0');
  const policy = write(
    'policy.json',
    JSON.stringify({
      ...{ format: 1, office: 'Dinas Latihan' },
      registrationAuthority: {
        ...{ name: 'Dinas Komunikasi dan Informatika Kota Latihan', phone: '0541-000000' },
        https: { url, ca, receipts },
      },
    }),
  );
  const deskPolicy = write(
    'desk-policy.json',
    JSON.stringify({
      format: 1,
      registrationAuthority: { name: 'Dinas Latihan', deskStore: join(folder, 'ra.sqlite') },
    }),
  );
  return {
    ...{ url, policy, deskPolicy },
    inbox: () =>
      JSON.parse(
        execFileSync(process.execPath, [BIN, 'ra', 'list', ...desk, '--json'], {
          env,
          encoding: 'utf8',
        }),
      ) as unknown[],
    decide: (...args) => {
      execFileSync(process.execPath, [BIN, 'ra', ...args, ...desk], { env });
    },
    startAgain: async () => {
      ({ server, url } = await listen(new URL(url).port));
    },
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    },
  };
}
