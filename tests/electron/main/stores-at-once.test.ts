// What the window asks to be kept, twice before the first is written: nothing of it is lost, on disk or in memory.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PendingStore, type PendingEntry } from '../../../electron/main/pending-store.ts';
import { SettingsStore } from '../../../electron/main/settings-store.ts';
import { StampOwnerStore } from '../../../electron/main/stamp-owner-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('keeps NIP and QR code that are set one right after the other', async () => {
  const path = join(temporaryFolder(), 'stamp-owner.json');
  const store = await StampOwnerStore.open(path);
  await Promise.all([
    store.change({ nip: '19800101' }),
    store.change({ qr: 'https://periksa.example/1' }),
    store.change({ specimen: '/tanda.png' }),
  ]);
  const all = { nip: '19800101', qr: 'https://periksa.example/1', specimen: '/tanda.png' };
  expect(store.order).toEqual(all);
  expect((await StampOwnerStore.open(path)).order).toEqual(all);
});

it('keeps two settings that are changed at once', async () => {
  const path = join(temporaryFolder(), 'settings.json');
  const store = await SettingsStore.open(path);
  await Promise.all([
    store.change({ language: 'en' }),
    store.change({ zone: 'WIT' }),
    store.change({ position: 'Camat' }),
  ]);
  const all = { language: 'en', zone: 'WIT', position: 'Camat' };
  expect(store.current).toMatchObject(all);
  expect((await SettingsStore.open(path)).current).toMatchObject(all);
});

it('keeps a document that becomes owed a time stamp while another is paid', async () => {
  const path = join(temporaryFolder(), 'pending.json');
  const store = await PendingStore.open(path);
  const owed = (name: string): PendingEntry => ({
    ...{ path: name, identity: '1', since: '2026-01-01T00:00:00.000Z', wanted: 'B-T' },
    problem: { code: 'TSA_UNAVAILABLE', params: {} },
  });
  await store.add(owed('/lama.pdf'));
  await Promise.all([
    store.add(owed('/baru.pdf')),
    store.remove('/lama.pdf'),
    store.add(owed('/lain.pdf')),
  ]);
  const left = ['/baru.pdf', '/lain.pdf'];
  expect(store.entries.map((one) => one.path)).toEqual(left);
  expect((await PendingStore.open(path)).entries.map((one) => one.path)).toEqual(left);
});
