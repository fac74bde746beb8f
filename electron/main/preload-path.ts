// Where the built preload of a window lies.
import { fileURLToPath } from 'node:url';

export function preloadPath(
  name: 'main-window' | 'pin-window' | 'secret-window' | 'password-window',
): string {
  return fileURLToPath(new URL(`../preload/${name}.cjs`, import.meta.url));
}
