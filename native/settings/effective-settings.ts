// What holds in the end, and who said so: the office's policy, else what the user set, else what is usual.
import { existsSync } from 'node:fs';
import type { OfficePolicy } from '../../core/domain/office-policy.ts';
import { practicePaths } from '../practice/profile.ts';
import { policyPath, readPolicy } from './policy-file.ts';
import { practiceMode } from './practice-mode.ts';
import {
  type ProxyWish,
  readSettingsFile,
  type TimestampAuthority,
  userSettingsPath,
} from './settings-file.ts';

/** Ascending in authority. */
export type SettingOrigin = 'default' | 'user' | 'policy';

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
  /** The office's, whole; null where there is none. */
  readonly policy: OfficePolicy | null;
  readonly tsa: Setting<readonly TimestampAuthority[]>;
  /** Absolute paths. */
  readonly anchors: Setting<readonly string[]>;
  /** Null: as the environment says. */
  readonly proxy: Setting<ProxyWish | null>;
}

/** @throws {PenaError} SETTINGS_INVALID, POLICY_UNSAFE, FILE_NOT_READABLE */
export async function effectiveSettings(
  path = userSettingsPath(),
  policyFile = policyPath(),
): Promise<EffectiveSettings> {
  const laidDown = await readPolicy(policyFile);
  const policy = practiceMode() ? forPractice(laidDown) : laidDown;
  const { settings } = await readSettingsFile(path);
  const choose = <T>(fixed: T | undefined, set: T | undefined, usual: T): Setting<T> => {
    if (fixed !== undefined) return { value: fixed, from: 'policy' };
    return set === undefined ? { value: usual, from: 'default' } : { value: set, from: 'user' };
  };
  return {
    files: [
      { origin: 'policy', path: policyFile, found: policy !== null },
      { origin: 'user', path, found: settings !== null },
    ],
    policy,
    tsa: choose<readonly TimestampAuthority[]>(policy?.tsa, settings?.tsa, []),
    anchors: choose<readonly string[]>(
      policy?.anchors,
      settings?.anchors,
      practiceMode() ? [practicePaths().anchor].filter((path) => existsSync(path)) : [],
    ),
    proxy: choose<ProxyWish | null>(policy?.proxy, settings?.proxy, null),
  };
}

/** Nobody outside is asked, reported to or trusted: what the office names there is left out. */
function forPractice(policy: OfficePolicy | null): OfficePolicy | null {
  if (policy === null) return null;
  const { anchors: _anchors, tsa: _tsa, registrationAuthority, ...rest } = policy;
  const { name, postalAddress, phone, terms } = registrationAuthority ?? {};
  return {
    ...rest,
    ...(name === undefined
      ? {}
      : { registrationAuthority: { name, postalAddress, phone, terms, order: ['package'] } }),
  };
}
