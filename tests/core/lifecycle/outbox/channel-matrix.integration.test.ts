// Every way to the authority by itself and all of them in order, through the outbox on disk, against servers that fail
// in each manner: what fails stays in the outbox with an honest state, what heals arrives, and nothing arrives twice.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCertificate } from '../../../../core/cms/certificate.ts';
import {
  cmpChannel,
  type CmpChannelOptions,
} from '../../../../core/lifecycle/channels/cmp-channel.ts';
import { emailChannel } from '../../../../core/lifecycle/channels/email-channel.ts';
import { fileChannel } from '../../../../core/lifecycle/channels/file-channel.ts';
import { httpsChannel } from '../../../../core/lifecycle/channels/https-channel.ts';
import { deliverDue, enqueue } from '../../../../core/lifecycle/outbox/deliver.ts';
import { reportState } from '../../../../core/lifecycle/outbox/watch.ts';
import { readCase } from '../../../../core/lifecycle/registration/cases.ts';
import type { ReportChannel } from '../../../../core/ports/report-channel.ts';
import type { SigningKey } from '../../../../core/ports/token.ts';
import { createHttpClient } from '../../../../native/network/http-client.ts';
import { smtpMailer } from '../../../../native/mail/smtp.ts';
import { openOutbox } from '../../../../native/outbox/outbox-folder.ts';
import { channelOutside } from '../../../../native/outbox/channel-outside.ts';
import { cutProxy, rawServer } from '../../../support/report/cut-proxy.ts';
import { mailServer } from '../../../support/report/mail-server.ts';
import { freePort } from '../../../../build/practice/free-port.mjs';
import { opensslCmp } from '../../../support/report/openssl-cmp.ts';
import { channelTo, testReceiver } from '../../../support/report/receiver.ts';
import { report } from '../../../support/report/reports.ts';
import { loopbackCertificate } from '../../../support/services/loopback-certificate.ts';
import {
  type Behaviour,
  garbage,
  hang,
  naughtyServer,
  status,
} from '../../../support/services/naughty-server.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../../support/temporary-folder.ts';
import { toPem } from '../../support/pem.ts';
import { makeAuthority, makeSigner, signValue } from '../../support/test-certificates.ts';

const shared = sharedTemporaryFolder();
const KEY = Buffer.alloc(32, 9);
const SHORT = 700;
const authority = makeAuthority('CA uji matriks');
const lost = makeSigner('Budi', authority);
const cmpServer = makeSigner('Server CMP', authority);
const officer = makeSigner('Petugas RA', authority);
const officerKey: SigningKey = {
  ...{ certificate: officer.der, chain: [authority.der] },
  sign: (data) => Promise.resolve(signValue(officer.key, 'sha256', data)),
};
/** Of nobody here. */
const stranger = makeAuthority('CA orang lain');

const file = (name: string, text: string): string => {
  const path = join(shared, name);
  writeFileSync(path, text);
  return path;
};
const pkcs8 = { format: 'pem', type: 'pkcs8' } as const;
const CMP_SECRET = ['-srv_ref', 'pena', '-srv_secret', 'pass:rahasia-cmp'];
const cmpArgs = ['-rsp_cert', file('hilang.pem', toPem(lost.der))];
const cmpKey = [
  ...['-srv_cert', file('cmp.pem', toPem(cmpServer.der))],
  ...['-srv_key', file('cmp.key', cmpServer.key.privateKey.export(pkcs8) as string)],
  ...['-srv_trusted', file('ca.pem', toPem(authority.der))],
];

const FAULTS = ['refused', '500', 'time-out', 'garbage', 'wrong certificate', 'cut'] as const;
type Fault = (typeof FAULTS)[number];

/** One way: as it fails, as it works afterwards, and what has arrived of the report. */
interface Way {
  readonly failing: ReportChannel;
  readonly healed: ReportChannel;
  /** Messages that the other side has, and how many different ones they are. */
  readonly arrived: () => { readonly messages: number; readonly reports: number };
}

const now = () => new Date();

async function https(fault: Fault): Promise<Way> {
  const real = await testReceiver(join(temporaryFolder(), 'ra.sqlite'));
  const to = (url: string, trusted: string): ReportChannel =>
    httpsChannel({ ...channelTo(url, trusted), timeoutMs: SHORT });
  const misbehaving = async (behaviour: Behaviour): Promise<ReportChannel> => {
    const { certificate, key } = loopbackCertificate();
    const server = createTlsServer({ cert: certificate, key });
    const naughty = await naughtyServer({ '/v1': behaviour }, server, 'https');
    return to(`${naughty.url}/v1`, certificate);
  };
  const forward: Behaviour = (_response, asked, request) => {
    const { authorization = '', ...rest } = asked.headers;
    const headers: Record<string, string> = { authorization: String(authorization) };
    for (const name of ['content-type', 'accept', 'idempotency-key']) {
      headers[name] = String(rest[name] ?? '');
    }
    const client = channelTo(real.url, real.certificate).http;
    const url = `${real.url}${asked.path.slice('/v1'.length)}`;
    const limits = { maxBytes: 1 << 20, timeoutMs: 5000, signal: new AbortController().signal };
    void client
      .request({ method: 'POST', url, headers, body: asked.body, ...limits })
      .finally(() => request.socket.destroy());
  };
  const failing = {
    refused: async () => to(`https://127.0.0.1:${await freePort()}/v1`, real.certificate),
    '500': () => misbehaving(status(500)),
    'time-out': () => misbehaving(hang),
    garbage: () => misbehaving(garbage),
    'wrong certificate': () => Promise.resolve(to(real.url, toPem(stranger.der))),
    cut: () => misbehaving(forward),
  };
  return {
    failing: await failing[fault](),
    healed: httpsChannel(real.channelOptions),
    arrived: () => {
      const { length } = real.store.caseIds(10).flatMap((id) => readCase(real.store, id).messages);
      return { messages: length, reports: length };
    },
  };
}

async function email(fault: Fault): Promise<Way> {
  let onMail: (() => void) | null = null;
  const real = await mailServer();
  const received = real.received;
  const proxy = await cutProxy(real.port);
  const to = (port: number, trusted: string): ReportChannel =>
    emailChannel({
      mailer: smtpMailer({
        ...{ host: '127.0.0.1', port, tls: 'starttls', user: null, timeoutMs: SHORT },
        ...{ authorities: [trusted], password: () => Promise.resolve(null) },
      }),
      ...{ from: null, to: ['ra@contoh.test'], key: null, now },
    });
  const failing = {
    refused: async () => to(await freePort(), real.certificate),
    '500': async () => {
      const refusing = await mailServer({
        onData: (stream, _session, callback) => {
          stream.resume();
          const error = Object.assign(new Error('no'), { responseCode: 554 });
          stream.on('end', () => callback(error));
        },
      });
      return to(refusing.port, refusing.certificate);
    },
    'time-out': async () => to(await rawServer(null), real.certificate),
    garbage: async () => to(await rawServer('HTTP/1.1 200 OK\r\n\r\n<html>'), real.certificate),
    'wrong certificate': () => Promise.resolve(to(real.port, toPem(stranger.der))),
    cut: async () => {
      // The server has taken the message; the word of it does not come back.
      const taking = await mailServer({
        onData: (stream, session, callback) => {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            const people = session.envelope.rcptTo.map(({ address }) => address);
            received.push({ to: people, message: Buffer.concat(chunks) });
            onMail?.();
            callback();
          });
        },
      });
      const line = await cutProxy(taking.port);
      onMail = () => line.cut();
      return to(line.port, taking.certificate);
    },
  };
  return {
    failing: await failing[fault](),
    healed: to(proxy.port, real.certificate),
    arrived: () => {
      const ids = received.map(
        ({ message }) => /^Message-ID: (.+)$/im.exec(message.toString())?.[1],
      );
      return { messages: ids.length, reports: new Set(ids).size };
    },
  };
}

async function cmp(fault: Fault): Promise<Way> {
  const real = await opensslCmp([...CMP_SECRET, ...cmpArgs]);
  const transactions: string[] = [];
  const byMac: CmpChannelOptions['credential'] = {
    ...{ kind: 'secret', reference: 'pena' },
    secret: () => Promise.resolve(Buffer.from('rahasia-cmp')),
  };
  const to = (url: string, credential: CmpChannelOptions['credential'] = byMac): ReportChannel =>
    cmpChannel({
      ...{ url, http: createHttpClient({ environment: {} }), timeoutMs: SHORT, now, credential },
      ...{
        answerSigners: [readCertificate(stranger.der)],
        random: (length) => randomBytes(length),
      },
    });
  const misbehaving = async (behaviour: Behaviour): Promise<ReportChannel> =>
    to((await naughtyServer({ '/pkix': behaviour })).url + '/pkix/');
  const ask = async (body: Buffer): Promise<Buffer> => {
    transactions.push(transactionOf(body));
    const headers = { 'content-type': 'application/pkixcmp' };
    const answer = await fetch(real, { method: 'POST', headers, body: new Uint8Array(body) });
    return Buffer.from(await answer.arrayBuffer());
  };
  const failing = {
    refused: async () => to(`http://127.0.0.1:${await freePort()}/pkix/`),
    '500': () => misbehaving(status(500)),
    'time-out': () => misbehaving(hang),
    garbage: () => misbehaving(garbage),
    // Its answer is signed by somebody whom nobody has named.
    'wrong certificate': async () =>
      to(await opensslCmp([...cmpKey, ...cmpArgs]), { kind: 'key', key: officerKey }),
    cut: () =>
      misbehaving((_response, { body }, request) => {
        void ask(body).finally(() => request.socket.destroy());
      }),
  };
  const through = await naughtyServer({
    '/pkix': (response, { body }) => {
      void ask(body).then((answer) =>
        response.writeHead(200, { 'content-type': 'application/pkixcmp' }).end(answer),
      );
    },
  });
  return {
    failing: await failing[fault](),
    healed: to(`${through.url}/pkix/`),
    arrived: () => ({ messages: transactions.length, reports: new Set(transactions).size }),
  };
}

/** The transaction ID (RFC 4210 5.1.1): [4] with an octet string of 16. */
function transactionOf(body: Buffer): string {
  const at = body.indexOf(Buffer.of(0xa4, 0x12, 0x04, 0x10));
  return at === -1 ? '' : body.toString('hex', at + 4, at + 20);
}

function packageFile(fault: Fault): Promise<Way> {
  const folder = join(temporaryFolder(), 'serah');
  mkdirSync(folder);
  const outside = channelOutside({
    http: () => createHttpClient({ environment: {} }),
    secrets: {
      ...{ state: () => Promise.resolve({ state: 'absent' }) },
    } as unknown as Parameters<typeof channelOutside>[0]['secrets'],
  });
  const to = (where: string, after: () => void = () => undefined): ReportChannel =>
    fileChannel({
      save: async (name, bytes) => {
        await outside.save(where, name, bytes);
        after();
      },
      ...{ key: null, now },
    });
  const cut = (): never => {
    throw new Error('cut after it was written: only this fault is made up');
  };
  return Promise.resolve({
    failing: fault === 'cut' ? to(folder, cut) : to(join(folder, 'tidak-ada')),
    healed: to(folder),
    arrived: () => {
      const { length } = readdirSync(folder).filter((name) => name.endsWith('.penareport'));
      return { messages: length, reports: length };
    },
  });
}

const WAYS = { https, email, cmp, package: packageFile } as const;
type WayName = keyof typeof WAYS;
/** What it says when it works: e-mail and package can say no more than `sent`. */
const SAYS = { https: 'received', email: 'sent', cmp: 'accepted', package: 'sent' } as const;
/** What the outbox notes of each fault. A file knows no server: only that it cannot be written, or was cut off. */
const NOTES: Readonly<Record<WayName, Partial<Record<Fault, string>>>> = {
  https: {
    refused: 'NET_UNREACHABLE',
    '500': 'NET_STATUS',
    'time-out': 'NET_TIMEOUT',
    garbage: 'CHANNEL_ANSWER_INVALID',
    'wrong certificate': 'NET_TLS',
    cut: 'NET_INTERRUPTED',
  },
  email: {
    refused: 'NET_UNREACHABLE',
    '500': 'MAIL_FAILED',
    'time-out': 'NET_TIMEOUT',
    garbage: 'MAIL_FAILED',
    'wrong certificate': 'NET_TLS',
    cut: 'NET_INTERRUPTED',
  },
  cmp: {
    refused: 'NET_UNREACHABLE',
    '500': 'NET_STATUS',
    'time-out': 'NET_TIMEOUT',
    garbage: 'CHANNEL_ANSWER_INVALID',
    'wrong certificate': 'CMP_PROTECTION_WRONG',
    cut: 'NET_INTERRUPTED',
  },
  package: { refused: 'FILE_FOLDER_MISSING', cut: 'INTERNAL' },
};

/** An outbox on disk with one report, opened anew for every round: as after a restart. */
async function outbox() {
  const folder = temporaryFolder();
  const request = report(lost.der);
  const key = request.idempotencyKey;
  await enqueue(openOutbox(folder, KEY), { request, papers: [], watched: null }, now());
  return {
    round: async (channels: readonly ReportChannel[]) => {
      const { signal } = new AbortController();
      const store = openOutbox(folder, KEY);
      expect(await deliverDue({ store, channels, now, signal, atOnce: true })).toEqual([]);
      const { status: told } = await openOutbox(folder, KEY).read(key);
      const attempts = told.attempts.map(({ channel, outcome }) => `${channel}: ${outcome}`);
      return { state: reportState(told), attempts, status: told };
    },
  };
}

const table: string[][] = [];
const note = (...cells: string[]): number => table.push(cells);
const cases = Object.entries(NOTES).flatMap(([name, faults]) =>
  Object.entries(faults).map(([fault, code]) => [name as WayName, fault as Fault, code] as const),
);

describe('each way alone', () => {
  it.each(cases)('%s, %s', async (name, fault, code) => {
    const way = await WAYS[name](fault);
    const box = await outbox();
    const failed = await box.round([way.failing]);
    expect(failed.attempts.at(-1)?.split(': ')[1]).toBe(code);
    // Whatever may have arrived: nobody has said so.
    expect(failed.state).toBe('queued');
    expect(failed.status.nextAttempt).not.toBeNull();
    const before = way.arrived();
    const healed = await box.round([way.healed]);
    expect(healed.state).toBe(SAYS[name]);
    const after = way.arrived();
    expect(after.reports).toBe(1);
    const again = await box.round([way.healed]);
    expect(again.state).toBe(SAYS[name]);
    expect(way.arrived()).toEqual(after);
    // Only what has no memory of its own gets a second copy, after a cut alone, and under the same name.
    const copies = fault === 'cut' && (name === 'email' || name === 'cmp') ? 2 : 1;
    expect(after.messages).toBe(copies);
    note(name, fault, code, failed.state, healed.state, `${before.messages} > ${after.messages}`);
  });
});

describe('all ways in the order of a policy', () => {
  it.each(FAULTS)('each failing by %s but the last; then the first one heals', async (fault) => {
    const ways = await Promise.all([https(fault), cmp(fault), email(fault), packageFile('cut')]);
    const [first, second, third, last] = ways;
    const box = await outbox();
    const failing = [first.failing, second.failing, third.failing];
    const failed = await box.round([...failing, last.healed]);
    const notes = [
      `https: ${NOTES.https[fault] ?? ''}`,
      `cmp: ${NOTES.cmp[fault] ?? ''}`,
      `email: ${NOTES.email[fault] ?? ''}`,
    ];
    expect(failed.attempts).toEqual([...notes, 'file: sent']);
    expect(failed.state).toBe('sent');
    const healed = await box.round([first.healed, second.failing, third.failing, last.healed]);
    // The first that acknowledges ends it: the others are not asked any more, nor is the file written twice.
    expect(healed.attempts.slice(4)).toEqual(['https: received']);
    expect(healed.state).toBe('received');
    expect(first.arrived()).toEqual({ messages: 1, reports: 1 });
    expect(last.arrived()).toEqual({ messages: 1, reports: 1 });
    note('in order', fault, 'all but package', failed.state, healed.state, '1 > 1');
  });
});

afterAll(() => {
  const head = ['way', 'fault', 'noted', 'state then', 'healed', 'arrived'];
  const rows = [head, ...table];
  const widths = head.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const text = rows
    .map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
    .join('\n');
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/channel-matrix.txt', `${text}\n`);
  process.stdout.write(`\n${text}\n`);
});
