// `pena secrets set`: a time-stamp authority's password in a real keyring, used by the next signing, gone
// after the authority refused it, and written down without a word of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startKeyring, whyNoKeyring, type Keyring } from '../support/keyring.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { pena, sampleIn } from './support/pena.ts';
import {
  guardedTsa,
  PASSPHRASE,
  practiceServices,
  type PracticeServices,
} from './support/practice-services.ts';

const reason = whyNoKeyring();
const work = sharedTemporaryFolder();
const home = join(work, 'konfigurasi');
const MARKED = 'penanda-9Wd2Lk6Vp4';

describe.skipIf(reason !== null)(`server passwords ${reason ?? ''}`, () => {
  let practice: PracticeServices;
  let keyring: Keyring;
  let env: Record<string, string>;
  beforeAll(async () => {
    practice = await practiceServices(join(work, 'ca'));
    keyring = await startKeyring({ folder: join(work, 'keyring') });
    env = { ...keyring.env, LANG: 'en_US.UTF-8', XDG_CONFIG_HOME: home };
  });
  afterAll(async () => {
    keyring.stop();
    await practice.stop();
  });

  const set = (url: string, password: string, user = 'ani') =>
    pena(['secrets', 'set', 'tsa', url, '--user', user, '--password-stdin'], {
      ...{ env, input: `${password}\n` },
    });
  const sign = async (url: string, out: string) => {
    const files = [sampleIn(work), '--out', join(work, out), '--p12', practice.keys.good];
    const more = ['--pin-stdin', '--tsa', url, '--trust', practice.caFile, '--json'];
    const run = await pena(['sign', ...files, ...more], { env, input: `${PASSPHRASE}\n` });
    const [result] = JSON.parse(run.stdout) as { level: string; error: { code: string } | null }[];
    return { run, result };
  };
  const listed = async (): Promise<string[]> => {
    const { stdout } = await pena(['secrets', 'list', '--json'], { env });
    return (JSON.parse(stdout) as { secrets: { label: string }[] }).secrets.map((s) => s.label);
  };
  const journal = (): string => {
    const folder = join(home, 'pena', 'journal');
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  };

  test('is kept, sent to its own server, and deleted once that refuses it', async () => {
    const guard = await guardedTsa(practice.tsaUrl, 'ani', MARKED);
    try {
      const kept = await set(guard.url, MARKED);
      expect(kept.stdout).toContain('The password is kept in the keychain.');
      expect(kept.status).toBe(0);
      expect(await listed()).toEqual([`ani @ ${new URL(guard.url).host}`]);
      const good = await sign(guard.url, '1.pdf');
      expect(good.result).toMatchObject({ level: 'B-T', error: null });

      await set(guard.url, `${MARKED}-lama`);
      const wrong = await sign(guard.url, '2.pdf');
      expect(wrong.result?.error?.code).toBe('NET_AUTH');
      expect(await listed()).toEqual([]);
      const said = [kept, good.run, wrong.run].map(({ stdout, stderr }) => stdout + stderr);
      expect(said.join('')).not.toContain(MARKED);
    } finally {
      await guard.stop();
    }
    const entries = journal();
    expect(entries.match(/"what":"tsa","did":"stored"/g)).toHaveLength(2);
    expect(entries.match(/"what":"tsa","did":"deleted"/g)).toHaveLength(1);
    expect(entries).not.toContain(MARKED);
  });

  test.each([
    ['a kind that is none', ['surat', 'https://a.test/', '--user', 'ani'], 'Only the password'],
    ['an address that is none', ['tsa', 'ftp://a.test/', '--user', 'ani'], 'no address'],
    ['a name in the address', ['tsa', 'https://ani@a.test/', '--user', 'ani'], 'no address'],
    ['a colon in the name', ['tsa', 'https://a.test/', '--user', 'a:i'], 'The user name'],
    ['no password', ['tsa', 'https://a.test/', '--user', 'ani'], 'No PIN or passphrase'],
  ])('refuses %s', async (_what, args, says) => {
    const run = await pena(['secrets', 'set', ...args], { env });
    expect(run.stderr).toContain(says);
    expect(run.status).not.toBe(0);
    expect(await listed()).toEqual([]);
  });
});
