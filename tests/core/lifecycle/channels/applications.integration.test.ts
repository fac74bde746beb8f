// Applications over HTTPS to our receiver, by mail and as a file; and what hostile clients and servers try.
import { createHash, randomUUID } from 'node:crypto';
import { type Agent, createServer, request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ApplicationKind } from '../../../../core/domain/application-kind.ts';
import {
  decideApplication,
  deskApplication,
} from '../../../../core/lifecycle/applications/desk.ts';
import { openApplication } from '../../../../core/lifecycle/applications/package.ts';
import {
  applicationAsFile,
  applicationByMail,
  applicationOverHttps,
} from '../../../../core/lifecycle/channels/application-channels.ts';
import type { HandIn } from '../../../../core/ports/application-channel.ts';
import { createHttpClient } from '../../../../native/network/http-client.ts';
import { smtpMailer } from '../../../../native/mail/smtp.ts';
import { APPLICANT, applicationFile } from '../../../support/report/applications.ts';
import { cutProxy } from '../../../support/report/cut-proxy.ts';
import { mailServer } from '../../../support/report/mail-server.ts';
import {
  ACCESS_TOKEN,
  agentOf,
  channelTo,
  keyOf,
  testReceiver,
} from '../../../support/report/receiver.ts';
import { refusedWith } from '../../../support/rejection.ts';
import { loopbackCertificate } from '../../../support/services/loopback-certificate.ts';
import {
  bytes,
  cut,
  garbage,
  hang,
  naughtyServer,
  slam,
  status,
} from '../../../support/services/naughty-server.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { makeAuthority, makeSigner } from '../../support/test-certificates.ts';

const live = () => new AbortController().signal;
const file = () => join(temporaryFolder(), 'ra.sqlite');
const sha = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

async function handIn(
  kind: ApplicationKind = 'individual',
  wanted: Parameters<typeof applicationFile>[1] = {},
): Promise<HandIn> {
  const id = wanted.id ?? randomUUID();
  const body = await applicationFile(kind, { ...wanted, id });
  const { name, email } = APPLICANT;
  const madeAt = '2026-11-26T02:00:00.000Z';
  return { id, kind, applicant: { name, email }, madeAt, bytes: body, sha256: sha(body) };
}

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly token?: string | null;
  readonly key?: string;
  readonly type?: string;
  readonly body?: Uint8Array;
  readonly agent?: Agent;
}

/** As a hostile client sends it: anything. */
function raw({ url, certificate }: { url: string; certificate: string }, asked: Asked) {
  const { method = 'POST', path = '/applications', token = ACCESS_TOKEN, body, agent } = asked;
  const headers: Record<string, string> = { 'content-type': asked.type ?? 'application/zip' };
  if (token !== null) {
    headers['authorization'] = `Basic ${Buffer.from(`x:${token}`).toString('base64')}`;
  }
  const key = asked.key ?? (body === undefined ? undefined : sha(body));
  if (key !== undefined) headers['idempotency-key'] = key;
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const asking = httpsRequest(
      url + path,
      { method, headers, ...(agent === undefined ? { ca: certificate } : { agent }) },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

describe('an application over HTTPS', () => {
  it.each<ApplicationKind>([
    ...(['individual', 'position', 'system', 'agreement', 'receipt'] as const),
    ...(['renewal', 'duties', 'problem', 'complaint'] as const),
  ])('of the kind %s is received, and kept whole', async (kind) => {
    const server = await testReceiver(file());
    const one = await handIn(kind);
    const answer = await applicationOverHttps(server.channelOptions).send(one, live());
    expect(answer.state).toBe('received');
    const kept = deskApplication(server.applications, one.id);
    expect(kept.request.kind).toBe(kind);
    expect(kept.missing).toEqual({ papers: [], mail: false });
    expect(server.applications.byCase(one.id).map(({ body }) => sha(body))).toEqual([one.sha256]);
    // Nothing of it among the reports.
    expect(server.store.caseIds(10)).toEqual([]);
  });

  it('is rejected with reasons, handed in anew under its id, and accepted; each told of its own', async () => {
    const server = await testReceiver(file());
    const channel = applicationOverHttps(server.channelOptions);
    const first = await handIn('position', { without: ['authority'] });
    await channel.send(first, live());
    const now = new Date('2026-11-26T03:00:00.000Z');
    const reason = 'Surat penunjukan wewenang belum ada.';
    decideApplication(server.applications, first.id, { state: 'rejected', reason }, now);
    expect(await channel.status?.(first, live())).toMatchObject({
      state: 'rejected',
      note: reason,
    });

    const second = await handIn('position', { id: first.id });
    expect((await channel.send(second, live())).state).toBe('received');
    expect(deskApplication(server.applications, first.id).state).toBe('received');
    decideApplication(server.applications, first.id, { state: 'accepted', reason: '' }, now);
    expect(await channel.status?.(second, live())).toMatchObject({ state: 'accepted' });
    expect(deskApplication(server.applications, first.id).came).toHaveLength(2);
  });

  it('sent again is kept once, gets the same receipt, and survives a restart', async () => {
    const path = file();
    const server = await testReceiver(path);
    const one = await handIn();
    const channel = applicationOverHttps(server.channelOptions);
    const { at } = await channel.send(one, live());
    for (let again = 0; again < 3; again++) {
      expect(await channel.send(one, live())).toMatchObject({ at, state: 'received' });
    }
    await server.stop();
    const after = await testReceiver(path);
    expect(await applicationOverHttps(after.channelOptions).send(one, live())).toMatchObject({
      at,
    });
    expect(after.applications.byCase(one.id)).toHaveLength(1);
  });

  it('whose line is cut after sending arrives once when it is sent again', async () => {
    const server = await testReceiver(file());
    const proxy = await cutProxy(Number(new URL(server.url).port));
    const one = await handIn();
    const received = new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (server.applications.byKey(one.sha256) === null) return;
        clearInterval(timer);
        proxy.cut();
        resolve();
      }, 1);
    });
    const through = {
      ...server.channelOptions,
      url: `https://127.0.0.1:${String(proxy.port)}/v1`,
      timeoutMs: 2000,
    };
    const sent = applicationOverHttps(through)
      .send(one, live())
      .catch(() => null);
    await received;
    await sent;
    const again = await applicationOverHttps(server.channelOptions).send(one, live());
    expect(again.state).toBe('received');
    expect(server.applications.byCase(one.id)).toHaveLength(1);
  });
});

describe('a server that is not the authority, or fails', () => {
  const loopback = loopbackCertificate();
  const tls = () => createServer({ cert: loopback.certificate, key: loopback.key });

  it.each([
    ['500', status(500), 'NET_STATUS'],
    ['no token accepted', status(401), 'NET_AUTH'],
    ['one that takes no applications', status(404), 'NET_STATUS'],
    ['a refusal', status(422), 'CHANNEL_REFUSED'],
    ['garbage', garbage, 'CHANNEL_ANSWER_INVALID'],
    ['silence', hang, 'NET_TIMEOUT'],
    ['a cut after sending', slam, 'NET_INTERRUPTED'],
    ['a cut in the answer', cut, 'NET_INTERRUPTED'],
    ['an answer that says it is fine', bytes('{"state":"accepted"}'), 'CHANNEL_ANSWER_INVALID'],
  ] as const)('%s', async (_name, behaviour, code) => {
    const { url } = await naughtyServer({ '/v1/applications': behaviour }, tls(), 'https');
    const options = { ...channelTo(`${url}/v1`, loopback.certificate), timeoutMs: 800 };
    const sent = applicationOverHttps(options).send(await handIn(), live());
    expect((await refusedWith(sent)).code).toBe(code);
  });

  it('is refused: nobody listens', async () => {
    const server = await testReceiver(file());
    await server.stop();
    const sent = applicationOverHttps(server.channelOptions).send(await handIn(), live());
    expect((await refusedWith(sent)).code).toBe('NET_UNREACHABLE');
  });

  it('with a certificate that is not pinned is told nothing', async () => {
    const server = await testReceiver(file());
    const http = createHttpClient({ environment: {}, onlyExtra: true });
    const channel = applicationOverHttps({ ...server.channelOptions, http });
    expect((await refusedWith(channel.send(await handIn(), live()))).code).toBe('NET_TLS');
    expect(server.applications.caseIds(10)).toEqual([]);
  });

  it('that gives another’s receipt, an old one or a report’s is not believed', async () => {
    const server = await testReceiver(file());
    const channel = applicationOverHttps(server.channelOptions);
    const { evidence } = await channel.send(await handIn(), live());
    const replay = await naughtyServer(
      { '/v1/applications': bytes(evidence ?? '') },
      ...([tls(), 'https'] as const),
    );
    const misled = applicationOverHttps(channelTo(`${replay.url}/v1`, loopback.certificate));
    const other = misled.send(await handIn(), live());
    expect((await refusedWith(other)).code).toBe('CHANNEL_RECEIPT_WRONG');
    const stranger = { ...server.channelOptions, receiptSigners: [] };
    const unknown = applicationOverHttps(stranger).send(await handIn(), live());
    expect((await refusedWith(unknown)).code).toBe('CHANNEL_RECEIPT_WRONG');
  });
});

describe('the receiver of applications under hostile input', () => {
  it.each([
    ['none', null],
    ['a wrong one', 'token-akses-untuk-pelapor-0002'],
  ])('tells nothing without the token: %s', async (_name, token) => {
    const server = await testReceiver(file());
    const one = await handIn();
    await applicationOverHttps(server.channelOptions).send(one, live());
    const known = { method: 'GET', path: `/applications/${one.sha256}` };
    for (const asked of [known, { body: one.bytes }, { method: 'GET' }]) {
      const answer = await raw(server, { ...asked, token });
      expect(answer).toEqual({ status: 401, body: '{"error":{"code":"RA_TOKEN_WRONG"}}' });
    }
  });

  it('has no address that lists them, and none but its own', async () => {
    const server = await testReceiver(file());
    const one = await handIn();
    await applicationOverHttps(server.channelOptions).send(one, live());
    const none = '0'.repeat(64);
    for (const path of ['', '/', '/..', `/${none}`, `/${one.id}`, `/${one.sha256.toUpperCase()}`]) {
      const answer = await raw(server, { method: 'GET', path: `/applications${path}` });
      expect(answer.status).toBe(404);
    }
    expect(
      (await raw(server, { method: 'DELETE', path: `/applications/${one.sha256}` })).status,
    ).toBe(404);
  });

  it('refuses another key than the digest, another type, and bodies too large', async () => {
    const server = await testReceiver(file());
    const { bytes: body } = await handIn();
    expect((await raw(server, { body, key: 'f'.repeat(64) })).status).toBe(422);
    expect((await raw(server, { body, key: randomUUID() })).status).toBe(422);
    expect((await raw(server, { body, type: 'application/json' })).status).toBe(422);
    const large = Buffer.alloc((24 << 20) + 1, 0x20);
    // A server that hangs up at once may be noticed as a broken line.
    const answer = await raw(server, { body: large }).catch(() => null);
    expect(answer === null || answer.status === 413).toBe(true);
    expect(server.applications.caseIds(10)).toEqual([]);
  });

  it('refuses zip bombs, paths, doubles, wrong digests and a paper that is none', async () => {
    const server = await testReceiver(file());
    const json = (value: unknown) => Buffer.from(JSON.stringify(value));
    const zero = new Uint8Array(48 << 20);
    const bombs = [
      zipSync({ 'application.json': zero }),
      zipSync({ 'manifest.json': json({}), 'papers/1.pdf': zero }),
      zipSync({ '../../etc/cron.d/x': Buffer.from('x') }),
      zipSync({ '/etc/passwd': Buffer.from('x') }),
      zipSync(
        Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`papers/${i}.pdf`, json(i)])),
      ),
    ];
    for (const body of bombs) {
      expect(body.length).toBeLessThan(1 << 20);
      expect([413, 422]).toContain((await raw(server, { body })).status);
    }
    const good = Buffer.from((await handIn()).bytes);
    for (let at = 0; at < good.length; at += 97) {
      const body = Buffer.from(good);
      body[at] = (body[at] ?? 0) ^ 0xff;
      const answer = await raw(server, { body });
      // A byte that says nothing (a time, a flag for people) may change; what the package says may not.
      if (answer.status === 200) expect(openApplication(body)).toEqual(openApplication(good));
      else expect(answer.status).toBe(422);
      if (answer.status === 429) throw new Error('the rate is the test’s own fault');
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (at > 97 * 20) break;
    }
  });

  it('takes nothing that is no package, and never falls over (fuzzed)', async () => {
    const server = await testReceiver(file(), { rate: { burst: 1e6, perMinute: 60 } });
    const agent = agentOf(server);
    const good = Buffer.from((await handIn('problem')).bytes);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        async (at, patch) => {
          const body = Buffer.from(good);
          body.set(patch.subarray(0, body.length - at), at);
          const { status: code } = await raw(server, { body, agent });
          expect([200, 413, 422]).toContain(code);
        },
      ),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (body) => {
        expect((await raw(server, { body, agent })).status).toBe(422);
      }),
      { numRuns: 100 },
    );
    // The list in it, with anything in any place: what is taken is what the schema lets through.
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('format', 'id', 'kind', 'madeAt', 'applicant', 'about', 'papers', 'x'),
        fc.jsonValue(),
        async (name, value) => {
          const body = Buffer.from(await applicationFile('problem', { put: { [name]: value } }));
          const { status: code } = await raw(server, { body, agent });
          const sound = (() => {
            try {
              openApplication(body);
              return true;
            } catch {
              return false;
            }
          })();
          expect(code).toBe(sound ? 200 : 422);
        },
      ),
      { numRuns: 200 },
    );
    agent.destroy();
    const sent = applicationOverHttps(server.channelOptions).send(await handIn(), live());
    expect((await sent).state).toBe('received');
  });

  it('holds against 10,000 requests: most are told to wait, none is kept twice', async () => {
    const server = await testReceiver(file(), { rate: { burst: 50, perMinute: 60 } });
    const one = await handIn();
    const agent = agentOf(server);
    const counts = new Map<number, number>();
    for (let round = 0; round < 100; round++) {
      const asked = Array.from({ length: 100 }, () => raw(server, { body: one.bytes, agent }));
      for (const answer of await Promise.all(asked)) {
        counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
      }
    }
    agent.destroy();
    expect([...counts.keys()].sort()).toEqual([200, 429]);
    expect((counts.get(200) ?? 0) + (counts.get(429) ?? 0)).toBe(10_000);
    expect(server.applications.byCase(one.id)).toHaveLength(1);
    // 10,000 TLS requests on a loaded machine: a time-out finds a hang, not slowness.
  }, 600_000);

  it('tells of every answer what and how, and nothing of whom', async () => {
    const told: unknown[] = [];
    const server = await testReceiver(file(), { onAnswer: (one) => told.push(one) });
    const one = await handIn();
    await raw(server, { body: one.bytes });
    await raw(server, { method: 'GET', path: `/applications/${one.sha256}` });
    await raw(server, { body: Buffer.from('x') });
    await raw(server, { path: '/nowhere', token: 'salah' });
    expect(told).toEqual([
      { what: 'application', status: 200, code: null },
      { what: 'status', status: 200, code: null },
      { what: 'application', status: 422, code: 'PACKAGE_INVALID' },
      { what: 'other', status: 401, code: 'RA_TOKEN_WRONG' },
    ]);
  });
});

describe('an application by other ways', () => {
  it('goes by mail with its package attached, signed where a key is at hand, and is sent and no more', async () => {
    const server = await mailServer();
    const signer = makeSigner('Budi Contoh', makeAuthority('CA surel'));
    const one = await handIn();
    const channel = applicationByMail({
      mailer: smtpMailer({
        ...{ host: '127.0.0.1', port: server.port, tls: 'starttls', user: null, timeoutMs: 5000 },
        ...{ password: () => Promise.resolve(null), authorities: [server.certificate] },
      }),
      ...{ from: null, to: ['ra@contoh.test'], key: keyOf(signer), now: () => new Date() },
    });
    expect(await channel.send(one, live())).toMatchObject({ state: 'sent', evidence: null });
    const [mail] = server.received;
    const text = mail?.message.toString() ?? '';
    expect(text).toContain('application/pkcs7-signature');
    expect(text).toContain(`Message-ID: <${one.sha256.slice(0, 32)}@permohonan.pena>`);
    expect(text).toContain(`From: ${APPLICANT.email}`);
    expect(text).not.toContain(APPLICANT.nip);
    const lines = Buffer.from(one.bytes).toString('base64').slice(0, 60);
    expect(text).toContain(lines);
  });

  it('lies as a file under a name of its own, once', async () => {
    const saved = new Map<string, Uint8Array>();
    const one = await handIn();
    const channel = applicationAsFile({
      save: (name, body) => Promise.resolve(void saved.set(name, body)),
      ...{ key: null, now: () => new Date() },
    });
    for (let again = 0; again < 2; again++) {
      expect((await channel.send(one, live())).state).toBe('sent');
    }
    expect([...saved.values()].map((body) => openApplication(body).request.id)).toEqual([one.id]);
  });
});
