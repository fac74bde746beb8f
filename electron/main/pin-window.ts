// The window for the PIN of a signature: what is signed, as whom, and the field.
import type { BrowserWindow } from 'electron';
import type { WindowMark } from '../../core/domain/window-mark.ts';
import { pinAnswers } from '../ipc/handlers/pin.ts';
import { openGuardedWindow } from './guarded-window.ts';
import type { PinAnswers, PinWindow } from './pin-desk.ts';

export function openPinWindow(
  parent: BrowserWindow,
  answers: PinAnswers,
  mark: WindowMark | null,
): PinWindow {
  const { sealed, mayKeep, errand } = answers.description;
  return openGuardedWindow({
    ...{ parent, host: 'pin', preload: 'pin-window', title: 'Pena: PIN' },
    height: (errand === null ? 632 : 512) + (sealed === null ? 0 : 120) + (mayKeep ? 70 : 0),
    answers: pinAnswers(answers, mark),
    cancel: answers.cancel,
  });
}
