// Writes the list of time-stamp authorities into the user's settings file.
import { changeSettings } from './change-settings.ts';
import type { TimestampAuthority } from './settings-file.ts';

/**
 * @returns the list as it is kept
 * @throws {PenaError} SETTINGS_INVALID where the file or the list cannot be understood, FILE_*; then
 *   nothing has changed
 */
export async function changeAuthorities(
  path: string,
  authorities: readonly TimestampAuthority[],
): Promise<readonly TimestampAuthority[]> {
  return (await changeSettings(path, () => ({ tsa: authorities }))).tsa ?? [];
}
