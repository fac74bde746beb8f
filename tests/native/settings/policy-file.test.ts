// The policy of an office: what it may say, who may write it, and that it stands above the user.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { officePolicy } from '../../../core/domain/office-policy.ts';
import { effectiveSettings } from '../../../native/settings/effective-settings.ts';
import { policyPath, readPolicy } from '../../../native/settings/policy-file.ts';
import { rejection } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TSA = { name: 'TSA Kota', url: 'https://tsa.example.go.id/' };
/** Only root's files are policies; elsewhere the owner is always somebody else. */
const ROOT = process.getuid?.() === 0;

function policyWith(content: unknown, mode = 0o644): string {
  const path = join(temporaryFolder(), 'policy.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  chmodSync(path, mode);
  return path;
}

test('the places are those of the machine, not of the user', () => {
  expect(policyPath('linux')).toBe('/etc/pena/policy.json');
  expect(policyPath('darwin')).toBe('/Library/Application Support/Pena/policy.json');
  expect(policyPath('win32', 'D:\\ProgramData')).toBe('D:\\ProgramData\\Pena\\policy.json');
  // A variable that the user bent elsewhere.
  expect(policyPath('win32', 'C:\\Users\\budi')).toBe('C:\\ProgramData\\Pena\\policy.json');
});

test('without a file there is no policy', async () => {
  expect(await readPolicy(join(temporaryFolder(), 'tiada.json'))).toBeNull();
});

describe.skipIf(!ROOT)('written by root', () => {
  test('it stands above what the user set, part by part', async () => {
    const user = join(temporaryFolder(), 'pena.json');
    writeFileSync(
      user,
      JSON.stringify({ tsa: [{ name: 'Lain', url: 'http://lain.id/' }], proxy: { url: null } }),
    );
    const policy = policyWith({ format: 1, office: 'Dinas Contoh', tsa: [TSA], anchors: ['akar'] });
    expect(await effectiveSettings(user, policy)).toMatchObject({
      files: [
        { origin: 'policy', found: true },
        { origin: 'user', found: true },
      ],
      tsa: { value: [TSA], from: 'policy' },
      anchors: { value: [join(dirname(policy), 'akar')], from: 'policy' },
      proxy: { value: { url: null }, from: 'user' },
    });
  });

  test('paths are seen from its folder', async () => {
    const policy = policyWith({
      ...{ format: 1, stamps: 'stempel', modules: { add: ['lib/kartu.so', '/opt/kartu.so'] } },
      registrationAuthority: {
        name: 'Dinas Kominfo',
        https: { url: 'https://ra.example.go.id/', ca: 'ra.pem' },
      },
    });
    const folder = dirname(policy);
    expect(await readPolicy(policy)).toMatchObject({
      stamps: join(folder, 'stempel'),
      modules: { add: [join(folder, 'lib/kartu.so'), '/opt/kartu.so'] },
      registrationAuthority: { https: { ca: join(folder, 'ra.pem') } },
    });
  });

  test.each([0o664, 0o646, 0o666])(
    'one that others may write (%o) is not followed',
    async (mode) => {
      const error = await rejection(readPolicy(policyWith({ format: 1 }, mode)));
      expect(error.code).toBe('POLICY_UNSAFE');
    },
  );

  test('one in a folder where others may put another is not followed', async () => {
    const policy = policyWith({ format: 1 });
    chmodSync(dirname(policy), 0o777);
    expect((await rejection(readPolicy(policy))).code).toBe('POLICY_UNSAFE');
  });

  test.each([
    ['{', ''],
    [{}, 'format'],
    [{ format: 2 }, 'format'],
    [{ format: 1, tsa: [{ ...TSA, url: 'https://budi:rahasia@x.id/' }] }, 'tsa.0.url'],
    [{ format: 1, pin: '123456' }, 'pin'],
    [
      { format: 1, registrationAuthority: { name: 'x', https: { url: 'http://x.id/' } } },
      'registrationAuthority.https.url',
    ],
    [{ format: 1, storeSecrets: 'always' }, 'storeSecrets'],
  ] as const)(
    '%j is refused at %j: going on without it might do what it forbids',
    async (content, key) => {
      const error = await rejection(readPolicy(policyWith(content)));
      expect(error.code).toBe('SETTINGS_INVALID');
      expect(error.params['key'] ?? '').toBe(key);
      expect(JSON.stringify(error.params)).not.toContain('rahasia');
    },
  );
});

test('the published schema is that of the program', () => {
  const path = fileURLToPath(
    new URL('../../../resources/schema/policy.schema.json', import.meta.url),
  );
  const made = z.toJSONSchema(officePolicy, { io: 'input' });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    ...made,
    title: 'Pena: policy of an office',
  });
});
