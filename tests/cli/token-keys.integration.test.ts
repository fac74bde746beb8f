// `pena token keys|request|import|remove-key` with a real SoftHSM token and openssl as the authority: from no
// key to a signed PDF that others accept.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { KEY_KINDS } from '../../core/domain/key-kind.ts';
import { makeSoftHsm, USER_PIN, whyNoSoftHsm, type TestToken } from '../support/softhsm.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { mountTmpfs, whyNoMount } from '../support/tmpfs.ts';
import { pena, sampleIn, userFolder } from './support/pena.ts';

const reason = whyNoSoftHsm();
const work = sharedTemporaryFolder();
const at = (name: string): string => join(work, name);
const openssl = (...args: string[]): string =>
  execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const NAME = 'SITI AMINAH';
const NUMBER = '6472014505850003';
const PERSON = ['--type', 'individual', '--name', NAME, '--organisation', 'Dinas Kominfo'];
const HOST = 'sidak.example.go.id';

describe.skipIf(reason !== null)(`keys on a token ${reason ?? ''}`, () => {
  let token: TestToken;
  beforeAll(async () => {
    token = await makeSoftHsm(at('token'));
  });

  const run = (args: readonly string[], pin = USER_PIN) =>
    pena([...args, '--module', token.module], {
      ...{ env: { ...token.env, LANG: 'en_US.UTF-8' }, input: `${pin}\n` },
    });
  const request = (out: string, ...args: string[]) =>
    run(['token', 'request', '--out', at(out), '--pin-stdin', '--json', ...args]);
  const keyIdIn = ({ stdout }: { stdout: string }): string =>
    (JSON.parse(stdout) as { keyId: string }).keyId;
  /** As an authority does that takes over what is wished for. */
  const issue = (csr: string, certificate: string, days = 700): void => {
    const ca = ['-CA', token.caFile, '-CAkey', at('token/ca/ca.key'), '-CAcreateserial'];
    const copy = ['-copy_extensions', 'copy', '-days', String(days)];
    openssl('x509', '-req', '-in', at(csr), ...ca, ...copy, '-out', at(certificate));
  };

  test.each(KEY_KINDS)('asks for a certificate for a %s key', async (kind) => {
    const made = await request(`${kind}.csr`, ...PERSON, '--kind', kind);
    expect(made.stderr).toBe('');
    const told = openssl('req', '-in', at(`${kind}.csr`), '-verify', '-noout', '-text');
    expect(told).toContain(`Subject: C = ID, O = Dinas Kominfo, CN = ${NAME}`);
    expect(told).toContain('Digital Signature, Non Repudiation');
    const [, size] = kind.split('-');
    expect(told).toContain(`Public-Key: (${size?.replace('p', '') ?? ''} bit)`);
    const keys = await run(['token', 'keys', '--json']);
    const { keys: all } = JSON.parse(keys.stdout) as { keys: { id: string; certificates: [] }[] };
    expect(all.find(({ id }) => id === keyIdIn(made))?.certificates).toEqual([]);
  });

  test('the private key stays: what the token itself says of it', async () => {
    const id = keyIdIn(await request('tetap.csr', ...PERSON));
    const list = ['--module', token.module, '--token-label', 'UJI', '--login', '--pin', USER_PIN];
    const told = execFileSync('pkcs11-tool', [...list, '-O', '--type', 'privkey', '--id', id], {
      ...{ encoding: 'utf8', env: { ...process.env, ...token.env } },
    });
    expect(told).toContain('sensitive, always sensitive, never extractable, local');
  });

  test('request, certificate, import, signed PDF', async () => {
    const asked = await request('siti.csr', ...PERSON, '--email', 'siti@example.go.id');
    issue('siti.csr', 'siti.pem');
    const imported = await run(['token', 'import', at('siti.pem'), '--pin-stdin']);
    expect(imported.stderr).toBe('');
    expect(imported.stdout).toContain('The certificate is stored on the token');
    expect(imported.stdout).toContain(keyIdIn(asked));
    const again = await run(['token', 'import', at('siti.pem'), '--pin-stdin']);
    expect(again.stdout).toContain('was on the token already');

    sampleIn(work);
    const options = ['--cert', NAME, '--offline', '--pin-stdin', '--allow-unchecked'];
    const signed = await run(['sign', at('sk.pdf'), '--out', at('ttd.pdf'), ...options]);
    expect(signed.status).toBe(0);
    const told = execFileSync('pdfsig', ['-nocert', at('ttd.pdf')], { encoding: 'utf8' });
    expect(told).toContain('Signature is Valid.');
    expect(told).toContain(`Signer Certificate Common Name: ${NAME}`);

    const known = await pena(['certificates', 'list', '--json']);
    expect(known.stdout).toContain(NAME);
    const journal = readFileSync(
      join(userFolder, 'config/pena/journal/journal-000001.jsonl'),
      'utf8',
    );
    expect(journal).toContain('"did":"requested"');
    expect(journal).toContain('"did":"imported"');
    for (const secret of [NAME, 'siti@example.go.id', USER_PIN]) {
      expect(journal).not.toContain(secret);
    }
  });

  test('a renewed certificate takes the place of the old one only where that was said', async () => {
    await request('lama.csr', ...PERSON, '--kind', 'ec-p256');
    issue('lama.csr', 'lama.pem');
    issue('lama.csr', 'baru.pem');
    expect((await run(['token', 'import', at('lama.pem'), '--pin-stdin'])).status).toBe(0);
    const refused = await run(['token', 'import', at('baru.pem'), '--pin-stdin']);
    expect(refused.stderr).toContain('TOKEN_KEY_HAS_CERTIFICATE');
    expect(refused.stderr).toContain('--replace');
    const args = ['token', 'import', at('baru.pem'), '--pin-stdin', '--replace', '--json'];
    expect(JSON.parse((await run(args)).stdout)).toMatchObject({ stored: true, replaced: 1 });
    // The issuer stands on this token already, under an id of its own: it is not stored twice.
    writeFileSync(
      at('rantai.pem'),
      readFileSync(at('baru.pem'), 'utf8') + readFileSync(token.caFile, 'utf8'),
    );
    const chain = await run([
      'token',
      'import',
      at('rantai.pem'),
      '--chain',
      '--pin-stdin',
      '--json',
    ]);
    expect(JSON.parse(chain.stdout)).toMatchObject({ stored: false, issuers: 1 });
    const tokens = JSON.parse((await run(['tokens', '--json'])).stdout) as {
      certificates: { label: string; id: string }[];
    }[];
    const authorities = tokens[0]?.certificates.filter(({ label }) => label === 'CA UJI');
    expect(authorities).toMatchObject([{ id: 'ca' }]);
  });

  test('one that is about to end names the way to its renewal', async () => {
    const almost = ['--type', 'individual', '--name', 'HAMPIR HABIS', '--organisation', 'Dinas'];
    await request('hampir.csr', ...almost, '--kind', 'ec-p256');
    issue('hampir.csr', 'hampir.pem', 20);
    await run(['token', 'import', at('hampir.pem'), '--pin-stdin']);
    const listed = await pena(['certificates', 'list', '--lang', 'en']);
    const [, ofAlmost = ''] = listed.stdout.split('HAMPIR HABIS\n');
    expect(ofAlmost).toMatch(/^ {2}expires in 20 days\n {2}Renewal \(Pasal 15\)/);
    expect(listed.stdout.match(/Renewal/g)).toHaveLength(1);
  });

  test('server and client certificates carry their names and purposes', async () => {
    const system = ['--type', 'system', '--name', 'SIDAK', '--organisation', 'Dinas Kominfo'];
    const uses = ['--use', 'server', '--use', 'client'];
    const hosts = ['--dns', HOST, '--ip', '192.0.2.7', '--ip', '2001:db8::7'];
    await request('server.csr', ...system, ...uses, ...hosts, '--kind', 'ec-p256');
    const told = openssl('req', '-in', at('server.csr'), '-verify', '-noout', '-text');
    expect(told).toContain(`DNS:${HOST}, IP Address:192.0.2.7, IP Address:2001:DB8:0:0:0:0:0:7`);
    expect(told).toContain('TLS Web Server Authentication, TLS Web Client Authentication');
    issue('server.csr', 'server.pem');
    for (const [purpose, host] of [
      ['sslserver', HOST],
      ['sslclient', null],
    ] as const) {
      const name = host === null ? [] : ['-verify_hostname', host];
      const args = ['verify', '-CAfile', token.caFile, '-purpose', purpose, ...name];
      expect(openssl(...args, at('server.pem'))).toContain('OK');
    }
    const encrypted = ['--use', 'email', '--use', 'document', '--email', 'siti@example.go.id'];
    await request('surel.csr', ...PERSON, ...encrypted);
    const mail = openssl('req', '-in', at('surel.csr'), '-verify', '-noout', '-text');
    expect(mail).toContain('Digital Signature, Key Encipherment');
    expect(mail).toContain('E-mail Protection');
  });

  test('a number that tells a person apart comes from a file and is shown masked', async () => {
    writeFileSync(
      at('isian.json'),
      JSON.stringify({ serialNumber: NUMBER, unit: 'Bidang E-Government' }),
    );
    const args = ['token', 'request', '--out', at('nomor.csr'), '--pin-stdin', ...PERSON];
    const made = await run([...args, '--data', at('isian.json')]);
    expect(made.stdout).toContain('**************03');
    expect(made.stdout + made.stderr).not.toContain(NUMBER);
    expect(openssl('req', '-in', at('nomor.csr'), '-noout', '-subject')).toContain(NUMBER);
    expect(made.stdout).toContain('pena letter permohonan-individu');
  });

  test('what cannot be is refused before the PIN', async () => {
    const cases: [string[], string][] = [
      [['--type', 'individual', '--organisation', 'X'], '--name'],
      [['--type', 'position', '--name', 'X', '--organisation', 'X'], '--position'],
      [['--type', 'system', '--name', 'X', '--organisation', 'X', '--use', 'server'], '--dns'],
      [[...PERSON, '--use', 'server', '--dns', HOST], '--use'],
      [[...PERSON, '--use', 'email'], '--email'],
      [[...PERSON, '--dns', HOST], '--dns'],
      [[...PERSON, '--kind', 'rsa-1024'], '--kind'],
      [[...PERSON, '--unit', 'a\u202eb'], '--unit'],
    ];
    for (const [args, field] of cases) {
      const refused = await pena(
        ['token', 'request', '--out', at('tidak.csr'), '--module', token.module, ...args],
        { env: { ...token.env, LANG: 'en_US.UTF-8' } },
      );
      expect(refused.stderr).toContain(`The entry ${field} is missing`);
      expect(refused.status).toBe(64);
    }
  });

  test.skipIf(whyNoMount() !== null)('a full disk loses the file, not the key', async () => {
    const disk = mountTmpfs(4096);
    writeFileSync(join(disk.path, 'isi'), Buffer.alloc(4096));
    const args = ['token', 'request', '--pin-stdin', ...PERSON, '--out', join(disk.path, 'p.csr')];
    const failed = await run(args);
    expect(failed.stderr).toContain('FILE_DISK_FULL');
    const id = /--key ([0-9a-f]{16})/.exec(failed.stderr)?.[1] ?? '';
    expect(id).not.toBe('');
    const again = await request('lagi.csr', ...PERSON, '--key', id);
    expect(JSON.parse(again.stdout)).toMatchObject({ keyId: id, kind: null });
    expect(openssl('req', '-in', at('lagi.csr'), '-verify', '-noout', '-subject')).toContain(NAME);

    const removing = ['token', 'remove-key', id, '--pin-stdin'];
    expect((await run(removing)).status).toBe(64);
    expect((await run([...removing, '--forever'])).stdout).toContain('was removed');
    expect((await run(['token', 'keys'])).stdout).not.toContain(id);
  });

  test('a key with a certificate is not removed; one that is not there, not found', async () => {
    const remove = (id: string) => run(['token', 'remove-key', id, '--forever', '--pin-stdin']);
    expect((await remove('01')).stderr).toContain('TOKEN_KEY_HAS_CERTIFICATE');
    expect((await remove('ffff')).stderr).toContain('CERT_KEY_MISSING');
  });

  test('a certificate without its key here is refused, and so is a wrong PIN, once', async () => {
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=LAIN',
      '-keyout',
      at('l.key'),
      '-out',
      at('lain.pem'),
    );
    const refused = await run(['token', 'import', at('lain.pem'), '--pin-stdin']);
    expect(refused.stderr).toContain('CERT_KEY_MISSING');
    const wrong = await run(['token', 'import', at('lain.pem'), '--pin-stdin'], '000000');
    expect(wrong.stderr).toContain('TOKEN_PIN_INCORRECT');
    expect(wrong.stderr).not.toContain('000000');
  });
});
