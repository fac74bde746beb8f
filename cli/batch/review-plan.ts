// Looks at every file of a plan before anybody is asked for a PIN.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BatchFile } from '../../core/domain/batch.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import { requestOf, type StampMaterial } from '../../core/signing/batch/document-request.ts';
import { ruleFor } from '../../core/signing/batch/plan.ts';
import { type Reviewed, reviewDocument } from '../../core/signing/batch/review.ts';
import type { BatchJob } from '../../core/signing/batch/run-batch.ts';
import { openSmallOrLarge } from '../../native/batch/small-files.ts';
import { reportedLostSince } from '../../native/certificates/certificate-registry.ts';
import { sameFile } from '../../native/files/file-source.ts';
import type { OpenPlan } from './open-plan.ts';

export interface ReviewedJob {
  readonly job: BatchJob;
  readonly rule: BatchFile;
  /** Null where the file could not be read. */
  readonly reviewed: Reviewed | null;
}

export interface ReviewInput {
  readonly opened: OpenPlan;
  readonly signer: { readonly certificate: Uint8Array; readonly chain: readonly Uint8Array[] };
  readonly material: StampMaterial;
  readonly now: Date;
  readonly password?: Uint8Array | undefined;
  /** Folder of the results; null: not known yet. */
  readonly out: string | null;
}

/** Reading from the disk and parsing take turns. */
const AT_ONCE = 4;

export async function reviewPlan(input: ReviewInput): Promise<ReviewedJob[]> {
  const { files } = input.opened.plan;
  const reviewed: ReviewedJob[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next; index < files.length; index = next) {
      next += 1;
      const rule = files[index];
      if (rule === undefined) return;
      reviewed[index] = await reviewOne(rule, index, input);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return reviewed;
}

async function reviewOne(
  rule: BatchFile,
  index: number,
  { opened, signer, material, now, password, out }: ReviewInput,
): Promise<ReviewedJob> {
  const { file, output } = rule;
  const job = { file, output };
  const sealedSha = opened.sealed?.inputs[index] ?? null;
  try {
    const path = opened.pathOf(file);
    await refusePlace(path, out, output);
    const source = await openSmallOrLarge(path);
    try {
      const reviewed = await reviewDocument({
        ...{ source, signer, password, name: basename(file) },
        ...requestOf(ruleFor(opened.plan, rule), material, now),
        reportedLostSince,
      });
      const changed = sealedSha !== null && sealedSha !== reviewed.sha256;
      const refusal = changed ? new PenaError('SEAL_BROKEN', { file }) : reviewed.refusal;
      return { job: { ...job, sha256: sealedSha ?? reviewed.sha256, refusal }, rule, reviewed };
    } finally {
      await source.close();
    }
  } catch (thrown) {
    const refusal = toPenaError(thrown);
    return { job: { ...job, sha256: sealedSha, refusal }, rule, reviewed: null };
  }
}

async function refusePlace(path: string, out: string | null, output: string): Promise<void> {
  if (out === null) return;
  const target = join(out, output);
  if (existsSync(target) && (await sameFile(path, target))) {
    throw new PenaError('FILE_OUTPUT_IS_INPUT', { file: output });
  }
}
