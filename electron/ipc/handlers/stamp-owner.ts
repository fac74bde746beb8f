// What stamps say of the person at this computer: chosen in the settings, or where a design needs it.
import { dialog, type BrowserWindow } from 'electron';
import { stampOwnerContract } from '../../../core/contract/stamp-owner.ts';
import type { Language } from '../../../core/domain/language.ts';
import { loadStampImage } from '../../../native/files/design-file.ts';
import type { StampOwnerStore } from '../../main/stamp-owner-store.ts';
import { mainTexts } from '../../main/texts.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly owner: StampOwnerStore;
  readonly language: () => Language;
}

export function stampOwnerAnswers({ window, owner, language }: Parts) {
  return {
    'stampOwner.get': answer(stampOwnerContract['stampOwner.get'], () => owner.shown),
    'stampOwner.set': answer(stampOwnerContract['stampOwner.set'], async ({ nip, qr }) => {
      await owner.change({
        ...(nip === undefined ? {} : { nip: nip.trim() }),
        ...(qr === undefined ? {} : { qr: qr.trim() }),
      });
      return owner.shown;
    }),
    'stampOwner.chooseSpecimen': answer(
      stampOwnerContract['stampOwner.chooseSpecimen'],
      async () => {
        const { specimenTitle, pictures } = mainTexts(language());
        const { filePaths } = await dialog.showOpenDialog(window, {
          title: specimenTitle,
          filters: [{ name: pictures, extensions: ['png', 'jpg', 'jpeg'] }],
          properties: ['openFile'],
        });
        const [path] = filePaths;
        if (path === undefined) return owner.shown;
        // A picture that cannot be used is refused now, and not when the stamp is to be drawn.
        await loadStampImage(path);
        await owner.change({ specimen: path });
        return owner.shown;
      },
    ),
    'stampOwner.forgetSpecimen': answer(
      stampOwnerContract['stampOwner.forgetSpecimen'],
      async () => {
        await owner.change({ specimen: null });
        return owner.shown;
      },
    ),
  };
}
