// What a user sets for the command line, in one small JSON file: time-stamp authorities, anchors, proxy.
// No secret stands in it.
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { PenaError } from '../../core/domain/pena-error.ts';
import { errnoOf, readError } from '../files/file-error.ts';
import { userFolders } from './user-folders.ts';

/** An address of the web; a name or password has no place in it. */
const address = z
  .url({ protocol: /^https?$/, hostname: /./ })
  .max(2048)
  .refine((url) => URL.canParse(url) && new URL(url).username + new URL(url).password === '');

const shape = z.strictObject({
  /** In the order of preference. */
  tsa: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        url: address,
        /** OID of the only policy that will do. */
        policy: z
          .string()
          .regex(/^\d+(\.\d+)+$/)
          .optional(),
      }),
    )
    .max(20)
    .optional(),
  /** Certificate files, or folders of them, as --trust takes them; relative to this file's folder. */
  anchors: z.array(z.string().min(1).max(4096)).max(100).optional(),
  proxy: z
    .strictObject({
      /** Null: never through a proxy. */
      url: address.nullable(),
      bypass: z.array(z.string().max(253)).max(100).optional(),
    })
    .optional(),
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
  const { anchors, ...rest } = parse(text, path);
  // Seen from the file, wherever the command is given.
  const found = anchors?.map((anchor) => resolve(dirname(path), anchor));
  return { path, settings: { ...rest, anchors: found } };
}

function parse(text: string, path: string): Settings {
  const file = basename(path);
  let value: unknown;
  try {
    // Editors on Windows begin files with a byte order mark.
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (thrown) {
    throw new PenaError('SETTINGS_INVALID', { file }, { cause: thrown });
  }
  return checkSettings(value, path);
}

/** @throws {PenaError} SETTINGS_INVALID */
export function checkSettings(value: unknown, path: string): Settings {
  const file = basename(path);
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  // Where it is wrong; never what stands there.
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const key = [...(issue?.path ?? []), ...unknown].join('.').slice(0, 200);
  throw new PenaError('SETTINGS_INVALID', { file, key }, { cause: parsed.error });
}
