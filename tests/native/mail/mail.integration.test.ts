// Reports by e-mail through a real SMTP server with TLS, read back by openssl; and what servers do wrong.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  emailChannel,
  type EmailChannelOptions,
  reportAsEml,
} from '../../../core/lifecycle/channels/email-channel.ts';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { openPackage } from '../../../core/lifecycle/package/open-package.ts';
import { smtpMailer, type SmtpOptions } from '../../../native/mail/smtp.ts';
import { toPem } from '../../core/support/pem.ts';
import { makeAuthority, makeSigner } from '../../core/support/test-certificates.ts';
import { refusedWith } from '../../support/rejection.ts';
import { mailServer } from '../../support/report/mail-server.ts';
import { keyOf } from '../../support/report/receiver.ts';
import { paper, report } from '../../support/report/reports.ts';
import { loopbackCertificate } from '../../support/services/loopback-certificate.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const authority = makeAuthority('CA surel');
const owner = makeSigner('Budi, sertifikat lain', authority);
const papers = [paper('isi surat keterangan')];

function channelOptions(
  server: { port: number; certificate: string },
  more: Partial<SmtpOptions> = {},
): EmailChannelOptions {
  const { port, certificate } = server;
  const mailer = smtpMailer({
    ...{ host: '127.0.0.1', port, tls: 'starttls', authorities: [certificate], timeoutMs: 1500 },
    ...{ user: null, password: () => Promise.resolve(null), ...more },
  });
  const from = 'budi@samarinda.example.go.id';
  const now = () => new Date('2026-11-26T01:00:00.000Z');
  return { mailer, from, to: ['ra@diskominfo.example.go.id'], key: null, now };
}

const send = (options: EmailChannelOptions, request = report(undefined, papers)) =>
  emailChannel(options).send(request, papers, new AbortController().signal);

/** The decoded attachment of this media type. */
function attachment(message: Buffer, mediaType: string): Buffer {
  const text = message.toString('latin1');
  const part = text
    .split(/\r?\n--[^\r\n]+/)
    .find((one) => one.includes(`Content-Type: ${mediaType}`));
  return Buffer.from(part?.split(/\r?\n\r?\n/)[1] ?? '', 'base64');
}

function opensslVerifies(message: Uint8Array): { ok: boolean; content: string } {
  const folder = temporaryFolder();
  const [mail, ca] = [join(folder, 'surel.eml'), join(folder, 'ca.pem')];
  writeFileSync(mail, message);
  writeFileSync(ca, toPem(authority.der));
  try {
    const args = ['smime', '-verify', '-in', mail, '-CAfile', ca, '-purpose', 'any'];
    const stdio = ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'];
    return { ok: true, content: execFileSync('openssl', args, { stdio }).toString() };
  } catch {
    return { ok: false, content: '' };
  }
}

describe('by a mail server', () => {
  it.each(['starttls', 'implicit'] as const)(
    'goes out over TLS (%s) and is sent, no more',
    async (tls) => {
      const server = await mailServer({ secure: tls === 'implicit' });
      const password = Buffer.from('sandi-surel');
      const login = { user: 'budi', password: () => Promise.resolve(password) };
      const request = report(undefined, papers);
      expect((await send(channelOptions(server, { tls, ...login }), request)).state).toBe('sent');
      expect(server.logins).toEqual(['budi']);
      expect([...password].every((octet) => octet === 0)).toBe(true);
      const [mail] = server.received;
      expect(mail?.to).toEqual(['ra@diskominfo.example.go.id']);
      const message = mail?.message ?? Buffer.alloc(0);
      expect(message.toString()).toContain(`Message-ID: <${request.idempotencyKey}@laporan.pena>`);
      expect(attachment(message, 'application/pdf').toString()).toBe('isi surat keterangan');
      expect(openPackage(attachment(message, 'application/zip')).request).toEqual(request);
    },
  );

  it('signed, it is verified by openssl as it arrives; changed, it is not', async () => {
    const server = await mailServer();
    await send({ ...channelOptions(server), key: { ...keyOf(owner), chain: [authority.der] } });
    const message = server.received[0]?.message ?? Buffer.alloc(0);
    const verified = opensslVerifies(message);
    expect(verified.ok).toBe(true);
    expect(verified.content).toContain('application/pdf');
    const changed = Buffer.from(message);
    const at = changed.indexOf(Buffer.from('isi surat').toString('base64').slice(0, 8));
    expect(at).toBeGreaterThan(0);
    changed.write('X', at);
    expect(opensslVerifies(changed).ok).toBe(false);
  });

  it('as a file for the own mail program is the same message', async () => {
    const options = channelOptions({ port: 9, certificate: '' });
    const key = { ...keyOf(owner), chain: [authority.der] };
    const eml = await reportAsEml(report(undefined, papers), papers, { ...options, key });
    expect(opensslVerifies(eml).ok).toBe(true);
  });

  it('is never signed with the lost key', async () => {
    const options = channelOptions({ port: 9, certificate: '' });
    const lost = { ...options, key: keyOf(owner) };
    const { code } = await refusedWith(send(lost, report(owner.der, papers)));
    expect(code).toBe('CHANNEL_UNFIT');
  });

  it('is signed with another certificate of the same number, unless only the number is known', async () => {
    const options = { ...channelOptions({ port: 9, certificate: '' }), key: keyOf(owner) };
    const { serial } = readCertificate(owner.der);
    const other = report(undefined, papers);
    const elsewhere = { ...other, certificate: { ...other.certificate, serial } };
    expect((await reportAsEml(elsewhere, papers, options)).length).toBeGreaterThan(0);
    const typed = { ...elsewhere.certificate, issuerName: null, sha256: null };
    const refused = reportAsEml({ ...other, certificate: typed }, papers, options);
    expect((await refusedWith(refused)).code).toBe('CHANNEL_UNFIT');
  });

  it.each(['a@b', 'a@example.id\r\nRCPT TO:<x@y.id>', 'Budi <a@example.id>', ''])(
    'refuses an address that is none: %j',
    async (to) => {
      const options = { ...channelOptions({ port: 9, certificate: '' }), to: [to] };
      expect((await refusedWith(send(options))).code).toBe('MAIL_ADDRESS_INVALID');
    },
  );
});

describe('servers that do not take it', () => {
  it('a wrong password, with no word of it in the error', async () => {
    const server = await mailServer();
    const password = () => Promise.resolve(Buffer.from('salah-sekali'));
    const refused = await refusedWith(send(channelOptions(server, { user: 'budi', password })));
    expect(refused.code).toBe('MAIL_AUTH');
    expect(JSON.stringify(refused)).not.toContain('salah-sekali');
    expect(server.logins).toHaveLength(1);
  });

  it('no password to be had: the server is not asked', async () => {
    const server = await mailServer();
    expect((await refusedWith(send(channelOptions(server, { user: 'budi' })))).code).toBe(
      'MAIL_AUTH',
    );
    expect(server.logins).toEqual([]);
  });

  it('no TLS: nothing is said in the clear', async () => {
    const server = await mailServer({ disabledCommands: ['STARTTLS'] });
    expect((await refusedWith(send(channelOptions(server)))).code).toBe('NET_TLS');
    expect(server.received).toEqual([]);
  });

  it("another server's certificate", async () => {
    const server = await mailServer();
    const other = toPem(makeAuthority('CA lain').der);
    const refused = await refusedWith(send(channelOptions({ ...server, certificate: other })));
    expect(refused.code).toBe('NET_TLS');
  });

  it('the recipient, and the message, refused', async () => {
    const full = { responseCode: 452 };
    const noRecipient = await mailServer({
      onRcptTo: (_address, _session, callback) =>
        callback(Object.assign(new Error('no'), { responseCode: 550 })),
    });
    expect((await refusedWith(send(channelOptions(noRecipient)))).code).toBe('MAIL_FAILED');
    const noRoom = await mailServer({
      onData: (stream, _session, callback) => {
        stream.resume();
        stream.on('end', () => callback(Object.assign(new Error('full'), full)));
      },
    });
    expect(await refusedWith(send(channelOptions(noRoom)))).toMatchObject({
      ...{ code: 'MAIL_FAILED', params: { detail: 452 } },
    });
  });

  it.each<[string, (socket: Socket) => void, readonly string[]]>([
    ['silence', () => undefined, ['NET_TIMEOUT']],
    ['a cut at once', (socket) => socket.destroy(), ['NET_INTERRUPTED', 'NET_UNREACHABLE']],
    ['garbage', (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'), ['MAIL_FAILED']],
  ])('%s', async (_name, behave, codes) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      behave(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { certificate } = loopbackCertificate();
    expect(codes).toContain((await refusedWith(send(channelOptions({ port, certificate })))).code);
  });

  it('nobody there', async () => {
    const { certificate } = loopbackCertificate();
    const { code } = await refusedWith(send(channelOptions({ port: 1, certificate })));
    expect(code).toBe('NET_UNREACHABLE');
  });
});
