// Whether the office lets secrets be kept. The drafts' key is nobody's password: without it drafts would
// lie on the disk for anyone, so it is kept all the same.
import type { SecretKind } from '../../core/ports/secret-store.ts';
import { policyPath, readPolicy } from './policy-file.ts';

/** A policy that cannot be read allows nothing. */
export async function policyLetsStore(kind: SecretKind, path = policyPath()): Promise<boolean> {
  if (kind === 'drafts') return true;
  try {
    return (await readPolicy(path))?.storeSecrets !== 'forbid';
  } catch {
    return false;
  }
}
