// `pena doctor` with a real SoftHSM token, and with a module that is not there.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSoftHsm, whyNoSoftHsm } from '../support/softhsm.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { pena } from './support/pena.ts';

const reason = whyNoSoftHsm();

test.skipIf(reason !== null)(
  `sees a SoftHSM token, and reports it without names ${reason ?? ''}`,
  { timeout: 90_000 },
  async () => {
    const work = temporaryFolder();
    const token = await makeSoftHsm(join(work, 'token'), 'SITI RAHAYU');
    const report = join(work, 'laporan.json');
    const args = ['doctor', '--module', token.module, '--report', report];
    const shown = await pena(args, { env: { ...token.env, LANG: 'en_US.UTF-8' } });
    expect(shown.stdout).toMatch(/^The token is seen and its certificate can be signed with\.\n/);
    expect(shown.stdout).toContain('SITI RAHAYU');
    expect(shown.status).toBe(0);

    const listed = await pena(['tokens', '--json', '--module', token.module], { env: token.env });
    const [{ serial, slot }] = JSON.parse(listed.stdout) as [{ serial: string; slot: number }];
    expect(serial).toMatch(/^[0-9a-f]{16}$/);
    const written = readFileSync(report, 'utf8');
    const { cause, tokens } = JSON.parse(written) as {
      cause: string;
      tokens: { module: string; certificates: { refusal: string | null }[] }[];
    };
    expect(cause).toBe('none');
    const there = tokens.find(({ module }) => module === token.module)?.certificates ?? [];
    const refusals = there.map(({ refusal }) => refusal).filter((refusal) => refusal !== null);
    // The three keys are offered; the authority's certificate is for issuing alone.
    expect(there.length - refusals.length).toBe(3);
    expect(refusals).toEqual(['CERT_AUTHORITY']);
    // SoftHSM makes the slot's number out of the serial number.
    expect(slot).toBeGreaterThan(999_999);
    for (const secret of ['SITI', serial, String(slot), homedir() + '/'])
      expect(written).not.toContain(secret);
    expect(shown.stdout).not.toContain(serial);

    // What is there stays.
    expect((await pena(args, { env: token.env })).status).toBe(64);
    expect(readFileSync(report, 'utf8')).toBe(written);
  },
);

test('names a module that is not there', async () => {
  const module = join(temporaryFolder(), 'tiada.so');
  const { stdout, status } = await pena(['doctor', '--json', '--module', module]);
  const found = JSON.parse(stdout) as { modules: unknown[] };
  expect(found).toMatchObject({ cause: 'module-missing', subject: 'tiada.so' });
  expect(found.modules[0]).toEqual({ module, state: 'missing', error: 'TOKEN_MODULE_MISSING' });
  expect(status).toBe(69);
});
