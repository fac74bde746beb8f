// The reference receiver as `pena ra serve` runs it, on the loopback address, with a store in a folder.
import { Agent } from 'node:https';
import { createSecureContext } from 'node:tls';
import { readCertificate } from '../../../core/cms/certificate.ts';
import type { HttpsChannelOptions } from '../../../core/lifecycle/channels/https-channel.ts';
import { applicationReceiver } from '../../../core/lifecycle/applications/receive.ts';
import { reportReceiver } from '../../../core/lifecycle/registration/desk.ts';
import type { ReportStore } from '../../../core/ports/report-receiver.ts';
import type { SigningKey } from '../../../core/ports/token.ts';
import { createHttpClient } from '../../../native/network/http-client.ts';
import { applicationsPath } from '../../../native/registration/applications-path.ts';
import { openReportStore } from '../../../native/registration/report-store.ts';
import {
  digest,
  type ReceiverOptions,
  startReceiver,
} from '../../../native/registration/server.ts';
import { onTestFinished } from 'vitest';
import {
  makeAuthority,
  makeSigner,
  signValue,
  type TestCertificate,
} from '../../core/support/test-certificates.ts';
import { loopbackCertificate } from '../services/loopback-certificate.ts';

export const ACCESS_TOKEN = 'token-akses-untuk-pelapor-0001';
export const DESK_SECRET = 'rahasia meja otoritas pendaftaran';

const authority = makeAuthority('CA otoritas');
export const receiptSigner = makeSigner('Dinas Kominfo', authority);

export const keyOf = ({ der, key }: TestCertificate): SigningKey => ({
  certificate: der,
  chain: [],
  sign: (data) => Promise.resolve(signValue(key, 'sha256', data)),
});

export interface TestReceiver {
  readonly url: string;
  readonly store: ReportStore;
  readonly applications: ReportStore;
  readonly certificate: string;
  readonly channelOptions: HttpsChannelOptions;
  stop(): Promise<void>;
}

/** Call it inside a test: it ends with the test. */
export async function testReceiver(
  path: string,
  more: Partial<ReceiverOptions> = {},
): Promise<TestReceiver> {
  const store = openReportStore(path, Buffer.from(DESK_SECRET));
  const applications = openReportStore(applicationsPath(path), Buffer.from(DESK_SECRET));
  const { certificate, key } = loopbackCertificate();
  const desk = { key: keyOf(receiptSigner), now: () => new Date() };
  const running = await startReceiver({
    receiver: reportReceiver({ store, ...desk }),
    applications: applicationReceiver({ store: applications, ...desk }),
    ...{
      certificate,
      key,
      host: '127.0.0.1',
      port: 0,
      tokenDigest: digest(Buffer.from(ACCESS_TOKEN)),
    },
    ...more,
  });
  const stop = async (): Promise<void> => {
    await running.stop();
    store.close();
    applications.close();
  };
  onTestFinished(stop);
  const url = `https://127.0.0.1:${running.port}/v1`;
  return {
    url,
    store,
    applications,
    certificate,
    channelOptions: channelTo(url, certificate),
    stop,
  };
}

/** For many requests at a time: what a handshake trusts is read once, not before each. */
export function agentOf({ certificate }: Pick<TestReceiver, 'certificate'>): Agent {
  const secureContext = createSecureContext({ ca: certificate });
  return new Agent({ keepAlive: true, maxSockets: 20, secureContext });
}

export function channelTo(
  url: string,
  certificate: string,
  token = ACCESS_TOKEN,
): HttpsChannelOptions {
  return {
    url,
    http: createHttpClient({ environment: {}, extraAuthorities: [certificate], onlyExtra: true }),
    timeoutMs: 5000,
    credential: () => Promise.resolve({ user: 'pena', password: Buffer.from(token) }),
    receiptSigners: [readCertificate(receiptSigner.der)],
  };
}
