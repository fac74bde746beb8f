// The window has no practice mode. Half of one would be worse than none: real keys under a banner, or a practice
// signature without its mark.
import { app, dialog } from 'electron';
import { mainTexts } from './texts.ts';

/** Says why, in both languages: no settings are read yet. Ends the program. */
export function refusePractice(): void {
  const text = (['id', 'en'] as const).map((one) => mainTexts(one).practiceNotHere).join('\n\n');
  void app.whenReady().then(() => {
    dialog.showErrorBox('Pena', text);
    app.exit(64);
  });
}
