// Whose certificates are known on this computer: the shipped list's, the policy's or the user's anchors, and those named.
import type { IssuerTrust } from '../../core/domain/issuer-trust.ts';
import { loadAnchors } from '../files/trust-anchors.ts';
import { listedAuthorities } from '../files/trust-list.ts';
import { effectiveSettings } from '../settings/effective-settings.ts';
import { practiceMode } from '../settings/practice-mode.ts';

/**
 * @param named further anchors, DER
 * @returns null where the settings or an anchor cannot be read: whoever verifies is told so, a list of tokens goes on
 */
export async function issuerTrust(named: readonly Uint8Array[] = []): Promise<IssuerTrust | null> {
  try {
    const { anchors } = await effectiveSettings();
    const authorities = await listedAuthorities();
    return {
      anchors: [...(await loadAnchors(anchors.value)), ...named],
      listed: authorities.map(({ sha256 }) => sha256),
      names: new Set(authorities.map(({ name }) => name)),
      practice: practiceMode(),
    };
  } catch {
    return null;
  }
}
