// The receiver of the registration authority as a process of its own: what strangers send is read here and nowhere
// else, and a flood of it leaves the window alone. It ends with the program that started it.
import { createPrivateKey, sign } from 'node:crypto';
import { toPenaError } from '../../core/domain/pena-error.ts';
import { applicationReceiver } from '../../core/lifecycle/applications/receive.ts';
import { reportReceiver } from '../../core/lifecycle/registration/desk.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import { parentPort } from '../../native/pkcs11/host/parent-port.ts';
import { applicationsPath } from '../../native/registration/applications-path.ts';
import { openReportStore } from '../../native/registration/report-store.ts';
import { type RunningReceiver, startReceiver } from '../../native/registration/server.ts';
import { failureOf } from '../ipc/failure.ts';
import { type FromReceiver, toReceiver, type ToReceiver } from './receiver-messages.ts';

const port = parentPort();
const say = (message: FromReceiver): void => port.postMessage(message);

type Start = Extract<ToReceiver, { kind: 'start' }>;

async function start(message: Start): Promise<RunningReceiver> {
  const { secret, store: path, host, tls, tokenDigest } = message;
  const store = openReportStore(path, secret);
  const applications = openReportStore(applicationsPath(path), secret);
  secret.fill(0);
  const key = receiptKey(message.receipts);
  const now = (): Date => new Date();
  return startReceiver({
    receiver: reportReceiver({ store, key, now }),
    applications: applicationReceiver({ store: applications, key, now }),
    ...{ certificate: tls.certificate, key: tls.key, host, port: message.port, tokenDigest },
    onAnswer: (answered) => say({ kind: 'answered', ...answered }),
  });
}

/** Made by electron/main/desk/receiver.ts: P-256. */
function receiptKey({ certificate, key }: Start['receipts']): SigningKey {
  const der = Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  const own = createPrivateKey(key);
  return {
    ...{ certificate: new Uint8Array(der), chain: [] },
    sign: (data) =>
      Promise.resolve(new Uint8Array(sign('sha256', data, { key: own, dsaEncoding: 'der' }))),
  };
}

let running: Promise<RunningReceiver> | null = null;
port.onMessage((raw) => {
  const message = toReceiver.parse(raw);
  if (message.kind === 'stop') {
    void Promise.resolve(running)
      .then((one) => one?.stop())
      .finally(() => process.exit(0));
    return;
  }
  running ??= start(message);
  running.then(
    (one) => say({ kind: 'listening', port: one.port }),
    (thrown: unknown) => say({ kind: 'failed', failure: failureOf(toPenaError(thrown)) }),
  );
});
