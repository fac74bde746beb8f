// Where a program keeps what belongs to one user: settings, and what can be had again (XDG Base Directory
// Specification 0.8; Apple's File System Programming Guide; Windows' Known Folders).
import { homedir } from 'node:os';
import { isAbsolute, posix, win32 } from 'node:path';

export interface UserFolders {
  /** Settings, which nobody wants to lose. */
  readonly settings: string;
  /** Stamp designs and footers of this user; need not exist. */
  readonly stamps: string;
  /** Letter templates and letterhead of this user; need not exist. */
  readonly templates: string;
  /** May be deleted at any time. */
  readonly cache: string;
}

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** Nothing of practice mode comes to lie among what is real. */
const NAMES = { work: 'pena', practice: 'pena-latihan' } as const;

/** Absolute paths; whether the folders exist is another matter. */
export function userFolders({ platform, environment, home }: Surroundings = here()): UserFolders {
  const name = NAMES[environment['PENA_PRACTICE'] === '1' ? 'practice' : 'work'];
  if (platform === 'win32') {
    const roaming = environment['APPDATA'] || win32.join(home, 'AppData', 'Roaming');
    const local = environment['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local');
    const settings = win32.join(roaming, name);
    return {
      ...{ settings, stamps: win32.join(settings, 'stamps') },
      templates: win32.join(settings, 'templates'),
      cache: win32.join(local, name, 'cache'),
    };
  }
  if (platform === 'darwin') {
    const library = posix.join(home, 'Library');
    const settings = posix.join(library, 'Application Support', name);
    return {
      ...{ settings, stamps: posix.join(settings, 'stamps') },
      templates: posix.join(settings, 'templates'),
      cache: posix.join(library, 'Caches', name),
    };
  }
  const base = (variable: string, usual: string): string => {
    const named = environment[variable] ?? '';
    // The specification: a path that is not absolute is to be ignored.
    return posix.join(isAbsolute(named) ? named : posix.join(home, usual), name);
  };
  const settings = base('XDG_CONFIG_HOME', '.config');
  return {
    ...{ settings, stamps: posix.join(settings, 'stamps') },
    templates: posix.join(settings, 'templates'),
    cache: base('XDG_CACHE_HOME', '.cache'),
  };
}

/** Those of practice mode, in whatever mode this process is. */
export function practiceFolders(): UserFolders {
  const now = here();
  return userFolders({ ...now, environment: { ...now.environment, PENA_PRACTICE: '1' } });
}

function here(): Surroundings {
  return { platform: process.platform, environment: process.env, home: homedir() };
}
