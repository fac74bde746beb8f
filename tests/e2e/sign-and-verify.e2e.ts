// The main job through the window: open the sample, place the stamp, sign with the token, verify.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';

test('smoke', async ({ office }) => {
  const { main } = office;
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
  await main.waitForTimeout(1500);
  await picture(main, 'home-id');
  await main.getByRole('button', { name: 'Pilih berkas PDF' }).click();
  await main.waitForTimeout(3000);
  await picture(main, 'sign-id');
  console.log(office.app.output(), office.app.harness?.complaints, office.app.harness?.refusedRequests);
  void existsSync; void readFileSync;
});
