// The checkout's own folder.
import { fileURLToPath } from 'node:url';

/** Absolute path, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
