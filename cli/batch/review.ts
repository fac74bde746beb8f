// The documents of a plan looked over, with the passwords that a person knows.
import type { BatchFile } from '../../core/domain/batch.ts';
import type { BatchJob } from '../../core/signing/batch/run-batch.ts';
import type { KeptFiles } from '../../native/batch/kept-files.ts';
import { preflightPolicy } from '../../native/files/preflight-policy.ts';
import type { AcceptOptions } from './accepted.ts';
import type { OpenPlan } from './open-plan.ts';
import type { DocumentPasswords } from './document-passwords.ts';
import { type ReviewedJob, type ReviewInput, reviewOne, reviewPlan } from './review-plan.ts';
import { type BatchKey, type OwnerOptions, stampMaterial } from './signer.ts';
import type { Shell } from '../shell.ts';

export interface Look {
  /** Folder of the results; null: not known yet. */
  readonly out: string | null;
  readonly accepted: AcceptOptions;
  readonly passwords: DocumentPasswords;
  readonly now: Date;
  /** Of what an earlier run has signed nobody is asked anything. */
  readonly signed: (job: BatchJob) => boolean;
  readonly owner: OwnerOptions;
  /** See ReviewInput. */
  readonly kept?: KeptFiles;
}

/** All of them, with the questions that come of it. @throws {PenaError} CANCELLED, FILE_*, STAMP_* */
export async function review(
  opened: OpenPlan,
  key: BatchKey,
  look: Look,
  shell: Shell,
): Promise<ReviewedJob[]> {
  const input = await reviewInput(opened, key, look, shell);
  const { passwords, signed } = look;
  return passwords.ask(await reviewPlan(input), { input, terminal: key.terminal, signed, shell });
}

/** One after the other, while others are signed: where nobody is there to be asked or shown anything. */
export async function reviewer(
  opened: OpenPlan,
  key: BatchKey,
  look: Look,
  shell: Shell,
): Promise<(rule: BatchFile, index: number) => Promise<ReviewedJob>> {
  const input = await reviewInput(opened, key, look, shell);
  return async (rule, index) => look.passwords.named(await reviewOne(rule, index, input));
}

async function reviewInput(
  opened: OpenPlan,
  { key: { certificate, chain } }: BatchKey,
  { passwords, owner, out, accepted, now, kept }: Look,
  shell: Shell,
): Promise<ReviewInput> {
  const material = await stampMaterial(opened.plan, certificate, owner, shell);
  const policy = await preflightPolicy();
  const signer = { certificate, chain };
  const look = { out, accepted, now, ...(kept === undefined ? {} : { kept }) };
  return { ...look, opened, signer, material, policy, passwords: passwords.known };
}
