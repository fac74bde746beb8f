// The questions of "Surat & permohonan": what was begun, what it says, its papers, and what has become of it.
import { app, dialog, type BrowserWindow } from 'electron';
import { lettersContract } from '../../../core/contract/letters.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { APPLICATION_RULES } from '../../../core/domain/application-kind.ts';
import { letterFieldsOf } from '../../../core/lifecycle/applications/letter-fields.ts';
import { readPaper } from '../../../native/files/small-file.ts';
import type { LetterDesk } from '../../main/letters/letter-desk.ts';
import { applicationMailOf, letterFrom } from '../../main/lost-key/files.ts';
import { saveAs } from '../../main/save-as.ts';
import { mainTexts } from '../../main/texts.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly settings: () => Settings;
  readonly desk: LetterDesk;
}

export function lettersAnswers({ window, settings, desk }: Parts) {
  const texts = () => mainTexts(settings().language).lostKey;
  const now = (): string => new Date().toISOString();
  const save = (name: string, extension: string, make: () => Promise<Uint8Array>) =>
    saveAs(window, { title: texts().save, defaultPath: `${name}.${extension}`, extension }, make);
  return {
    'letters.list': answer(lettersContract['letters.list'], () => desk.list()),
    'letters.unlock': answer(lettersContract['letters.unlock'], () => desk.unlock()),
    'letters.begin': answer(lettersContract['letters.begin'], ({ kind, certificate }) =>
      desk.begin(kind, certificate, settings().zone),
    ),
    'letters.tell': answer(lettersContract['letters.tell'], ({ letter, told }) =>
      desk.tell(letter, told),
    ),
    'letters.write': answer(lettersContract['letters.write'], async ({ letter }) => {
      const one = await desk.whole(letter);
      const name = APPLICATION_RULES[one.kind].letter;
      const fields = letterFieldsOf(one, settings().zone, new Date());
      const { saved } = await save(name, 'pdf', () =>
        letterFrom(name, (template) => ({ template, fields }), app.getVersion()),
      );
      const next = saved
        ? await desk.note(letter, { kind: 'written', at: now() })
        : await desk.tell(letter, {});
      return { saved, letter: next };
    }),
    'letters.addPaper': answer(lettersContract['letters.addPaper'], async ({ letter, paper }) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: [{ name: texts().paper, extensions: ['pdf', 'jpg', 'jpeg', 'png'] }],
      });
      const [path] = filePaths;
      return path === undefined ? null : desk.addPaper(letter, paper, await readPaper(path));
    }),
    'letters.agree': answer(lettersContract['letters.agree'], ({ letter }) =>
      desk.note(letter, { kind: 'agreed', at: now() }),
    ),
    'letters.package': answer(lettersContract['letters.package'], async ({ letter }) => {
      const { kind } = await desk.whole(letter);
      return save(APPLICATION_RULES[kind].letter, 'penapermohonan', () => desk.package(letter));
    }),
    'letters.saveMail': answer(lettersContract['letters.saveMail'], async ({ letter, to }) => {
      const { kind } = await desk.whole(letter);
      return save(APPLICATION_RULES[kind].letter, 'eml', async () =>
        applicationMailOf(await desk.handIn(letter), to),
      );
    }),
    'letters.send': answer(lettersContract['letters.send'], ({ letter }) => desk.send(letter)),
    'letters.follow': answer(lettersContract['letters.follow'], ({ letter }) =>
      desk.follow(letter),
    ),
    'letters.handedIn': answer(lettersContract['letters.handedIn'], ({ letter }) =>
      desk.note(letter, { kind: 'handed-in', at: now() }),
    ),
    'letters.answered': answer(lettersContract['letters.answered'], ({ letter, state, reason }) =>
      desk.note(letter, { kind: 'answered', at: now(), state, reason }),
    ),
    'letters.delete': answer(lettersContract['letters.delete'], ({ letter }) =>
      desk.delete(letter),
    ),
  };
}
