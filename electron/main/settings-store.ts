// What the person chose, in settings.json of the program's own folder. A file that cannot be understood
// counts as none: settings hold nothing that would be lost with it.
import { readFile } from 'node:fs/promises';
import { settings, type Settings } from '../../core/contract/settings.ts';
import { KeptJson } from '../../native/files/kept-json.ts';

/** IANA's zones of Indonesia. */
const ZONES: Readonly<Record<string, Settings['zone']>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

export class SettingsStore {
  readonly #kept: KeptJson<Settings>;
  readonly #fixed: Partial<Settings>;

  private constructor(path: string, current: Settings, fixed: Partial<Settings>) {
    this.#kept = new KeptJson(path, current);
    this.#fixed = fixed;
  }

  /** @param fixed what the office's policy says instead of the user */
  static async open(path: string, fixed: Partial<Settings> = {}): Promise<SettingsStore> {
    return new SettingsStore(path, (await read(path)) ?? defaults(), fixed);
  }

  get current(): Settings {
    return { ...this.#kept.current, ...this.#fixed };
  }

  /** @throws {PenaError} FILE_* where it cannot be kept; then nothing has changed */
  async change(part: {
    readonly [K in keyof Settings]?: Settings[K] | undefined;
  }): Promise<Settings> {
    await this.#kept.change((current) => settings.parse({ ...current, ...part }));
    return this.current;
  }
}

async function read(path: string): Promise<Settings | null> {
  try {
    return settings.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

function defaults(): Settings {
  const zone = ZONES[Intl.DateTimeFormat().resolvedOptions().timeZone] ?? 'WIB';
  return { language: 'id', zone, position: '', colorScheme: 'auto' };
}
