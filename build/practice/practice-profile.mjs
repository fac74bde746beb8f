// A profile of practice mode that belongs to one practice world: its token, and nothing of the user's own.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts the world's token where practice mode looks for it (native/practice/profile.ts).
 * @param {import('./practice-world.mjs').PracticeWorld} world
 * @returns {Record<string, string>} the environment in which the program finds it
 */
export function practiceProfile({ dir, anchors, p12, softhsmConf }) {
  const base = join(dir, 'profil');
  const [settings, env] = placeOf(base);
  const folder = join(settings, 'pena-latihan', 'practice');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  copyFileSync(anchors[0] ?? '', join(folder, 'ca.pem'));
  if (softhsmConf === null) copyFileSync(p12, join(folder, 'kunci-latihan.p12'));
  else {
    copyFileSync(softhsmConf, join(folder, 'softhsm2.conf'));
    // The tokens lie where softhsm2.conf says; that there is a folder of this name means that they were made.
    mkdirSync(join(folder, 'tokens'), { recursive: true, mode: 0o700 });
  }
  return env;
}

/**
 * Where programs keep their settings, and the variables that say so (native/settings/user-folders.ts).
 * @param {string} base
 * @returns {[settings: string, env: Record<string, string>]}
 */
function placeOf(base) {
  if (process.platform === 'win32') return [base, { APPDATA: base, LOCALAPPDATA: base }];
  if (process.platform === 'darwin') {
    return [join(base, 'Library', 'Application Support'), { HOME: base }];
  }
  return [base, { XDG_CONFIG_HOME: base, XDG_CACHE_HOME: join(base, 'cache') }];
}
