// Writes the list of time-stamp authorities into the user's settings file, and leaves the rest as it is.
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { createAtomicOutput } from '../files/atomic-output.ts';
import { checkSettings, readSettingsFile, type TimestampAuthority } from './settings-file.ts';

/**
 * @returns the list as it is kept
 * @throws {PenaError} SETTINGS_INVALID where the file or the list cannot be understood, FILE_*; then
 *   nothing has changed
 */
export async function changeAuthorities(
  path: string,
  authorities: readonly TimestampAuthority[],
): Promise<readonly TimestampAuthority[]> {
  const { settings } = await readSettingsFile(path);
  // As it was written, with paths that are relative to the file.
  const written = settings === null ? {} : parsed(await readFile(path, 'utf8'));
  const next = { ...written, tsa: authorities };
  const kept = checkSettings(next, path).tsa ?? [];
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const output = await createAtomicOutput(path, { overwrite: true });
  try {
    await output.append(new TextEncoder().encode(`${JSON.stringify(next, null, 2)}\n`));
    await output.commit();
  } finally {
    await output.abort();
  }
  return kept;
}

const object = z.record(z.string(), z.unknown());

function parsed(text: string): Readonly<Record<string, unknown>> {
  return object.parse(JSON.parse(text.replace(/^\ufeff/, '')));
}
