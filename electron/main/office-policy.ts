// What the office's policy takes out of the hands of whoever sits at the window.
import { LOCKABLE, type Lockable, type Settings } from '../../core/contract/settings.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { effectiveSettings } from '../../native/settings/effective-settings.ts';

export interface ShownPolicy {
  readonly found: boolean;
  readonly office: string | null;
  readonly locked: Lockable[];
}

/** @throws {PenaError} SETTINGS_INVALID, POLICY_UNSAFE, FILE_* */
export async function shownPolicy(): Promise<ShownPolicy> {
  const { policy } = await effectiveSettings();
  return {
    found: policy !== null,
    office: policy?.office ?? null,
    locked: LOCKABLE.filter((name) => policy?.[name] !== undefined),
  };
}

/** @throws {PenaError} POLICY_LOCKS, or that the policy cannot be read */
export async function refuseLocked(names: readonly string[]): Promise<void> {
  const { locked } = await shownPolicy();
  if (locked.some((name) => names.includes(name))) throw new PenaError('POLICY_LOCKS');
}

/**
 * Language and zone as the policy has them. One that cannot be read fixes nothing here, so that there is a
 * window to say so: whatever else asks for it fails.
 */
export async function fixedSettings(): Promise<Partial<Settings>> {
  try {
    const { language, zone } = (await effectiveSettings()).policy ?? {};
    return { ...(language && { language }), ...(zone && { zone }) };
  } catch {
    return {};
  }
}
