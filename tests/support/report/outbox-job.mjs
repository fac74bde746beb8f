// A process that puts reports into an outbox and sends them, to be killed at any moment: `node outbox-job.mjs JOB`,
// where JOB is a JSON file. Says on standard output what is on the disk and what has been sent.
import { readFileSync } from 'node:fs';
import { readCertificate } from '../../../out/core/cms/certificate.js';
import { httpsChannel } from '../../../out/core/lifecycle/channels/https-channel.js';
import { deliverDue, enqueue } from '../../../out/core/lifecycle/outbox/deliver.js';
import { createHttpClient } from '../../../out/native/network/http-client.js';
import { openOutbox } from '../../../out/native/outbox/outbox-folder.js';

/** @type {{ folder: string, key: string, url: string, ca: string, token: string, signer: string, reports: object[] }} */
const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const store = openOutbox(job.folder, Buffer.from(job.key, 'hex'));
const channel = httpsChannel({
  url: job.url,
  http: createHttpClient({ environment: {}, extraAuthorities: [job.ca], onlyExtra: true }),
  timeoutMs: 5000,
  credential: () => Promise.resolve({ user: 'pena', password: Buffer.from(job.token) }),
  receiptSigners: [readCertificate(Buffer.from(job.signer, 'base64'))],
});

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
