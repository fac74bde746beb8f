// Practice mode of the window. It is chosen when the program starts and holds until it ends: no key, setting or file of
// one mode is ever in the same process as one of the other. The ways in and out therefore start the program anew.
import { mkdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { Failure } from '../../core/contract/shapes.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { errorSentence } from '../../core/domain/messages/sentence.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import { makePractice } from '../../core/lifecycle/practice/make-practice.ts';
import { practicePlace } from '../../native/practice/place.ts';
import {
  beginPracticeMode,
  practiceKey,
  removePractice,
  softHsm,
  switchToPractice,
} from '../../native/practice/profile.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { practiceFolders } from '../../native/settings/user-folders.ts';
import { startTokenHost, tokenHostEntry } from '../hosts/start-host.ts';
import { failureOf, logUnexpected } from '../ipc/failure.ts';

const ENTER = '--practice';
const RESET = '--practice-reset';

/** As whoever started the program gave it; a child that leaves practice mode gets it back. */
const GIVEN = { ...process.env };

/** A training room's environment decides for good. */
export const MAY_LEAVE = GIVEN['PENA_PRACTICE'] !== '1';

/** Before the app is ready, and before the lock of the single instance, which goes by the folder. */
export function choosePracticeMode(): void {
  if (!process.argv.includes(ENTER) && !practiceMode()) return;
  switchToPractice();
  // Electron takes no folder that is not there.
  mkdirSync(userData(), { recursive: true, mode: 0o700 });
  app.setPath('userData', userData());
}

function userData(): string {
  return join(practiceFolders().settings, 'window');
}

/**
 * Deletes what was left of practice mode, or makes its token, as the program was started for.
 * @returns why there is no practice token in practice mode; null where there is one, or none is wanted; 'ended' where
 *   the office forbids it, and the program goes
 */
export async function beginMode(): Promise<Failure | null | 'ended'> {
  if (process.argv.includes(RESET) && !practiceMode()) await reset();
  if (!practiceMode()) return null;
  try {
    await beginPracticeMode();
  } catch (thrown) {
    say(thrown);
    app.exit(64);
    return 'ended';
  }
  try {
    const now = new Date();
    if ((await practiceKey(now)) === 'token') return null;
    if (softHsm() === null) throw new PenaError('PRACTICE_NOT_MADE', { detail: 'SoftHSM2' });
    await makePractice(practicePlace({ fork: startTokenHost, hostEntry: tokenHostEntry }), now);
    return null;
  } catch (thrown) {
    logUnexpected('practice', thrown);
    return failureOf(thrown);
  }
}

async function reset(): Promise<void> {
  try {
    await removePractice();
  } catch (thrown) {
    logUnexpected('practice', thrown);
    say(thrown);
  }
}

/** In both languages: no settings are read yet. */
function say(thrown: unknown): void {
  const { code, params } = toPenaError(thrown);
  const lines = (['id', 'en'] as const).map((one) => errorSentence(code, params, one, 'WIB'));
  dialog.showErrorBox('Pena', lines.join('\n\n'));
}

/** @param settings whose language, zone and look the first exercise begins with */
export async function startPractice({ language, zone, colorScheme }: Settings): Promise<void> {
  if (!practiceMode()) {
    const first: Settings = { language, zone, colorScheme, position: '' };
    await mkdir(userData(), { recursive: true, mode: 0o700 });
    // What an earlier exercise has set stays.
    await writeFile(join(userData(), 'settings.json'), JSON.stringify(first), { flag: 'wx' }).catch(
      (thrown: unknown) => {
        if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST'))
          throw thrown;
      },
    );
  }
  startAgain([ENTER]);
}

/** @param deleting all that practice mode has made, once nothing of it is in use any more */
export function endPractice(deleting: boolean): void {
  startAgain(deleting ? [RESET] : []);
}

function startAgain(wanted: readonly string[]): void {
  for (const name of ['PENA_PRACTICE', 'SOFTHSM2_CONF']) {
    const before = GIVEN[name];
    if (before === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before;
  }
  const args = process.argv.slice(1).filter((one) => one !== ENTER && one !== RESET);
  // An AppImage's own program is gone when it ends; the image itself is not.
  const image = process.env['APPIMAGE'];
  app.relaunch({
    args: [...args, ...wanted],
    ...(image === undefined ? {} : { execPath: image }),
  });
  // After the answer to the page that asked.
  setImmediate(() => app.quit());
}
