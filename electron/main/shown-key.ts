// A key on a token as a window is shown it.
import { readCertificate } from '../../core/cms/certificate.ts';
import type { ShownKey } from '../../core/contract/token-keys.ts';
import type { StoredKey } from '../../core/ports/token-keys.ts';
import { short } from './certificates.ts';

/** Most that the contract lets through (core/contract/token-keys.ts). */
const MOST = 16;

export function shownKey({ id, label, certificates }: StoredKey): ShownKey {
  const names = certificates.map(nameOf).slice(0, MOST);
  return { keyId: id, label: short(label), certificates: names };
}

/** One that cannot be read is there all the same. */
function nameOf(der: Uint8Array): string {
  try {
    return short(readCertificate(der).commonName);
  } catch {
    return '?';
  }
}
