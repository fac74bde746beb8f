// `pena certificates`: a token that was once here is known when it is away, and a reported one signs nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { makeSoftHsm, type TestToken, USER_PIN, whyNoSoftHsm } from '../support/softhsm.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { pena, sampleIn, userFolder } from './support/pena.ts';

const reason = whyNoSoftHsm();

interface Shown {
  readonly sha256: string;
  readonly name: string;
  readonly token: { readonly label: string } | null;
  readonly lastSigned: string | null;
}

describe.skipIf(reason !== null)(`certificates once seen${reason ? ` (${reason})` : ''}`, () => {
  const folder = sharedTemporaryFolder();
  const registry = new CertificateRegistry(join(userFolder, 'config', 'pena', 'certificates.json'));
  let token: TestToken;

  beforeAll(async () => {
    token = await makeSoftHsm(folder);
    sampleIn(folder);
  });

  const list = async (): Promise<readonly Shown[]> => {
    const { stdout } = await pena(['certificates', 'list', '--json']);
    return JSON.parse(stdout) as Shown[];
  };
  const sign = (output: string) =>
    pena(
      [
        ...['sign', '--offline', join(folder, 'sk.pdf'), '--out', join(folder, output)],
        ...['--module', token.module, '--cert', 'rsa', '--pin-stdin'],
      ],
      { env: token.env, input: USER_PIN },
    );

  test('nothing is known on a new computer', async () => {
    const { status, stdout } = await pena(['certificates', 'list', '--lang', 'en']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'No certificate was ever seen on this computer.\n',
    });
  });

  test('what a token showed is listed without the token', async () => {
    await pena(['tokens', '--module', token.module], { env: token.env });
    const known = await list();
    expect(known.length).toBeGreaterThan(0);
    expect(known.every((one) => one.token?.label === 'UJI' && one.lastSigned === null)).toBe(true);
    const [first] = known;
    const shown = await pena(['certificates', 'show', first?.sha256.slice(0, 20) ?? '']);
    expect(shown.stdout).toContain(first?.name);
    expect(shown.stdout).toContain('token UJI');
  });

  test('signing is noted; once reported lost it is refused, and cannot be forgotten', async () => {
    expect((await sign('satu.pdf')).status).toBe(0);
    const signed = (await list()).filter(({ lastSigned }) => lastSigned !== null);
    expect(signed).toHaveLength(1);
    const sha256 = signed[0]?.sha256 ?? '';
    await registry.markReported(sha256, new Date());
    const refused = await sign('dua.pdf');
    expect(refused.status).toBe(69);
    expect(refused.stdout + refused.stderr).toContain('CERTIFICATE_REPORTED_LOST');
    expect(existsSync(join(folder, 'dua.pdf'))).toBe(false);
    expect((await pena(['certificates', 'forget', sha256])).status).toBe(69);
    await registry.withdrawReport(sha256);
    expect((await pena(['certificates', 'forget', sha256])).status).toBe(0);
    expect((await list()).some((one) => one.sha256 === sha256)).toBe(false);
  });
});
