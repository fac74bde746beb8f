// `pena practice` and `--practice`: a token that counts for nothing, in a profile of its own.
import { makePractice } from '../../core/lifecycle/practice/make-practice.ts';
import { practicePlace } from '../../native/practice/place.ts';
import {
  beginPracticeMode,
  PRACTICE,
  practiceKey,
  type PracticeKey,
  practicePaths,
  removePractice,
} from '../../native/practice/profile.ts';
import { EXIT } from '../exit-codes.ts';
import type { Shell } from '../shell.ts';
import { practiceTexts } from '../texts/practice.ts';

/** Before a command of `--practice`: said once, on the side of complaints, so that results stay as they are. */
export async function enterPractice(shell: Shell): Promise<void> {
  await beginPracticeMode();
  const texts = practiceTexts(shell.language);
  shell.err.line(texts.banner, { tone: 'warn' });
  if ((await practiceKey(new Date())) === null) await make(shell);
}

export async function practiceStart(shell: Shell): Promise<number> {
  await beginPracticeMode();
  const key = (await practiceKey(new Date())) ?? (await make(shell));
  show(key, shell);
  const texts = practiceTexts(shell.language);
  shell.out.line();
  for (const line of texts.examples(key === 'token' ? null : practicePaths().keyFile)) {
    shell.out.line(line, { indent: 2 });
  }
  return EXIT.ok;
}

export async function practiceStatus(shell: Shell): Promise<number> {
  await beginPracticeMode();
  const key = await practiceKey(new Date());
  if (key === null) {
    shell.out.line(practiceTexts(shell.language).nothing);
    return EXIT.ok;
  }
  show(key, shell);
  return EXIT.ok;
}

export async function practiceReset(shell: Shell): Promise<number> {
  await beginPracticeMode();
  await removePractice();
  shell.out.line(practiceTexts(shell.language).removed, { tone: 'ok' });
  return EXIT.ok;
}

async function make(shell: Shell): Promise<NonNullable<PracticeKey>> {
  const key = await makePractice(practicePlace(), new Date());
  const texts = practiceTexts(shell.language);
  shell.err.line(texts.made[key], { tone: key === 'token' ? 'ok' : 'warn' });
  return key;
}

function show(key: NonNullable<PracticeKey>, shell: Shell): void {
  const { facts, warning } = practiceTexts(shell.language);
  const { folder, anchor, keyFile } = practicePaths();
  shell.out.line(warning, { tone: 'warn' });
  shell.out.facts(
    [
      ...(key === 'token'
        ? [
            { name: facts.token, value: PRACTICE.token },
            { name: facts.pin, value: PRACTICE.pin },
          ]
        : [
            { name: facts.file, value: keyFile },
            { name: facts.passphrase, value: PRACTICE.passphrase },
          ]),
      { name: facts.anchor, value: anchor },
      { name: facts.folder, value: folder },
    ],
    2,
  );
}
