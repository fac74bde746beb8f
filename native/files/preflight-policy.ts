// The policy for what is found before signing: the shipped one (resources/policy/preflight.json), and what
// the office's says otherwise.
import { z } from 'zod';
import {
  PREFLIGHT_CODES,
  PREFLIGHT_SEVERITIES,
  type PreflightPolicy,
} from '../../core/domain/preflight.ts';
import { policyPath, readPolicy } from '../settings/policy-file.ts';
import { readResource } from './resources.ts';

const shape = z.strictObject({
  note: z.string(),
  severities: z.record(z.enum(PREFLIGHT_CODES), z.enum(PREFLIGHT_SEVERITIES)),
});

/**
 * @throws {PenaError} SETTINGS_INVALID, POLICY_UNSAFE, FILE_*: what the office refuses must not pass for
 *   want of its policy; ZodError for a shipped file that names not all codes: our bug
 */
export async function preflightPolicy(policyFile = policyPath()): Promise<PreflightPolicy> {
  const text = new TextDecoder().decode(await readResource('policy', 'preflight.json'));
  const office = (await readPolicy(policyFile))?.findings ?? {};
  return { ...shape.parse(JSON.parse(text)).severities, ...office };
}
