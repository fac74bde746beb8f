// The shipped policy for what is found before signing (resources/policy/preflight.json).
import { z } from 'zod';
import {
  PREFLIGHT_CODES,
  PREFLIGHT_SEVERITIES,
  type PreflightPolicy,
} from '../../core/domain/preflight.ts';
import { readResource } from './resources.ts';

const shape = z.strictObject({
  note: z.string(),
  severities: z.record(z.enum(PREFLIGHT_CODES), z.enum(PREFLIGHT_SEVERITIES)),
});

/** @throws {FileError} FILE_NOT_FOUND; ZodError for a file that names not all codes: our bug */
export async function preflightPolicy(): Promise<PreflightPolicy> {
  const text = new TextDecoder().decode(await readResource('policy', 'preflight.json'));
  return shape.parse(JSON.parse(text)).severities;
}
