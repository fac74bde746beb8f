// Practice mode: what the window is told of it, and the ways in and out.
import { practiceContract } from '../../../core/contract/practice.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type { SecretStore } from '../../../core/ports/secret-store.ts';
import { isPracticeForbidden, softHsm } from '../../../native/practice/profile.ts';
import { practiceMode } from '../../../native/settings/practice-mode.ts';
import { endPractice, MAY_LEAVE, startPractice } from '../../main/practice-mode.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly settings: () => Settings;
  readonly store: SecretStore;
  /** Why there is no practice token; null where there is one, or none is wanted. */
  readonly problem: Failure | null;
  /** Something is being signed: it is not to be cut off. */
  readonly busy: () => boolean;
}

export function practiceAnswers({ settings, store, problem, busy }: Parts) {
  const free = (): void => {
    if (busy()) throw new PenaError('TOKEN_IN_USE_HERE');
  };
  const inside = (): void => {
    if (!practiceMode() || !MAY_LEAVE) throw new PenaError('POLICY_LOCKS', { setting: 'practice' });
    free();
  };
  return {
    'practice.state': answer(practiceContract['practice.state'], async () => ({
      active: practiceMode(),
      forbidden: await isPracticeForbidden(),
      mayLeave: MAY_LEAVE,
      softHsm: softHsm() !== null,
      platform: platform(),
      problem,
    })),
    'practice.enter': answer(practiceContract['practice.enter'], async () => {
      free();
      if (await isPracticeForbidden()) throw new PenaError('POLICY_LOCKS', { setting: 'practice' });
      await startPractice(settings());
      return {};
    }),
    'practice.leave': answer(practiceContract['practice.leave'], () => {
      inside();
      endPractice(false);
      return {};
    }),
    'practice.reset': answer(practiceContract['practice.reset'], async () => {
      inside();
      await forgetSecrets(store);
      endPractice(true);
      return {};
    }),
  };
}

/** Those of practice mode: no others are seen there. @throws {PenaError} KEYCHAIN_LOCKED, KEYCHAIN_FAILED */
async function forgetSecrets(store: SecretStore): Promise<void> {
  if ((await store.state()).state === 'absent') return;
  for (const one of await store.list()) await store.delete(one);
}

function platform(): 'linux' | 'darwin' | 'win32' {
  const { platform: own } = process;
  return own === 'win32' || own === 'darwin' ? own : 'linux';
}
