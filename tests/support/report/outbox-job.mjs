// A process that puts reports into an outbox and sends them, to be killed at any moment: `node outbox-job.mjs JOB`,
// where JOB is a JSON file. Says on standard output what is on the disk and what has been sent.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readCertificate } from '../../../out/core/cms/certificate.js';
import { cmpChannel } from '../../../out/core/lifecycle/channels/cmp-channel.js';
import { emailChannel } from '../../../out/core/lifecycle/channels/email-channel.js';
import { httpsChannel } from '../../../out/core/lifecycle/channels/https-channel.js';
import { deliverDue, enqueue } from '../../../out/core/lifecycle/outbox/deliver.js';
import { smtpMailer } from '../../../out/native/mail/smtp.js';
import { createHttpClient } from '../../../out/native/network/http-client.js';
import { openOutbox } from '../../../out/native/outbox/outbox-folder.js';

/**
 * @type {{ folder: string, key: string, url: string, ca: string, token: string, signer: string, reports: object[],
 *   way?: 'https' | 'email' | 'cmp', port?: number }} url and token: of HTTPS and CMP; port: of the mail server
 */
const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const store = openOutbox(job.folder, Buffer.from(job.key, 'hex'));
const secret = () => Promise.resolve(Buffer.from(job.token));

const ways = {
  https: () =>
    httpsChannel({
      url: job.url,
      http: createHttpClient({ environment: {}, extraAuthorities: [job.ca], onlyExtra: true }),
      timeoutMs: 5000,
      credential: async () => ({ user: 'pena', password: await secret() }),
      receiptSigners: [readCertificate(Buffer.from(job.signer, 'base64'))],
    }),
  email: () =>
    emailChannel({
      mailer: smtpMailer({
        ...{ host: '127.0.0.1', port: job.port ?? 0, tls: 'starttls', authorities: [job.ca] },
        ...{ user: 'budi', password: secret, timeoutMs: 5000 },
      }),
      ...{ from: null, to: ['ra@diskominfo.example.go.id'], key: null, now: () => new Date() },
    }),
  cmp: () =>
    cmpChannel({
      ...{ url: job.url, http: createHttpClient({ environment: {} }), timeoutMs: 5000 },
      credential: { kind: 'secret', reference: 'pena', secret },
      ...{ answerSigners: [], now: () => new Date() },
      random: (/** @type {number} */ length) => randomBytes(length),
    }),
};
const channel = ways[job.way ?? 'https']();

process.stdout.write('ready\n');
for (const request of job.reports) {
  const report = /** @type {any} */ ({ request, papers: [], watched: null });
  await enqueue(store, report, new Date());
  process.stdout.write(`kept ${report.request.idempotencyKey}\n`);
}
await deliverDue({
  ...{ store, channels: [channel], now: () => new Date() },
  ...{ signal: new AbortController().signal, atOnce: true },
});
process.stdout.write('done\n');
