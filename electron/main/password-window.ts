// The window for a document's password: which document, and the field.
import type { BrowserWindow } from 'electron';
import type { WindowMark } from '../../core/domain/window-mark.ts';
import { passwordAnswers, type PasswordAnswers } from '../ipc/handlers/password.ts';
import { openGuardedWindow, type GuardedWindow } from './guarded-window.ts';

export function openPasswordWindow(
  parent: BrowserWindow,
  answers: PasswordAnswers,
  mark: WindowMark | null,
): GuardedWindow {
  return openGuardedWindow({
    ...{ parent, host: 'password', preload: 'password-window', title: 'Pena', height: 540 },
    answers: passwordAnswers(answers, mark),
    cancel: answers.cancel,
  });
}
