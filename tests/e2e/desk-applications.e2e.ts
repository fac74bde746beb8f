// Applications at the registration authority's desk: dropped on the window or brought by hand, checked by their article, rejected with a reason,
// brought again complete, accepted, and kept; keyboard only, in both languages.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { APPLICANT, applicationFile } from '../support/report/applications.ts';
import { expectAccessible } from './support/axe.ts';
import { drop } from './support/drop.ts';
import { lostPlace, pressOn, tabTo, typeSecret, whyNoPolicy } from './support/lost-place.ts';
import { chooseInDialogs } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { DESK_SECRET, startReceiver } from './support/receiver.ts';
import { WORDS } from './support/words.ts';

const missing = whyNoPolicy();
const button = (main: Page, name: string) => main.getByRole('button', { name, exact: true });

for (const language of ['id', 'en'] as const) {
  test(`checks, rejects and accepts applications by their article (${language})`, async () => {
    test.skip(missing !== null, missing ?? '');
    test.setTimeout(180_000);
    const { deskApplications: words, letters, common } = WORDS[language];
    const place = await lostPlace({ language });
    const receiver = await startReceiver(place.folder);
    const { app, main } = await place.start(receiver.deskPolicy);
    try {
      const id = randomUUID();
      const file = join(place.folder, 'permohonan.penapermohonan');
      writeFileSync(file, await applicationFile('position', { id, without: ['authority'] }));
      await chooseInDialogs(app, file, place.saved);
      // On the first screen: it leads to the desk, which is opened for it.
      await expect(button(main, common.nav.desk)).toBeVisible();
      await drop(main, file);
      await typeSecret(app, [DESK_SECRET]);
      await expect(main.locator('main')).toHaveAttribute('data-view', 'desk');

      // Not complete: it may be rejected only, and with a reason.
      const state = main.getByTestId('desk-application-state');
      await expect(state).toHaveAttribute('data-state', 'received');
      await expect(main.getByTestId('desk-enclosures')).toContainText(letters.papers.authority);
      await expect(button(main, words.accept)).toHaveCount(0);
      await expect(main.getByText('19**************01')).toBeVisible();
      await picture(main, `desk-application-${language}`);
      await expectAccessible(main);
      await pressOn(main, button(main, words.showWhole));
      await expect(main.getByText(APPLICANT.nip)).toBeVisible();
      await pressOn(main, button(main, words.hideWhole));
      await pressOn(main, button(main, words.reject));
      await expect(main.getByText(words.reasonNeeded)).toBeVisible();
      const reason = words.cannedReasons.incomplete.replace('{{papers}}', letters.papers.authority);
      await pressOn(main, button(main, reason));
      await pressOn(main, button(main, words.reject));
      await expect(state).toHaveAttribute('data-state', 'rejected');
      await expect(main.getByTestId('desk-application-past')).toContainText(reason);

      // The same application, complete: undecided again, and what was said before stays in the archive.
      writeFileSync(file, await applicationFile('position', { id }));
      await pressOn(main, button(main, words.back));
      await pressOn(main, button(main, words.take));
      await expect(state).toHaveAttribute('data-state', 'received');
      await expect(main.getByTestId('desk-application-past').locator('li')).toHaveCount(3);
      await pressOn(main, button(main, words.back));
      await expect(
        button(
          main,
          words.waiting
            .replace('{{name}}', words.section.applications)
            .replace('{{formatted}}', '1'),
        ),
      ).toBeVisible();
      const row = main.getByTestId('desk-applications').locator('li');
      await expect(row).toHaveCount(1);
      await expect(row).toContainText(words.complete);
      await picture(main, `desk-applications-${language}`);
      await expectAccessible(main);
      await pressOn(main, button(main, words.openOf.replace('{{name}}', APPLICANT.name)));
      const letter = letters.papers.letter;
      await pressOn(main, button(main, words.savePaperOf.replace('{{name}}', letter)));
      await expect.poll(() => existsSync(`${place.saved}.pdf`)).toBe(true);
      expect(readFileSync(`${place.saved}.pdf`).subarray(0, 5).toString()).toBe('%PDF-');
      await pressOn(main, button(main, words.accept));
      await expect(state).toHaveAttribute('data-state', 'accepted');
      await expect(button(main, words.reject)).toHaveCount(0);
      await picture(main, `desk-application-accepted-${language}`);
      await expectAccessible(main);

      // A broken package is refused with a sentence, and nothing is kept of it.
      await pressOn(main, button(main, words.back));
      writeFileSync(file, 'no package at all');
      await pressOn(main, button(main, words.take));
      await expect(main.getByText(/PACKAGE_/)).toBeVisible();
      await tabTo(main, main.getByLabel(words.filter));
      await main.keyboard.press('End');
      await expect(row).toHaveCount(1);
      expect(app.output()).not.toContain(APPLICANT.nip);
      expect(JSON.stringify(app.harness?.traffic)).not.toContain(DESK_SECRET);
    } finally {
      await app.close();
      await receiver.stop();
      place.remove();
    }
  });
}
