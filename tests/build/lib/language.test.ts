// Bahasa Indonesia unless asked or set otherwise; LC_ALL before LC_MESSAGES before LANG (POSIX 8.2).
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../build/lib/language.mjs';

describe('chooseLanguage', () => {
  it.each([
    [[], {}, 'id'],
    [[], { LANG: 'C.UTF-8' }, 'id'],
    [[], { LANG: 'en_US.UTF-8' }, 'en'],
    [[], { LC_ALL: 'id_ID.UTF-8', LANG: 'en_US.UTF-8' }, 'id'],
    [[], { LC_ALL: '', LANG: 'en_US.UTF-8' }, 'en'],
    [['--lang', 'en'], {}, 'en'],
    [['--lang=id'], { LANG: 'en_GB' }, 'id'],
  ])('%j %j -> %s', (argv, env, expected) => {
    expect(chooseLanguage(argv, env)).toBe(expected);
  });
});
