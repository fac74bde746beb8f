// Reads a JSON file of settings against its shape; what is wrong is said by its place, never by its content.
import { basename } from 'node:path';
import type { z } from 'zod';
import { PenaError } from '../../core/domain/pena-error.ts';

/** @param path of the file, for the error. @throws {PenaError} SETTINGS_INVALID */
export function checked<T>(shape: z.ZodType<T>, text: string, path: string): T {
  let value: unknown;
  try {
    // Editors on Windows begin files with a byte order mark.
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (thrown) {
    throw new PenaError('SETTINGS_INVALID', { file: basename(path) }, { cause: thrown });
  }
  return checkedValue(shape, value, path);
}

/** @throws {PenaError} SETTINGS_INVALID */
export function checkedValue<T>(shape: z.ZodType<T>, value: unknown, path: string): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const key = [...(issue?.path ?? []), ...unknown].join('.').slice(0, 200);
  throw new PenaError('SETTINGS_INVALID', { file: basename(path), key }, { cause: parsed.error });
}
