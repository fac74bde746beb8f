// Settings on disk: kept whole, and forgotten rather than believed when they make no sense.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SettingsStore } from '../../../electron/main/settings-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('SettingsStore', () => {
  it('begins in Bahasa Indonesia, and keeps what is changed', async () => {
    const path = join(temporaryFolder(), 'new', 'settings.json');
    const store = await SettingsStore.open(path);
    expect(store.current).toMatchObject({ language: 'id', position: '', colorScheme: 'auto' });
    await store.change({ language: 'en', zone: 'WIT' });
    const again = await SettingsStore.open(path);
    expect(again.current).toMatchObject({ language: 'en', zone: 'WIT', position: '' });
    expect(readdirSync(join(path, '..'))).toEqual(['settings.json']);
  });

  it.each(['', 'not json', '[]', '{"language":"xx"}', '{"language":"id","pin":"1"}'])(
    'takes %s for no settings',
    async (text) => {
      const path = join(temporaryFolder(), 'settings.json');
      writeFileSync(path, text);
      expect((await SettingsStore.open(path)).current.language).toBe('id');
    },
  );

  it('changes nothing where it cannot write', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'file');
    writeFileSync(file, 'in the way');
    const store = await SettingsStore.open(join(file, 'settings.json'));
    await expect(store.change({ language: 'en' })).rejects.toThrow();
    expect(store.current.language).toBe('id');
    expect(readFileSync(file, 'utf8')).toBe('in the way');
  });
});
