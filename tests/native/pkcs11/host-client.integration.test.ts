// The parent's end alone, against hosts that are not ours: scripts that answer garbage, late or never.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { HostClient } from '../../../native/pkcs11/host-client.ts';
import { findSoftHsmModule } from '../../../build/practice/token.mjs';
import { refusedWith, rejection } from '../../support/rejection.ts';
import { whyNoSoftHsm } from '../../support/softhsm.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const module = findSoftHsmModule();
const started: HostClient[] = [];
afterEach(() => started.splice(0).forEach((client) => client.end()));

/** `script` gets every message as `m` and answers with `say(...)`; loading is answered for it. */
async function hostThat(script: string): Promise<HostClient> {
  const entry = join(temporaryFolder(), 'host.mjs');
  writeFileSync(
    entry,
    `const say = (x) => process.send(x);
     process.on('message', (m) => {
       if (m.operation === 'load') return say({ id: m.id, ok: true, answer: {} });
       ${script}
     });`,
  );
  const client = await HostClient.start(module ?? '', { hostEntry: entry });
  started.push(client);
  return client;
}

const reason = whyNoSoftHsm();
const when = test.skipIf(reason !== null);

when.each([
  ['no object', `say('halo')`],
  ['an unknown number', `say({ id: 999, ok: true, answer: {} })`],
  ['the wrong shape', `say({ id: m.id, ok: true, answer: { tokens: 'banyak' } })`],
  ['more than asked', `say({ id: m.id, ok: true, answer: { tokens: [], problems: [], x: 1 } })`],
  ['an unknown code', `say({ id: m.id, ok: false, problem: { code: 'HACKED', params: {} } })`],
])('ends a host that answers %s', async (_what, script) => {
  const client = await hostThat(script);
  expect(await refusedWith(client.request('list', {}, 60_000))).toEqual({
    code: 'TOKEN_MODULE_INVALID',
    params: { module: 'libsofthsm2.so' },
  });
  expect(client.running).toBe(false);
  expect((await refusedWith(client.request('list', {}, 60_000))).code).toBe('TOKEN_MODULE_INVALID');
});

when('ends a host that goes away, and one that stays silent', async () => {
  const leaving = await hostThat('process.exit(0)');
  expect((await refusedWith(leaving.request('list', {}, 60_000))).code).toBe(
    'TOKEN_MODULE_CRASHED',
  );
  const silent = await hostThat('');
  const waiting = Promise.all([
    rejection(silent.request('list', {}, 100)),
    rejection(silent.request('list', {}, 60_000)),
  ]);
  expect((await waiting).map(({ code }) => code)).toEqual([
    'TOKEN_MODULE_TIMEOUT',
    'TOKEN_MODULE_TIMEOUT',
  ]);
});

when('lets nobody else run out of time while a person types at the reader', async () => {
  const client = await hostThat(`
    setTimeout(() => say({ id: m.id, ok: true, answer:
      m.operation === 'login' ? { alwaysAuthenticate: false } : { tokens: [], problems: [] } }),
      m.operation === 'login' ? 2000 : 2200);`);
  const login = client.request('login', { session: 0, pin: null, id: '01' }, 60_000);
  const list = client.request('list', {}, 1_500);
  await expect(login).resolves.toEqual({ alwaysAuthenticate: false });
  await expect(list).resolves.toEqual({ tokens: [], problems: [] });
});

when('ends a retired host when its last session is closed', async () => {
  const client = await hostThat(`
    say({ id: m.id, ok: true, answer: m.operation === 'open' ? { session: 7 } : {} });`);
  await client.request('open', { serial: 'x', label: '' }, 60_000);
  client.retire();
  expect([client.usable, client.running]).toEqual([false, true]);
  await client.closeSession(7);
  expect(client.running).toBe(false);
});

test('starts no host for an entry that is not there', async ({ skip }) => {
  if (reason !== null) skip(reason);
  const start = HostClient.start(module ?? '', { hostEntry: '/tiada/host.js' });
  expect((await refusedWith(start)).code).toBe('TOKEN_MODULE_CRASHED');
});
