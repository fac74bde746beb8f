// Writes one part of the user's settings file, and leaves the rest as it is.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeJson } from '../files/kept-json.ts';
import { SerialQueue } from '../process/serial-queue.ts';
import { checkSettings, readSettingsFile, type Settings } from './settings-file.ts';

/** The file has one writer, the window's process. */
const changes = new SerialQueue();

/**
 * @param change given the file as it is written, with paths that are relative to it; `anchors` among them
 * @returns the settings as they are kept, paths as they are written
 * @throws {PenaError} SETTINGS_INVALID where the file or the change cannot be understood, FILE_*; then nothing has
 *   changed
 */
export function changeSettings(
  path: string,
  change: (written: Settings) => Partial<Settings>,
): Promise<Settings> {
  return changes.run(async () => {
    const { settings } = await readSettingsFile(path);
    const written = settings === null ? {} : parsed(await readFile(path, 'utf8'));
    const next = { ...written, ...change(checkSettings(written, path)) };
    const kept = checkSettings(next, path);
    await writeJson(path, next);
    return kept;
  });
}

const object = z.record(z.string(), z.unknown());

function parsed(text: string): Readonly<Record<string, unknown>> {
  return object.parse(JSON.parse(text.replace(/^\ufeff/, '')));
}
