// The days that an office grants for what a case owes.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { OfficeTerms } from '../../core/lifecycle/lost-key/owed.ts';
import {
  type EffectiveSettings,
  effectiveSettings,
} from '../../native/settings/effective-settings.ts';

export function termsOf({ policy }: Pick<EffectiveSettings, 'policy'>): OfficeTerms {
  return policy?.registrationAuthority?.terms ?? {};
}

/** A policy that cannot be read holds up no report: then everything is owed as soon as possible. */
export async function officeTerms(): Promise<OfficeTerms> {
  try {
    return termsOf(await effectiveSettings());
  } catch (thrown) {
    if (!(thrown instanceof PenaError)) throw thrown;
    return {};
  }
}
