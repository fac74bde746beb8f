// What an office lays down for its letters: whom they go to, and where letter templates and the letterhead are looked for
// before those that ship: the office's folder, which stands above all others, then one that is named, then the user's.
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

/**
 * The registration authority's name; null: nobody has laid it down.
 * @throws {PenaError} SETTINGS_INVALID, POLICY_UNSAFE, FILE_NOT_READABLE
 */
export async function authorityName(): Promise<string | null> {
  return (await effectiveSettings()).policy?.registrationAuthority?.name ?? null;
}
