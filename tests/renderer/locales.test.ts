// Both languages say the same things: same keys, same holes, nothing empty.
import { describe, expect, it } from 'vitest';
import { mainWindowTexts as en } from '../../renderer/locales/en/main-window.ts';
import { pin as enPin } from '../../renderer/locales/en/pin.ts';
import { secret as enSecret } from '../../renderer/locales/en/secret.ts';
import { password as enPassword } from '../../renderer/locales/en/password.ts';
import { password as idPassword } from '../../renderer/locales/id/password.ts';
import { mainWindowTexts as id } from '../../renderer/locales/id/main-window.ts';
import { pin as idPin } from '../../renderer/locales/id/pin.ts';
import { secret as idSecret } from '../../renderer/locales/id/secret.ts';

/** Every text by its path, plural forms apart. */
function flat(texts: object, path: readonly string[] = []): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts) as [string, unknown][]) {
    if (typeof value === 'string') found.set([...path, key].join('.'), value);
    else if (typeof value === 'object' && value !== null) {
      for (const [deeper, text] of flat(value, [...path, key])) found.set(deeper, text);
    }
  }
  return found;
}

/** i18next's plural suffix: Indonesian has one form, English two (CLDR). */
const singular = (key: string): string => key.replace(/_(one|other)$/, '');
const keys = (texts: object): string[] =>
  [...new Set([...flat(texts).keys()].map(singular))].sort();
const holes = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe.each([
  ['main window', id, en],
  ['PIN window', idPin, enPin],
  ['window for secrets', idSecret, enSecret],
  ['password window', idPassword, enPassword],
])('%s', (_name, indonesian, english) => {
  it('has the same keys in both languages', () => {
    expect(keys(english)).toEqual(keys(indonesian));
  });

  it('has the same holes in both languages', () => {
    const other = flat(english);
    for (const [key, text] of flat(indonesian)) {
      expect(holes(other.get(key) ?? ''), key).toEqual(holes(text));
    }
  });

  it('has both plural forms in English', () => {
    const plural = [...flat(english).keys()];
    for (const key of plural.filter((name) => name.endsWith('_other'))) {
      if (key.endsWith('passedText_other')) continue; // One signature has a sentence of its own.
      expect(plural, key).toContain(key.replace(/_other$/, '_one'));
    }
  });

  it('leaves nothing empty, and shouts at nobody', () => {
    for (const [key, text] of [...flat(indonesian), ...flat(english)]) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toContain('!');
    }
  });
});
