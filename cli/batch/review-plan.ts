// Looks at every file of a plan before anybody is asked for a PIN.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BatchFile } from '../../core/domain/batch.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { PreflightPolicy } from '../../core/domain/preflight.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import { requestOf, type StampMaterial } from '../../core/signing/batch/document-request.ts';
import { ruleFor } from '../../core/signing/batch/plan.ts';
import type { BatchPasswords } from '../../core/signing/batch/passwords.ts';
import type { Reviewed, ReviewRequest } from '../../core/signing/batch/review.ts';
import type { BatchJob } from '../../core/signing/batch/run-batch.ts';
import {
  drawnPlaces,
  hasUnexplainedChanges,
  hiddenSignedText,
} from '../../core/validation/earlier-changes.ts';
import type { KeptFiles } from '../../native/batch/kept-files.ts';
import { openInTurn } from '../../native/batch/small-files.ts';
import { reportedLostSince } from '../../native/certificates/certificate-registry.ts';
import { sameFile } from '../../native/files/file-source.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { type AcceptOptions, reviewDecisions } from './accepted.ts';
import type { OpenPlan } from './open-plan.ts';
import '../pictures.ts';

export interface ReviewedJob {
  readonly job: BatchJob;
  readonly rule: BatchFile;
  /** Null where the file could not be read. */
  readonly reviewed: Reviewed | null;
  /** It was changed after an earlier signature, and nothing explains how. */
  readonly changed: boolean;
  /** What is in it is refused by the policy, and accepted by who signs. */
  readonly passedOver: boolean;
}

export interface ReviewInput {
  readonly opened: OpenPlan;
  readonly signer: { readonly certificate: Uint8Array; readonly chain: readonly Uint8Array[] };
  readonly material: StampMaterial;
  readonly now: Date;
  readonly passwords: BatchPasswords;
  readonly policy: PreflightPolicy;
  readonly accepted: AcceptOptions;
  /** Folder of the results; null: not known yet. */
  readonly out: string | null;
  /** Takes what nothing stands against, for the signing; absent: nothing will be signed. */
  readonly kept?: KeptFiles;
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

/** One file of the plan. What stands against it is told in the job's refusal. */
export async function reviewOne(
  rule: BatchFile,
  index: number,
  input: ReviewInput,
): Promise<ReviewedJob> {
  const { opened, passwords, accepted, out, kept } = input;
  const { file, output } = rule;
  const job = { file, output };
  const sealedSha = opened.sealed?.inputs[index] ?? null;
  const seen = { changed: false };
  try {
    const path = opened.pathOf(file);
    await refusePlace(path, out, output);
    const source = await openInTurn(path);
    try {
      const reviewed = await passwords.review(file, requestFor(rule, source, input, seen));
      const passedOver =
        reviewed.refusal?.code === 'PREFLIGHT_REFUSED' && accepted.acceptFindings === true;
      const broken = sealedSha !== null && sealedSha !== reviewed.sha256;
      const against = passedOver ? null : reviewed.refusal;
      const refusal = broken ? new PenaError('SEAL_BROKEN', { file }) : against;
      const sha256 = sealedSha ?? reviewed.sha256;
      if (refusal === null) kept?.keep(path, source, reviewed.weight);
      return { job: { ...job, sha256, refusal }, rule, reviewed, ...seen, passedOver };
    } finally {
      await source.close();
    }
  } catch (thrown) {
    const refused = { ...job, sha256: sealedSha, refusal: toPenaError(thrown) };
    return { job: refused, rule, reviewed: null, ...seen, passedOver: false };
  }
}

/** Tries what was typed for a file that is locked; wiped where it is wrong. @throws {PenaError} FILE_* */
export async function unlockOne(
  { job, rule }: ReviewedJob,
  password: Uint8Array,
  input: ReviewInput,
): Promise<boolean> {
  const source = await openInTurn(input.opened.pathOf(rule.file));
  try {
    const request = requestFor(rule, source, input, { changed: false });
    return await input.passwords.unlock(rule.file, password, request, job.refusal);
  } finally {
    await source.close();
  }
}

function requestFor(
  rule: BatchFile,
  source: ByteSource,
  { opened, signer, material, now, policy, accepted }: ReviewInput,
  seen: { changed: boolean },
): (password: Uint8Array | undefined) => ReviewRequest {
  return (password) => ({
    ...{ source, signer, password, policy, name: basename(rule.file), reportedLostSince },
    practice: practiceMode() ? material.fonts : undefined,
    ...requestOf(ruleFor(opened.plan, rule), material, now),
    ...{ hiddenSignedText, drawnPlaces },
    decide: reviewDecisions(accepted),
    unexplainedChanges: async (reader) =>
      (seen.changed = await hasUnexplainedChanges(reader, source)),
  });
}

async function refusePlace(path: string, out: string | null, output: string): Promise<void> {
  if (out === null) return;
  const target = join(out, output);
  if (existsSync(target) && (await sameFile(path, target))) {
    throw new PenaError('FILE_OUTPUT_IS_INPUT', { file: output });
  }
}
