// A validation policy from a file, in place of the shipped one (resources/policy/validation.json).
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { SEVERITIES, type ValidationPolicy } from '../../core/domain/validation-policy.ts';
import { FileError, readError } from './file-error.ts';

const end = z.strictObject({ until: z.iso.date().nullable() });
const keys = z
  .array(z.strictObject({ bits: z.int().positive(), until: z.iso.date().nullable() }))
  .min(1)
  .max(20);

export const validationPolicyShape = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1).max(100),
  date: z.iso.date(),
  note: z.string().max(2000),
  hashes: z.record(z.string().max(20), end),
  keys: z.strictObject({ rsa: keys, ec: keys }),
  revocation: z.strictObject({
    maxAgeHours: z
      .number()
      .positive()
      .max(24 * 366),
    skewMinutes: z.number().min(0).max(60),
  }),
  severities: z.record(z.string().max(60), z.enum(SEVERITIES)),
});

const MAX_BYTES = 1 << 20;

/** @throws {FileError} FILE_NOT_FOUND, FILE_NOT_READABLE, POLICY_FILE_INVALID */
export async function readValidationPolicy(path: string): Promise<ValidationPolicy> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    throw readError(thrown, path);
  }
  try {
    if (text.length > MAX_BYTES) throw new RangeError('too large');
    return validationPolicyShape.parse(JSON.parse(text));
  } catch (thrown) {
    throw new FileError('POLICY_FILE_INVALID', { file: basename(path) }, { cause: thrown });
  }
}
