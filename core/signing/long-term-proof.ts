// From a time-stamped signature to one that outlives its certificate: revocation data, then a document
// time stamp over everything (ETSI EN 319 142-1 6.3, levels B-LT and B-LTA).
import type { PenaError } from '../domain/pena-error.ts';
import { toPenaError } from '../domain/pena-error.ts';
import { type BaselineLevel, reaches } from '../domain/signature-level.ts';
import { addDocumentTimestamp } from './document-timestamp.ts';
import type { GrowingFile } from './growing-file.ts';
import { enter, type SigningRequest } from './request.ts';
import { addValidationData } from './validation-data.ts';

export interface ProofState {
  readonly field: string;
  readonly time: Date;
  /** What the signature is without more; `incomplete` says why that is less than was asked. */
  readonly reached: BaselineLevel;
  readonly incomplete: PenaError | null;
}

/** @throws {PenaError} what could not be had, unless somebody decides to keep what was reached */
export async function addLongTermProof(
  file: GrowingFile,
  request: SigningRequest,
  state: ProofState,
): Promise<{ level: BaselineLevel; incomplete: PenaError | null }> {
  const { level = 'B-B', services, password, signal, decide } = request;
  const { field, time, incomplete } = state;
  if (incomplete !== null || !services || !reaches(level, 'B-LT')) {
    return { level: incomplete === null ? level : state.reached, incomplete };
  }
  let reached: BaselineLevel = 'B-T';
  try {
    enter(request, 'proving');
    const missing = await addValidationData(file, { services, password, field, time, signal });
    const [first] = missing;
    if (first !== undefined) throw first.problem;
    reached = 'B-LT';
    if (!reaches(level, 'B-LTA')) return { level: reached, incomplete: null };
    enter(request, 'stamping');
    await addDocumentTimestamp(file, services, password, signal);
    return { level: 'B-LTA', incomplete: null };
  } catch (thrown) {
    const problem = toPenaError(thrown);
    if (problem.code === 'CANCELLED' || !(await decide?.keepIncomplete?.(reached, problem))) {
      throw thrown;
    }
    return { level: reached, incomplete: problem };
  }
}
