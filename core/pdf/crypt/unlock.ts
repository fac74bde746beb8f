// Tries a password on an encrypted file (ISO 32000-2 7.6.4.1).
import { PdfError } from '../pdf-error.ts';
import type { Unlocked } from './encryption.ts';
import { md5OwnerKey, md5UserKey } from './md5-key.ts';
import type { Parameters } from './parameters.ts';
import { passwordForms } from './password.ts';
import { EVERYTHING, type AccessPermissions, permissionsOf } from './access-permissions.ts';
import { provenPermissions, sha2OwnerKey, sha2UserKey } from './sha2-key.ts';

const EMPTY = new Uint8Array(0);

/**
 * Without a password the empty user password is tried: such files open by themselves, and only restrict.
 * A password that is given has to be right, be it the owner's or the user's: whoever gives the owner's and
 * mistypes it is told so, instead of being told that something is not allowed.
 * @throws {PdfError} PDF_PASSWORD_NEEDED, PDF_PASSWORD_INCORRECT
 */
export function unlock(parameters: Parameters, password: Uint8Array | undefined): Unlocked {
  const given = password !== undefined && password.length > 0;
  for (const form of passwordForms(given ? password : EMPTY, parameters.revision)) {
    const owner = given ? ownerKey(form, parameters) : null;
    if (owner !== null) return { parameters, key: owner, permissions: EVERYTHING };
    const user = userKey(form, parameters);
    if (user !== null)
      return { parameters, key: user, permissions: userPermissions(parameters, user) };
  }
  if (given) throw new PdfError('PDF_PASSWORD_INCORRECT');
  if (parameters.strings !== 'identity' || parameters.streams !== 'identity') {
    throw new PdfError('PDF_PASSWORD_NEEDED');
  }
  // Only attachments are encrypted (table 20, EFF): the document itself lies open.
  const { permissions, revision } = parameters;
  return { parameters, key: null, permissions: permissionsOf(permissions, revision) };
}

function ownerKey(password: Uint8Array, parameters: Parameters): Buffer | null {
  return parameters.kind === 'md5'
    ? md5OwnerKey(password, parameters)
    : sha2OwnerKey(password, parameters);
}

function userKey(password: Uint8Array, parameters: Parameters): Buffer | null {
  return parameters.kind === 'md5'
    ? md5UserKey(password, parameters)
    : sha2UserKey(password, parameters);
}

/** From revision 5 on /P does not go into the key, but a copy under the key shows whether it was changed. */
function userPermissions(parameters: Parameters, key: Uint8Array): AccessPermissions {
  const { permissions, revision } = parameters;
  if (parameters.kind === 'md5') return permissionsOf(permissions, revision);
  return permissionsOf(permissions & (provenPermissions(key, parameters.perms) ?? 0), revision);
}
