// What holds in the end, and who said so: what the user set, else what is usual.
import {
  type ProxyWish,
  readSettingsFile,
  type TimestampAuthority,
  userSettingsPath,
} from './settings-file.ts';

/** Ascending in authority; a machine-wide policy will stand above the user. */
export type SettingOrigin = 'default' | 'user';

export interface Setting<T> {
  readonly value: T;
  readonly from: SettingOrigin;
}

export interface EffectiveSettings {
  /** The files looked into, and whether each is there. */
  readonly files: readonly {
    readonly origin: SettingOrigin;
    readonly path: string;
    readonly found: boolean;
  }[];
  readonly tsa: Setting<readonly TimestampAuthority[]>;
  /** Absolute paths. */
  readonly anchors: Setting<readonly string[]>;
  /** Null: as the environment says. */
  readonly proxy: Setting<ProxyWish | null>;
}

/** @throws {PenaError} SETTINGS_INVALID, FILE_NOT_READABLE */
export async function effectiveSettings(path = userSettingsPath()): Promise<EffectiveSettings> {
  const { settings } = await readSettingsFile(path);
  const choose = <T>(set: T | undefined, usual: T): Setting<T> =>
    set === undefined ? { value: usual, from: 'default' } : { value: set, from: 'user' };
  return {
    files: [{ origin: 'user', path, found: settings !== null }],
    tsa: choose<readonly TimestampAuthority[]>(settings?.tsa, []),
    anchors: choose<readonly string[]>(settings?.anchors, []),
    proxy: choose<ProxyWish | null>(settings?.proxy, null),
  };
}
