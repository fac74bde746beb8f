// When the desk asks issuers by itself: time and issuers are made up here, so that hours pass in a moment and a question
// fails when it shall. What an issuer's answer means is tests/electron/main/case-desk.integration.test.ts's.
import { expect, it } from 'vitest';
import { deskHandle, type DeskHandle } from '../../../core/contract/desk.ts';
import { DeskWatch } from '../../../electron/main/desk/desk-watch.ts';
import type { RevocationServices } from '../../../core/trust/revocation/services.ts';

const A = deskHandle.parse(`dsk_${'a'.repeat(32)}`);
const B = deskHandle.parse(`dsk_${'b'.repeat(32)}`);
const watched = { certificate: new Uint8Array(), issuer: new Uint8Array() };

function world(handles: readonly DeskHandle[]) {
  const state = { minutes: 0, open: true, revoked: new Set<DeskHandle>(), fails: false };
  const asked: (readonly [DeskHandle, number])[] = [];
  const problems: unknown[] = [];
  const watch = new DeskWatch({
    cases: {
      watching: () =>
        handles.filter((one) => !state.revoked.has(one)).map((handle) => ({ handle, watched })),
      askQuietly: (handle) => {
        asked.push([handle, state.minutes]);
        if (state.fails && handle === A) return Promise.reject(new Error('gone'));
        return Promise.resolve(state.revoked.has(handle));
      },
    },
    isOpen: () => state.open,
    services: () => Promise.resolve({} as RevocationServices),
    now: () => new Date(state.minutes * 60_000),
    onProblem: (thrown) => problems.push(thrown),
  });
  const until = async (minutes: number): Promise<void> => {
    for (; state.minutes <= minutes; state.minutes++) await watch.round();
  };
  return { state, asked, problems, watch, until };
}

it('asks with pauses that grow to an hour, and for ever', async () => {
  const { asked, until } = world([A]);
  await until(240);
  expect(asked.map(([, minute]) => minute)).toEqual([0, 1, 3, 8, 18, 48, 108, 168, 228]);
});

it('asks no more about what is revoked, and nothing at all while the desk is shut', async () => {
  const { state, asked, until } = world([A, B]);
  state.open = false;
  await until(5);
  expect(asked).toEqual([]);
  state.open = true;
  state.revoked.add(A);
  await until(7);
  expect(new Set(asked.map(([handle]) => handle))).toEqual(new Set([B]));
});

it('goes on to the next case where one fails, which waits as long as the others', async () => {
  const { state, asked, problems, watch, until } = world([A, B]);
  state.fails = true;
  await until(1);
  expect(asked).toEqual([
    ...[
      [A, 0],
      [B, 0],
    ],
    ...[
      [A, 1],
      [B, 1],
    ],
  ]);
  expect(problems).toHaveLength(2);
  watch.close();
  state.minutes = 100;
  await watch.round();
  expect(asked).toHaveLength(4);
});
