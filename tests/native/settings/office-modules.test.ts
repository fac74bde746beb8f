// Which modules the office's policy lets in. A policy is root's: elsewhere this cannot be set up.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { officeModules } from '../../../native/settings/office-modules.ts';
import { rejection } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function policyWith(modules: unknown): string {
  const path = join(temporaryFolder(), 'policy.json');
  writeFileSync(path, JSON.stringify({ format: 1, modules }), { mode: 0o644 });
  return path;
}

const isRoot = process.getuid?.() === 0;

describe.skipIf(!isRoot)(`modules of the office${isRoot ? '' : ' (skipped: not root)'}`, () => {
  test('those it adds are looked at beside those the person names', async () => {
    const modules = await officeModules(
      ['/opt/sendiri.so'],
      policyWith({ add: ['/opt/kantor.so'] }),
    );
    expect(modules.slice(0, 2)).toEqual(['/opt/sendiri.so', '/opt/kantor.so']);
  });

  test('where users may name none, only those of the policy and the catalogue pass', async () => {
    const policy = policyWith({ add: ['/opt/kantor.so'], usersMayAdd: false });
    expect((await officeModules([], policy))[0]).toBe('/opt/kantor.so');
    expect((await officeModules(['/opt/kantor.so'], policy))[0]).toBe('/opt/kantor.so');
    expect((await rejection(officeModules(['/opt/sendiri.so'], policy))).code).toBe('POLICY_LOCKS');
  });
});
