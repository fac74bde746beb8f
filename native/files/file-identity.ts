// Whether a file is still the one that was looked at: what the system says of it, in one word.
import { statSync } from 'node:fs';

/**
 * The same word as long as neither the file nor its place in the folder was changed; null where the
 * system says nothing, which is no answer and not to be compared.
 */
export function fileIdentity(path: string): string | null {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (found === undefined) return 'none';
    const { dev, ino, size, mtimeNs, ctimeNs } = found;
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch {
    return null;
  }
}
