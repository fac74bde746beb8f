// `pena tokens` beside a module that hangs: the other's token is printed at once, and who is waited for is said.
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyNoCompiler } from '../support/faulty-module.ts';
import { makeSoftHsm, whyNoSoftHsm } from '../support/softhsm.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { buildFault, finished, startPena } from './support/pena.ts';

const reason = whyNoSoftHsm() ?? whyNoCompiler();
/** Milliseconds after which such a module is given up (native/pkcs11/host-client.ts). */
const GIVEN_UP = 30_000;

describe.skipIf(reason !== null)(`pena tokens${reason ? ` (${reason})` : ''}`, () => {
  const folder = sharedTemporaryFolder();

  test('waits for one module, and nobody waits with it', { timeout: 90_000 }, async () => {
    const token = await makeSoftHsm(folder);
    const hanging = buildFault(folder, token, 'list-hang');
    const modules = ['--module', hanging, '--module', token.module];
    const started = performance.now();
    const child = startPena(['tokens', ...modules, '--lang', 'en'], { env: token.env });
    const shown = new Promise<number>((resolve) => {
      child.stdout?.on('data', (text: Buffer) => {
        if (text.includes('PENANDA TANGAN rsa')) resolve(performance.now() - started);
      });
    });
    const run = finished(child);
    expect(await shown).toBeLessThan(GIVEN_UP / 2);
    const { status, stdout, stderr } = await run;
    const name = basename(hanging);
    expect(stderr).toContain(`${name} has not answered and is waited for.`);
    // In the end it is said what became of it, and nothing twice.
    expect(stderr).toContain('TOKEN_MODULE_TIMEOUT');
    expect(stdout.match(/PENANDA TANGAN rsa/g)).toHaveLength(1);
    expect(stdout).toMatch(new RegExp(`${name}\\s+does not answer`));
    // It was named by the person: its failure is the command's.
    expect(status).not.toBe(0);
  });
});
