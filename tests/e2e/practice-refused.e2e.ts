// A training room's environment and the window: it has no practice mode, and must not look as if it had.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { configFolder, launchPena, makeWorkplace } from '../support/harness/launch.ts';

test('with PENA_PRACTICE=1 the program says why it does not open, and touches nothing', async () => {
  const { userData, remove } = makeWorkplace();
  const app = await launchPena({ userData, env: { PENA_PRACTICE: '1' } });
  try {
    test.skip(app.harness === null, 'in Electron a dialog waits for a person');
    await app.harness?.exited;
    expect(app.output()).toContain('pena practice start. Jendela ini tidak dibuka');
    expect(app.output()).toContain('This window is not opened');
    for (const name of ['pena', 'pena-latihan']) {
      expect(existsSync(join(configFolder(userData), name))).toBe(false);
    }
    expect(existsSync(join(userData, 'settings.json'))).toBe(false);
  } finally {
    await app.close();
    remove();
  }
});
