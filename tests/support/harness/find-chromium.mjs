// Where an installed Chromium or Chrome is; for windows that nobody sees, Chromium's own headless build
// where there is one: the same engine, for a fifth less of the processor's time.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const HEADLESS = ['chromium-headless-shell'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * @param {{ seen: boolean }} windows whether a person is to see them
 * @throws {Error} a sentence for people, where there is none; PENA_CHROMIUM may name another
 */
export function findChromium({ seen }) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    process.env['PENA_CHROMIUM'] ?? '',
    ...[...(seen ? [] : HEADLESS), ...NAMES].flatMap((name) =>
      folders.map((folder) => join(folder, name)),
    ),
    ...PLACES,
  ];
  const found = candidates.find((path) => path !== '' && existsSync(path));
  if (found === undefined) throw new Error('Chromium or Chrome is not installed');
  return found;
}
