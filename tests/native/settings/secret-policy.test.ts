// What the office's policy means for the keychain. Only root's own file counts: elsewhere this is skipped.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policyLetsStore } from '../../../native/settings/secret-policy.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = test.skipIf(process.getuid?.() !== 0);

root.each([
  ['allows', '{"format":1,"storeSecrets":"allow"}', true],
  ['says nothing', '{"format":1}', true],
  ['forbids', '{"format":1,"storeSecrets":"forbid"}', false],
  ['cannot be understood', '{"format":1,"storeSecrets":"maybe"}', false],
])('a policy that %s', async (_what, text, allowed) => {
  const path = join(temporaryFolder(), 'policy.json');
  writeFileSync(path, text, { mode: 0o644 });
  expect(await policyLetsStore('pin', path)).toBe(allowed);
  expect(await policyLetsStore('tsa', path)).toBe(allowed);
  expect(await policyLetsStore('drafts', path)).toBe(true);
});

test('no policy forbids nothing', async () => {
  expect(await policyLetsStore('pin', join(temporaryFolder(), 'none.json'))).toBe(true);
});
