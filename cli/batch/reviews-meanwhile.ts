// Whether a batch's files may be looked over while earlier ones are being signed. Each of them is looked over
// before its own signature all the same.
import { join, resolve } from 'node:path';
import type { BatchPlan } from '../../core/domain/batch.ts';
import type { AcceptOptions } from './accepted.ts';
import type { OpenPlan } from './open-plan.ts';
import type { ReviewedJob } from './review-plan.ts';
import type { BatchKey } from './signer.ts';

/**
 * Only where nobody is asked or shown anything between the look and the PIN. A sealed batch is looked over as
 * a whole, as it was sealed; and so is one whose findings were accepted, which is noted before the key signs.
 */
export function reviewsMeanwhile(
  { plan, sealed, pathOf }: OpenPlan,
  { unattended }: Pick<BatchKey, 'unattended'>,
  { out, acceptFindings }: AcceptOptions & { readonly out: string },
): boolean {
  if (!unattended || sealed !== null || acceptFindings === true) return false;
  // What is only made by the run is none of its documents.
  const made = new Set(plan.files.map(({ output }) => resolve(join(out, output))));
  return !plan.files.some(({ file }) => made.has(pathOf(file)));
}

/** The plan's files before any of them was looked at. */
export function unseen({ files }: BatchPlan): ReviewedJob[] {
  return files.map((rule) => ({
    job: { file: rule.file, output: rule.output, sha256: null, refusal: null },
    ...{ rule, reviewed: null, changed: false, passedOver: false },
  }));
}
