// The ways by which `pena lost send` reaches the authority: what the command names, else what the office's policy
// does. HTTPS comes first: it alone brings the authority's own word back.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readCertificate } from '../../core/cms/certificate.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { fileChannel } from '../../core/lifecycle/channels/file-channel.ts';
import { httpsChannel } from '../../core/lifecycle/channels/https-channel.ts';
import type { ReportChannel } from '../../core/ports/report-channel.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { readError } from '../../native/files/file-error.ts';
import { loadAnchors } from '../../native/files/trust-anchors.ts';
import type { EffectiveSettings } from '../../native/settings/effective-settings.ts';
import { clientFor } from '../network/services.ts';
import { readFirstLine } from '../pin/first-line.ts';
import { UsageError } from '../usage-error.ts';

export interface ChannelOptions {
  readonly https?: string;
  readonly ca?: string;
  readonly receipts?: string;
  readonly tokenFd?: string;
  /** Folder for package files. */
  readonly package?: string;
}

export interface OpenChannels {
  /** In the order they are tried. */
  readonly channels: readonly ReportChannel[];
  /** Wipes the access token. */
  readonly close: () => void;
}

const TIMEOUT = 30_000;
/** Receivers take any user name; the token is the password. */
const USER = 'pena';

/** @throws {PenaError} USAGE where no way is named or one lacks a part, FILE_*, TRUST_FILE_INVALID, PIN_NOT_GIVEN */
export async function openChannels(
  options: ChannelOptions,
  settings: EffectiveSettings,
): Promise<OpenChannels> {
  const laidDown = settings.policy?.registrationAuthority?.https;
  const url = options.https ?? laidDown?.url;
  const ca = options.ca ?? laidDown?.ca;
  const receipts = options.receipts ?? laidDown?.receipts;
  const { package: folder } = options;
  if (url === undefined && folder === undefined) throw new UsageError('noReportChannel');
  const token = url === undefined ? null : tokenOf(options);
  try {
    const channels: ReportChannel[] = [];
    if (url !== undefined && token !== null) {
      if (!/^https:\/\//i.test(url)) throw new UsageError('reportUrl');
      if (receipts === undefined) throw new UsageError('reportReceipts');
      const http = clientFor(
        settings,
        ca === undefined ? {} : { extraAuthorities: [await textOf(ca)], onlyExtra: true },
      );
      channels.push(
        httpsChannel({
          ...{ url: url.replace(/\/+$/, ''), http, timeoutMs: TIMEOUT },
          // Each request wipes what it was given.
          credential: () => Promise.resolve({ user: USER, password: token.slice() }),
          receiptSigners: (await loadAnchors([receipts])).map(readCertificate),
        }),
      );
    }
    if (folder !== undefined) {
      const save = (name: string, bytes: Uint8Array) => write(join(folder, name), bytes);
      channels.push(fileChannel({ save, key: null, now: () => new Date() }));
    }
    return { channels, close: () => void token?.fill(0) };
  } catch (thrown) {
    token?.fill(0);
    throw thrown;
  }
}

function tokenOf({ tokenFd }: ChannelOptions): Uint8Array {
  if (tokenFd === undefined) throw new UsageError('reportToken');
  if (!/^\d{1,6}$/.test(tokenFd)) throw new UsageError('fdNumber', '--token-fd');
  return readFirstLine(Number(tokenFd));
}

async function textOf(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    throw readError(thrown, path);
  });
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new PenaError('TRUST_FILE_INVALID', { file: basename(path) });
  }
  return text;
}

/** The same report makes the same file: one that is there already is as good. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const output = await createAtomicOutput(path, { overwrite: true });
  try {
    await output.append(bytes);
    await output.commit();
  } finally {
    await output.abort();
  }
}
