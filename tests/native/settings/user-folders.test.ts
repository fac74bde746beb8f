import { expect, test } from 'vitest';
import { userFolders } from '../../../native/settings/user-folders.ts';

const folders = (
  platform: NodeJS.Platform,
  home: string,
  environment: Record<string, string> = {},
) => userFolders({ platform, home, environment });

test('Linux follows XDG, and does not follow what is no absolute path', () => {
  expect(folders('linux', '/home/budi')).toEqual({
    settings: '/home/budi/.config/pena',
    stamps: '/home/budi/.config/pena/stamps',
    templates: '/home/budi/.config/pena/templates',
    cache: '/home/budi/.cache/pena',
  });
  const set = { XDG_CONFIG_HOME: '/etc/budi', XDG_CACHE_HOME: 'di-sini' };
  expect(folders('linux', '/home/budi', set)).toEqual({
    settings: '/etc/budi/pena',
    stamps: '/etc/budi/pena/stamps',
    templates: '/etc/budi/pena/templates',
    cache: '/home/budi/.cache/pena',
  });
});

test('macOS has its Library', () => {
  expect(folders('darwin', '/Users/budi')).toEqual({
    settings: '/Users/budi/Library/Application Support/pena',
    stamps: '/Users/budi/Library/Application Support/pena/stamps',
    templates: '/Users/budi/Library/Application Support/pena/templates',
    cache: '/Users/budi/Library/Caches/pena',
  });
});

test('Windows takes settings along, and not the cache', () => {
  const set = { APPDATA: 'D:\\Roaming' };
  expect(folders('win32', 'C:\\Users\\budi', set)).toEqual({
    settings: 'D:\\Roaming\\pena',
    stamps: 'D:\\Roaming\\pena\\stamps',
    templates: 'D:\\Roaming\\pena\\templates',
    cache: 'C:\\Users\\budi\\AppData\\Local\\pena\\cache',
  });
});
