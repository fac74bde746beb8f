// The password window's three questions; no other window can ask them.
import { passwordContract, type PasswordDescription } from '../../../core/contract/password.ts';
import type { WindowMark } from '../../../core/domain/window-mark.ts';
import { answer } from '../answer.ts';

/** What the password window may do, once. */
export interface PasswordAnswers {
  readonly description: Omit<PasswordDescription, 'mark'>;
  /** The bytes are whoever's waits for them from then on. */
  readonly submit: (password: Uint8Array) => void;
  /** Also when the window was closed in any other way. */
  readonly cancel: () => void;
}

/** @param mark by which the person knows the window */
export function passwordAnswers(
  { description, submit, cancel }: PasswordAnswers,
  mark: WindowMark | null,
) {
  return {
    'password.describe': answer(passwordContract['password.describe'], () => ({
      ...description,
      mark,
    })),
    'password.submit': answer(passwordContract['password.submit'], ({ password }) => {
      submit(password);
      return {};
    }),
    'password.cancel': answer(passwordContract['password.cancel'], () => {
      cancel();
      return {};
    }),
  };
}
