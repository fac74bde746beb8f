// The mark's own file: kept, read again, and no mark where it cannot be understood.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MarkStore } from '../../../electron/main/mark-store.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = sharedTemporaryFolder();

it('keeps the mark from one start to the next', async () => {
  const path = join(folder, 'deep', 'mark.json');
  const store = await MarkStore.open(path);
  expect(store.current).toBeNull();
  await store.change({ picture: 'kite', word: 'Musi' });
  expect((await MarkStore.open(path)).current).toEqual({ picture: 'kite', word: 'Musi' });
});

it.each(['', '{}', '{"picture":"kite","word":"PALSU"}'])('reads %j as no mark', async (text) => {
  const path = join(folder, 'broken.json');
  writeFileSync(path, text);
  expect((await MarkStore.open(path)).current).toBeNull();
});
