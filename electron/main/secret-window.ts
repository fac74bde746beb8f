// The window for secrets that sign nothing: a new PIN, a server's password, and the mark.
import type { BrowserWindow } from 'electron';
import type { SecretTask } from '../../core/contract/secret-window.ts';
import { secretWindowAnswers } from '../ipc/handlers/secret-window.ts';
import { openGuardedWindow, type GuardedWindow } from './guarded-window.ts';
import type { SecretAnswers } from './secret-desk.ts';

const HEIGHTS: Readonly<Record<SecretTask['kind'], number>> = {
  'set-pin': 640,
  password: 640,
  passphrase: 560,
  show: 480,
  mark: 660,
};

export function openSecretWindow(parent: BrowserWindow, answers: SecretAnswers): GuardedWindow {
  return openGuardedWindow({
    ...{ parent, host: 'secret', preload: 'secret-window', title: 'Pena' },
    height: HEIGHTS[answers.description.task.kind],
    answers: secretWindowAnswers(answers),
    cancel: answers.cancel,
  });
}
