import { expect, test } from 'vitest';
import { chooseLanguage } from '../../cli/language.ts';

test.each([
  [[], {}, 'id'],
  [[], { LANG: 'en_GB.UTF-8' }, 'en'],
  [[], { LANG: 'de_DE.UTF-8' }, 'id'],
  [[], { LC_ALL: 'id_ID.UTF-8', LANG: 'en_US.UTF-8' }, 'id'],
  [[], { LC_ALL: '', LC_MESSAGES: 'en_US', LANG: 'id_ID' }, 'en'],
  [['--lang', 'en'], { LANG: 'id_ID.UTF-8' }, 'en'],
  [['--lang=id'], { LANG: 'en_US.UTF-8' }, 'id'],
] as const)('%j in %j is %s', (argv, env, language) => {
  expect(chooseLanguage([...argv], env)).toMatchObject({ language, error: null });
});

test('--lang is taken out, and what stands behind -- is left alone', () => {
  const { language, rest } = chooseLanguage(
    ['verify', '--lang', 'en', 'a.pdf', '--', '--lang', 'id'],
    {},
  );
  expect(language).toBe('en');
  expect(rest).toEqual(['verify', 'a.pdf', '--', '--lang', 'id']);
});

test.each([[['--lang', 'fr']], [['--lang=']], [['verify', '--lang']]])('%j is refused', (argv) => {
  expect(chooseLanguage(argv, {}).error?.key).toBe('langInvalid');
});
