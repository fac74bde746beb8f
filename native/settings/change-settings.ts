// Writes one part of the user's settings file, and leaves the rest as it is.
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { createAtomicOutput } from '../files/atomic-output.ts';
import { checkSettings, readSettingsFile, type Settings } from './settings-file.ts';

/**
 * @param change given the file as it is written, with paths that are relative to it; `anchors` among them
 * @returns the settings as they are kept, paths as they are written
 * @throws {PenaError} SETTINGS_INVALID where the file or the change cannot be understood, FILE_*; then nothing has
 *   changed
 */
export async function changeSettings(
  path: string,
  change: (written: Settings) => Partial<Settings>,
): Promise<Settings> {
  const { settings } = await readSettingsFile(path);
  const written = settings === null ? {} : parsed(await readFile(path, 'utf8'));
  const next = { ...written, ...change(checkSettings(written, path)) };
  const kept = checkSettings(next, path);
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
