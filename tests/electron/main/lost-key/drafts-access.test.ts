// When the passphrase is asked for, and when it must not be. The keychain is a fake, to be absent and locked at will;
// the key and its file are real.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { SecretStore } from '../../../../core/ports/secret-store.ts';
import { PenaError } from '../../../../core/domain/pena-error.ts';
import { DraftsAccess } from '../../../../electron/main/lost-key/drafts-access.ts';
import { lostPlaces } from '../../../../native/cases/places.ts';
import { BARE } from '../../../core/lifecycle/lost-key/sample-case.ts';
import { rejection } from '../../../support/rejection.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const RIGHT = 'frasa sandi laporan saya';

function keychain(state: 'absent' | 'locked'): SecretStore {
  const refuse = () =>
    Promise.reject(new PenaError(state === 'locked' ? 'KEYCHAIN_LOCKED' : 'KEYCHAIN_ABSENT'));
  return {
    state: () => Promise.resolve(state === 'locked' ? { state } : { state, why: 'no-bus' }),
    ...{ get: refuse, set: refuse, delete: refuse, list: refuse },
  };
}

/** @param typed what is typed, one answer a question; null: the window is left */
function access(folder: string, typed: (string | null)[], state: 'absent' | 'locked' = 'absent') {
  const questions: { what: string; previousWrong: boolean }[] = [];
  const drafts = new DraftsAccess({
    ...{ store: keychain(state), folder },
    ask: ({ what, previousWrong }) => {
      questions.push({ what, previousWrong });
      const next = typed.shift() ?? null;
      return Promise.resolve(next === null ? null : new TextEncoder().encode(next));
    },
  });
  return { drafts, questions };
}

it('asks once, and after a restart nothing is open until it was given again', async () => {
  const folder = join(temporaryFolder(), 'pena');
  const first = access(folder, [RIGHT]);
  expect(await first.drafts.isEmpty()).toBe(true);
  expect(await first.drafts.quietly()).toEqual({ places: null, access: 'passphrase' });
  // Two at the same time are one question.
  const [one] = await Promise.all([first.drafts.openly(), first.drafts.openly()]);
  await one.cases.write(BARE.id, BARE);
  expect((await first.drafts.quietly()).access).toBe('open');
  expect(first.questions).toEqual([{ what: 'first', previousWrong: false }]);
  first.drafts.close();

  const second = access(folder, ['bukan itu', RIGHT]);
  expect(await second.drafts.isEmpty()).toBe(false);
  expect(await second.drafts.quietly()).toEqual({ places: null, access: 'passphrase' });
  const places = await second.drafts.openly();
  expect(await places.cases.read(BARE.id)).toEqual(BARE);
  expect(second.questions).toEqual([
    { what: 'drafts', previousWrong: false },
    { what: 'drafts', previousWrong: true },
  ]);
  expect((await second.drafts.quietly()).access).toBe('open');
});

it('takes leaving the window for an answer, and asks anew the next time', async () => {
  const folder = join(temporaryFolder(), 'pena');
  const { drafts, questions } = access(folder, [null, RIGHT]);
  expect((await rejection(drafts.openly())).code).toBe('CANCELLED');
  expect((await drafts.quietly()).places).toBeNull();
  await drafts.openly();
  expect(questions).toHaveLength(2);
});

it('asks for nothing where the keychain is only locked', async () => {
  const folder = join(temporaryFolder(), 'pena');
  const { drafts, questions } = access(folder, [RIGHT], 'locked');
  expect(await drafts.quietly()).toEqual({ places: null, access: 'keychain-locked' });
  expect((await rejection(drafts.openly())).code).toBe('KEYCHAIN_LOCKED');
  expect(questions).toEqual([]);
});

it('wipes the key at the end of the program', async () => {
  const folder = join(temporaryFolder(), 'pena');
  const { drafts } = access(folder, [RIGHT]);
  const before = await drafts.openly();
  await before.cases.write(BARE.id, BARE);
  drafts.close();
  expect((await drafts.quietly()).access).toBe('passphrase');
  // Nor does a key of zeros, as the wiped one is now, open what was written.
  const zeros = lostPlaces(folder, new Uint8Array(32));
  expect((await rejection(zeros.cases.read(BARE.id))).code).toBe('CASE_UNREADABLE');
});
