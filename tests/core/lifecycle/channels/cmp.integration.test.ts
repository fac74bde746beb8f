// Asking a CA to revoke over CMP, against `openssl cmp` as the CA, and against servers that misbehave.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAlgorithm } from '../../../../core/cms/algorithms.ts';
import { contextTag, readWholeBer, TAG } from '../../../../core/cms/ber.ts';
import { passwordMac, passwordMacAlgorithm } from '../../../../core/cms/cmp/password-mac.ts';
import {
  der,
  derOctetString,
  derSequence,
  derSmallInteger,
} from '../../../../core/cms/der-writer.ts';
import { readCertificate } from '../../../../core/cms/certificate.ts';
import {
  cmpChannel,
  type CmpChannelOptions,
} from '../../../../core/lifecycle/channels/cmp-channel.ts';
import type { SigningKey } from '../../../../core/ports/token.ts';
import { createHttpClient } from '../../../../native/network/http-client.ts';
import { refusedWith } from '../../../support/rejection.ts';
import { opensslCmp } from '../../../support/report/openssl-cmp.ts';
import { report } from '../../../support/report/reports.ts';
import {
  type Behaviour,
  garbage,
  hang,
  naughtyServer,
  slam,
  status,
} from '../../../support/services/naughty-server.ts';
import { sharedTemporaryFolder } from '../../../support/temporary-folder.ts';
import { toPem } from '../../support/pem.ts';
import {
  makeAuthority,
  makeSigner,
  signValue,
  type TestCertificate,
} from '../../support/test-certificates.ts';

const folder = sharedTemporaryFolder();
const authority = makeAuthority('CA uji');
const lost = makeSigner('Budi', authority);
const officer = makeSigner('Petugas RA', authority);
const server = makeSigner('Server CMP', authority);

const pem = (name: string, { der, key }: TestCertificate): { cert: string; key: string } => {
  const paths = { cert: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
  writeFileSync(paths.cert, toPem(der));
  writeFileSync(paths.key, key.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return paths;
};
const files = {
  ca: pem('ca', authority),
  lost: pem('lost', lost),
  server: pem('server', server),
};

const SECRET = 'rahasia-cmp';
const withSecret = ['-srv_ref', 'pena', '-srv_secret', `pass:${SECRET}`];
const withKey = [
  ...['-srv_cert', files.server.cert, '-srv_key', files.server.key],
  ...['-srv_trusted', files.ca.cert],
];
const answering = ['-rsp_cert', files.lost.cert];

const officerKey: SigningKey = {
  certificate: officer.der,
  chain: [authority.der],
  sign: (data) => Promise.resolve(signValue(officer.key, 'sha256', data)),
};

function channel(url: string, more: Partial<CmpChannelOptions> = {}) {
  return cmpChannel({
    url,
    http: createHttpClient({ environment: {} }),
    timeoutMs: 3000,
    credential: secret(SECRET),
    answerSigners: [],
    now: () => new Date(),
    random: (length) => randomBytes(length),
    ...more,
  });
}

const secret = (text: string): CmpChannelOptions['credential'] => ({
  kind: 'secret',
  reference: 'pena',
  secret: () => Promise.resolve(Buffer.from(text)),
});
const key: Partial<CmpChannelOptions> = {
  credential: { kind: 'key', key: officerKey },
  answerSigners: [readCertificate(server.der)],
};

const ask = (url: string, more: Partial<CmpChannelOptions> = {}) =>
  channel(url, more).send(report(lost.der), [], new AbortController().signal);

describe('openssl cmp as the CA', () => {
  it('accepts a request under a shared secret; the bytes of the secret are wiped', async () => {
    const url = await opensslCmp([...withSecret, ...answering]);
    const bytes = Buffer.from(SECRET);
    const credential = { ...secret(SECRET), secret: () => Promise.resolve(bytes) };
    const answer = await ask(url, { credential: credential as CmpChannelOptions['credential'] });
    expect(answer.state).toBe('accepted');
    expect(answer.evidence?.length).toBeGreaterThan(100);
    expect([...bytes].every((one) => one === 0)).toBe(true);
  });

  it("accepts one under the registration authority's key, and answers with its own", async () => {
    const url = await opensslCmp([...withKey, ...answering]);
    expect((await ask(url, key)).state).toBe('accepted');
  });

  it('believes a signer whom the given CA has issued', async () => {
    const url = await opensslCmp([...withKey, ...answering]);
    const more = { ...key, answerSigners: [readCertificate(authority.der)] };
    expect((await ask(url, more)).state).toBe('accepted');
  });

  it('does not believe a signer that nobody named', async () => {
    const url = await opensslCmp([...withKey, ...answering]);
    const more = { ...key, answerSigners: [readCertificate(officer.der)] };
    expect((await refusedWith(ask(url, more))).code).toBe('CMP_PROTECTION_WRONG');
  });

  it('rejects, and says why', async () => {
    const because = ['-pkistatus', '2', '-failure', '10', '-statusstring', 'sudah dicabut'];
    const url = await opensslCmp([...withSecret, ...answering, ...because]);
    const answer = await ask(url);
    expect(answer).toMatchObject({ state: 'rejected', note: 'sudah dicabut, certRevoked' });
  });

  it('lets wait: it has the request and has not decided', async () => {
    const url = await opensslCmp([...withSecret, ...answering, '-pkistatus', '3']);
    expect(await ask(url)).toMatchObject({ state: 'received', note: 'waiting' });
  });

  it('never says revoked, even where it tells of a revocation', async () => {
    const url = await opensslCmp([...withSecret, ...answering, '-pkistatus', '5']);
    expect((await ask(url)).state).toBe('accepted');
  });

  it('does not know the certificate', async () => {
    const url = await opensslCmp([...withSecret, '-rsp_cert', files.server.cert]);
    expect((await refusedWith(ask(url))).code).toBe('CHANNEL_REFUSED');
  });

  it.each([
    ['protected', ['-send_error']],
    ['unprotected', ['-send_error', '-send_unprot_err']],
  ])('sends an error message, %s: the way failed, nothing is decided', async (_name, args) => {
    const url = await opensslCmp([...withSecret, ...answering, ...args]);
    expect((await refusedWith(ask(url))).code).toBe('CHANNEL_REFUSED');
  });

  it('answers without protection: not believed', async () => {
    const url = await opensslCmp([...withSecret, ...answering, '-send_unprotected']);
    expect((await refusedWith(ask(url))).code).toBe('CMP_PROTECTION_WRONG');
  });

  it('knows another secret: its answer is not believed, nor ours taken', async () => {
    const url = await opensslCmp([...withSecret, ...answering]);
    const { code } = await refusedWith(ask(url, { credential: secret('lain') }));
    expect(['CHANNEL_REFUSED', 'CMP_PROTECTION_WRONG']).toContain(code);
  });
});

describe('servers that misbehave', () => {
  it.each([
    ['garbage', garbage, 'CHANNEL_ANSWER_INVALID'],
    ['a cut after sending', slam, 'NET_INTERRUPTED'],
    ['500', status(500), 'NET_STATUS'],
    ['silence', hang, 'NET_TIMEOUT'],
  ] as const)('%s is a failure with a code', async (_name, behaviour, code) => {
    const { url } = await naughtyServer({ '/pkix': behaviour });
    expect((await refusedWith(ask(`${url}/pkix/`, { timeoutMs: 800 }))).code).toBe(code);
  });

  it('refused connections too', async () => {
    const server = await naughtyServer({});
    await server.stop();
    expect((await refusedWith(ask(server.url))).code).toBe('NET_UNREACHABLE');
  });

  it('an old answer sent again is not taken for the answer', async () => {
    const url = await opensslCmp([...withSecret, ...answering]);
    const { evidence } = await ask(url);
    const replay = await naughtyServer({
      '/': (response) => response.writeHead(200).end(evidence),
    });
    expect((await refusedWith(ask(replay.url))).code).toBe('CMP_OTHER_TRANSACTION');
  });

  /** A protected answer to `request`, with this body; `nonce` is its own. */
  const answerTo = (request: Buffer, body: Uint8Array, nonce: Uint8Array): Uint8Array => {
    const nobody = der(contextTag(4), derSequence());
    const algorithm = passwordMacAlgorithm(randomBytes(16));
    const header = derSequence(
      ...[derSmallInteger(2), nobody, nobody, der(contextTag(1), algorithm)],
      der(contextTag(4), derOctetString(fieldOf(request, 0xa4))),
      der(contextTag(5), derOctetString(nonce)),
      der(contextTag(6), derOctetString(fieldOf(request, 0xa5))),
    );
    const identifier = readAlgorithm(readWholeBer(algorithm));
    const mac = passwordMac(identifier, Buffer.from(SECRET), derSequence(header, body));
    const protection = der(contextTag(0), der(TAG.BIT_STRING, Uint8Array.of(0), mac));
    return derSequence(header, body, protection);
  };
  const fieldOf = (message: Buffer, tag: number): Buffer => {
    const at = message.indexOf(Buffer.of(tag, 0x12, 0x04, 0x10));
    return at === -1 ? Buffer.alloc(0) : message.subarray(at + 4, at + 20);
  };
  const waiting = der(contextTag(23), derSequence(derSequence(derSmallInteger(3))));
  const pollRep = (...seconds: readonly Uint8Array[]): Uint8Array =>
    der(
      contextTag(26),
      derSequence(
        ...seconds.map((one) =>
          derSequence(der(TAG.INTEGER, Uint8Array.of(0xff)), der(TAG.INTEGER, one)),
        ),
      ),
    );

  // Stands for a CA that delivers later (RFC 9483 4.4), which openssl's server does not do for a revocation.
  const delaying: Behaviour = (response, { body }) => {
    response.writeHead(200).end(answerTo(body, waiting, randomBytes(16)));
  };

  it('a CA that delivers later has the request, and nothing is decided', async () => {
    const { url } = await naughtyServer({ '/pkix': delaying });
    expect(await ask(`${url}/pkix/`)).toMatchObject({ state: 'received', note: 'waiting' });
    const other = ask(`${url}/pkix/`, { credential: secret('lain') });
    expect((await refusedWith(other)).code).toBe('CMP_PROTECTION_WRONG');
  });

  // Stands for the same CA, asked again (RFC 4210 5.3.22): it says when, and in the end what it decided.
  it('is asked again in the same transaction, not before it wants to be, until it has decided', async () => {
    const nonces = [randomBytes(16), randomBytes(16), randomBytes(16)];
    const asked: Buffer[] = [];
    const bodies = [
      waiting,
      pollRep(Uint8Array.of(0x01, 0x2c)),
      der(contextTag(12), derSequence(derSequence(derSequence(derSmallInteger(0))))),
    ];
    const { url } = await naughtyServer({
      '/pkix': (response, { body }) => {
        const n = asked.push(body) - 1;
        response.writeHead(200).end(answerTo(body, bodies[n]!, nonces[n]!));
      },
    });
    const now = new Date('2026-11-26T01:00:00.000Z');
    const cmp = channel(`${url}/pkix/`, { now: () => now });
    const request = report(lost.der);
    const { signal } = new AbortController();
    const first = await cmp.send(request, [], signal);
    expect(first.checkAfter).toBeUndefined();
    const second = await cmp.status!(request, [], signal, first);
    expect(second).toMatchObject({ state: 'received', checkAfter: '2026-11-26T01:05:00.000Z' });
    const third = await cmp.status!(request, [], signal, second);
    expect(third.state).toBe('accepted');
    // One transaction, a nonce of its own each time, and the CA's last nonce given back.
    const [one, two, three] = asked as [Buffer, Buffer, Buffer];
    expect(fieldOf(one, 0xa4)).toHaveLength(16);
    expect(fieldOf(two, 0xa4)).toEqual(fieldOf(one, 0xa4));
    expect(fieldOf(three, 0xa4)).toEqual(fieldOf(one, 0xa4));
    expect(fieldOf(two, 0xa5)).not.toEqual(fieldOf(one, 0xa5));
    expect(fieldOf(two, 0xa6)).toEqual(nonces[0]);
    expect(fieldOf(three, 0xa6)).toEqual(nonces[1]);
    // pollReq with certReqId -1: the answer as a whole is waited for.
    expect(two.includes(Buffer.from('b907300530030201ff', 'hex'))).toBe(true);
  });

  it.each([
    ['0 seconds is a minute', [Uint8Array.of(0)], '2026-11-26T01:01:00.000Z'],
    ['years are a day', [Uint8Array.of(0x7f, 0xff, 0xff, 0xff)], '2026-11-27T01:00:00.000Z'],
    ['a negative time is no answer', [Uint8Array.of(0xff)], null],
    ['more digits than a time has', [Uint8Array.of(1, 0, 0, 0, 0)], null],
    ['two answers to one question', [Uint8Array.of(1), Uint8Array.of(1)], null],
  ])('bounds when it is asked again: %s', async (_name, seconds, expected) => {
    const { url } = await naughtyServer({
      '/pkix': (response, { body }) => {
        response.writeHead(200).end(answerTo(body, pollRep(...seconds), randomBytes(16)));
      },
    });
    const now = new Date('2026-11-26T01:00:00.000Z');
    const last = { state: 'received', at: now.toISOString(), note: '', evidence: null } as const;
    const cmp = channel(`${url}/pkix/`, { now: () => now });
    const asked = cmp.status!(report(lost.der), [], new AbortController().signal, last);
    if (expected === null) {
      expect((await refusedWith(asked)).code).toBe('CHANNEL_ANSWER_INVALID');
    } else expect((await asked).checkAfter).toBe(expected);
  });

  it('a request without the issuer is not for CMP', async () => {
    const request = report(lost.der);
    const typed = { ...request, certificate: { ...request.certificate, issuerName: null } };
    const sent = channel('http://127.0.0.1:9').send(typed, [], new AbortController().signal);
    expect((await refusedWith(sent)).code).toBe('CHANNEL_UNFIT');
  });
});
