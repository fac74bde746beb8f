// `pena ra serve`: the reference receiver, until it is stopped.
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { applicationReceiver } from '../../core/lifecycle/applications/receive.ts';
import { reportReceiver } from '../../core/lifecycle/registration/desk.ts';
import { readError } from '../../native/files/file-error.ts';
import { applicationsPath } from '../../native/registration/applications-path.ts';
import { openReportStore } from '../../native/registration/report-store.ts';
import { digest, startReceiver } from '../../native/registration/server.ts';
import { EXIT } from '../exit-codes.ts';
import { openPinSource, type PinOptions } from '../pin/source.ts';
import type { Shell } from '../shell.ts';
import { openFileKey } from '../sign/key.ts';
import { registrationTexts } from '../texts/registration.ts';
import { UsageError } from '../usage-error.ts';
import { readSecretFile } from './secret-file.ts';

export interface ServeOptions extends PinOptions {
  readonly store: string;
  readonly deskFile: string;
  readonly tokenFile: string;
  readonly tlsCert: string;
  readonly tlsKey: string;
  readonly p12: string;
  readonly host?: string;
  readonly port?: string;
}

const PORT = '8443';

/** @throws {PenaError} FILE_*, P12_*, CERT_*, RA_PORT_TAKEN, RA_LISTEN_FAILED, RA_STORE_UNREADABLE, USAGE */
export async function serveReports(options: ServeOptions, shell: Shell): Promise<number> {
  const { host = '127.0.0.1', port = PORT } = options;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageError('wrong', '--port');
  const certificate = await textOf(options.tlsCert);
  const tlsKey = await textOf(options.tlsKey);
  try {
    createSecureContext({ cert: certificate, key: tlsKey });
  } catch {
    throw new UsageError('wrong', '--tls-key');
  }
  const { key } = await openFileKey(options.p12, openPinSource(options, shell), shell);
  const desk = readSecretFile(options.deskFile, '--desk-file');
  const { store, applications } = openStores(options.store, desk);
  desk.fill(0);
  try {
    const now = (): Date => new Date();
    const token = readSecretFile(options.tokenFile, '--token-file');
    const tokenDigest = digest(token);
    token.fill(0);
    const running = await startReceiver({
      receiver: reportReceiver({ store, key, now }),
      applications: applicationReceiver({ store: applications, key, now }),
      ...{ certificate, key: tlsKey, host, port: Number(port), tokenDigest },
    });
    const texts = registrationTexts(shell.language);
    const shown = host.includes(':') ? `[${host}]` : host;
    shell.out.line(texts.listening(`https://${shown}:${String(running.port)}/v1`), { tone: 'ok' });
    await stopped(shell.interrupt.signal);
    await running.stop();
    shell.out.line(texts.stopped);
  } finally {
    store.close();
    applications.close();
  }
  return EXIT.ok;
}

function openStores(path: string, desk: Uint8Array) {
  const store = openReportStore(path, desk);
  try {
    return { store, applications: openReportStore(applicationsPath(path), desk) };
  } catch (thrown) {
    store.close();
    throw thrown;
  }
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    throw readError(thrown, path);
  }
}
