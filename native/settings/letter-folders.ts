// Where letter templates and the letterhead are looked for before those that ship: the office's folder, which stands
// above all others, then one that is named, then the user's.
import { effectiveSettings } from './effective-settings.ts';
import { userFolders } from './user-folders.ts';

/** Absolute paths; the folders need not exist. @throws {PenaError} SETTINGS_INVALID, POLICY_UNSAFE, FILE_* */
export async function letterFolders(named: string | null = null): Promise<readonly string[]> {
  const { policy } = await effectiveSettings();
  return [
    ...(policy?.letters === undefined ? [] : [policy.letters]),
    ...(named === null ? [] : [named]),
    userFolders().templates,
  ];
}
