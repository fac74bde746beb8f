// `pena token pin` with a real SoftHSM token, as a script gives its secrets.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeSoftHsm, SO_PIN, USER_PIN, whyNoSoftHsm, type TestToken } from '../support/softhsm.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { pena } from './support/pena.ts';

const reason = whyNoSoftHsm();
const work = sharedTemporaryFolder();
const NEW_PIN = '771204';

describe.skipIf(reason !== null)(`token pin ${reason ?? ''}`, () => {
  let token: TestToken;
  beforeAll(async () => {
    token = await makeSoftHsm(join(work, 'token'));
  });

  const run = (args: readonly string[], input = '', fd3 = '') =>
    pena(['token', 'pin', ...args, '--module', token.module], {
      ...{ env: { ...token.env, LANG: 'en_US.UTF-8' }, input, fd3 },
    });
  const set = (kind: string, current: string, next: string) =>
    run([kind, '--pin-stdin', '--new-pin-fd', '3'], `${current}\n`, `${next}\n`);

  test('shows, changes and unblocks, and shows no secret', async () => {
    const shown = await run(['show', '--json']);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      ...{ label: 'UJI', pinState: 'ok', pukState: 'ok', minLength: 4, maxLength: 255 },
    });
    const changed = await set('change', USER_PIN, NEW_PIN);
    expect(changed.stdout).toBe('The PIN is changed. The old one is no longer valid.\n');
    expect(changed.status).toBe(0);

    const wrong = await set('change', USER_PIN, NEW_PIN);
    expect(wrong.stderr).toContain('The PIN for the token UJI is wrong.');
    expect(wrong.status).toBe(69);
    expect((await run(['show'])).stdout).toContain('was wrong; fewer tries are left');

    const unblocked = await set('unblock', SO_PIN, USER_PIN);
    expect(unblocked.stdout).toBe('The PIN is unblocked and changed.\n');
    expect((await set('change', USER_PIN, USER_PIN)).status).toBe(0);
    for (const { stdout, stderr } of [changed, wrong, unblocked]) {
      for (const secret of [USER_PIN, NEW_PIN, SO_PIN]) {
        expect(stdout + stderr).not.toContain(secret);
      }
    }
  });

  test('takes no secret from the command line, and none that is not there', async () => {
    const shown = await run(['change', `--new-pin=${NEW_PIN}`]);
    expect(shown.status).toBe(64);
    expect(shown.stderr).not.toContain(NEW_PIN);
    expect((await run(['change'])).stderr).toContain('No PIN or passphrase was given.');
  });
});
