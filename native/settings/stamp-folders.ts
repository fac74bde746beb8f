// Where stamp designs and footers are looked for beside those that ship: the user's folder, then the
// office's, whose designs take the place of all others of the same id.
import { effectiveSettings } from './effective-settings.ts';
import { userFolders } from './user-folders.ts';

/** Absolute paths; the folders need not exist. @throws {PenaError} SETTINGS_INVALID, POLICY_UNSAFE, FILE_* */
export async function stampFolders(): Promise<readonly string[]> {
  const { policy } = await effectiveSettings();
  return [userFolders().stamps, ...(policy?.stamps === undefined ? [] : [policy.stamps])];
}
