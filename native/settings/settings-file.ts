// What a user sets for the command line, in one small JSON file: time-stamp authorities, anchors, proxy.
// No secret stands in it.
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { proxyWish, timestampAuthority } from '../../core/domain/office-policy.ts';
import { errnoOf, readError } from '../files/file-error.ts';
import { checked, checkedValue } from './checked.ts';
import { userFolders } from './user-folders.ts';

const shape = z.strictObject({
  /** In the order of preference. */
  tsa: z.array(timestampAuthority).max(20).optional(),
  /** Certificate files, or folders of them, as --trust takes them; relative to this file's folder. */
  anchors: z.array(z.string().min(1).max(4096)).max(100).optional(),
  proxy: proxyWish.optional(),
});

/** What one file says; what it leaves out is undefined. */
export interface Settings {
  readonly tsa?: readonly TimestampAuthority[] | undefined;
  readonly anchors?: readonly string[] | undefined;
  readonly proxy?: ProxyWish | undefined;
}

export interface TimestampAuthority {
  readonly name: string;
  readonly url: string;
  readonly policy?: string | undefined;
}

export interface ProxyWish {
  readonly url: string | null;
  readonly bypass?: readonly string[] | undefined;
}

export interface SettingsFile {
  readonly path: string;
  /** Null where there is no such file. */
  readonly settings: Settings | null;
}

export function userSettingsPath(): string {
  return join(userFolders().settings, 'pena.json');
}

/**
 * A file that is not there sets nothing; one that cannot be understood is an error: going on without
 * what it says might trust or ask others than was meant.
 * @throws {PenaError} SETTINGS_INVALID, FILE_NOT_READABLE
 */
export async function readSettingsFile(path: string): Promise<SettingsFile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(thrown) ?? '')) return { path, settings: null };
    throw readError(thrown, path);
  }
  const { anchors, ...rest } = checked(shape, text, path);
  // Seen from the file, wherever the command is given.
  const found = anchors?.map((anchor) => resolve(dirname(path), anchor));
  return { path, settings: { ...rest, anchors: found } };
}

/** @throws {PenaError} SETTINGS_INVALID */
export function checkSettings(value: unknown, path: string): Settings {
  return checkedValue(shape, value, path);
}
