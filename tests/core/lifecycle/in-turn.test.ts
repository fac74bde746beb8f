// Two who change the same application at once, as two fields of a letter that are left right after each other. The
// store is one in memory, whose reading and writing take a moment as those of a disk do.
import { expect, it } from 'vitest';
import {
  beginApplication,
  readApplication,
  tell,
} from '../../../core/lifecycle/applications/steps.ts';
import { inTurn } from '../../../core/lifecycle/in-turn.ts';
import type { CaseStore } from '../../../core/ports/case-store.ts';

const ID = '2f0b1d3c-7d55-4c1e-9d2c-3a1f0c9e4b11';
const moment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function memory(): CaseStore {
  const kept = new Map<string, unknown>();
  const none = () => Promise.reject(new Error('not asked for'));
  return {
    ids: () => Promise.resolve([...kept.keys()]),
    alone: (_, work) => work(),
    read: (id) => moment().then(() => kept.get(id)),
    write: (id, value) => moment().then(() => void kept.set(id, value)),
    ...{ addPaper: none, readPaper: none, remove: none },
  };
}

it('keeps both fields of an application that are told at once', async () => {
  const store = memory();
  const begun = { id: ID, kind: 'individual', certificate: null, before: {}, zone: 'WIB' } as const;
  await store.write(ID, beginApplication(begun, new Date('2026-01-05T02:00:00Z')));
  await Promise.all([
    tell(store, ID, { 'owner.name': 'Ani' }),
    tell(store, ID, { 'letter.place': 'Palembang' }),
  ]);
  const { told } = await readApplication(store, ID);
  expect(told).toMatchObject({ 'owner.name': 'Ani', 'letter.place': 'Palembang' });
});

it('goes on behind one that failed, and lets others not wait', async () => {
  const order: string[] = [];
  const failing = inTurn(memory(), 'a', async () => {
    await moment();
    order.push('failed');
    throw new Error('disk');
  });
  const behind = inTurn(memory(), 'a', async () => {
    await moment();
    order.push('behind');
  });
  const other = inTurn(memory(), 'b', () => Promise.resolve(order.push('other')));
  await expect(failing).rejects.toThrow('disk');
  await Promise.all([behind, other]);
  expect(order).toEqual(['other', 'failed', 'behind']);
});
