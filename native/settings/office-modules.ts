// Which PKCS#11 modules are looked at: those of the catalogue, those the office's policy adds, and those the
// person names where the policy lets them.
import { realpath } from 'node:fs/promises';
import { PenaError } from '../../core/domain/pena-error.ts';
import { softHsm } from '../practice/profile.ts';
import { findModules } from '../pkcs11/module-catalogue.ts';
import { policyPath, readPolicy } from './policy-file.ts';
import { practiceMode } from './practice-mode.ts';

/**
 * @param named paths the person named; they come first
 * @param policyFile for tests
 * @returns absolute paths
 * @throws {PenaError} POLICY_LOCKS where the policy lets nobody name one that it does not know;
 *   PRACTICE_TOKEN_ONLY in practice mode for any but its own; POLICY_UNSAFE, SETTINGS_INVALID, FILE_NOT_READABLE
 */
export async function officeModules(
  named: readonly string[],
  policyFile = policyPath(),
): Promise<string[]> {
  if (!practiceMode()) return realModules(named, policyFile);
  const own = softHsm()?.module;
  // No real token is looked at, and no real PIN asked for.
  if (named.some((path) => path !== own)) throw new PenaError('PRACTICE_TOKEN_ONLY');
  return own === undefined ? [] : [own];
}

async function realModules(named: readonly string[], policyFile: string): Promise<string[]> {
  const { add = [], usersMayAdd = true } = (await readPolicy(policyFile))?.modules ?? {};
  if (!usersMayAdd && named.length > 0) {
    const known = new Set(
      await Promise.all((await findModules(add, { usersOwn: false })).map(real)),
    );
    for (const path of named) {
      if (!known.has(await real(path))) throw new PenaError('POLICY_LOCKS', { setting: 'modules' });
    }
  }
  return findModules([...named, ...add], { usersOwn: usersMayAdd });
}

function real(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
