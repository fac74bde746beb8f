// The documents of a plan looked over, with the passwords that a person knows.
import type { BatchJob } from '../../core/signing/batch/run-batch.ts';
import type { KeptFiles } from '../../native/batch/kept-files.ts';
import { preflightPolicy } from '../../native/files/preflight-policy.ts';
import type { AcceptOptions } from './accepted.ts';
import type { OpenPlan } from './open-plan.ts';
import type { DocumentPasswords } from './document-passwords.ts';
import { type ReviewedJob, reviewPlan } from './review-plan.ts';
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

export async function review(
  opened: OpenPlan,
  { key: { certificate, chain }, terminal }: BatchKey,
  { passwords, signed, owner, ...look }: Look,
  shell: Shell,
): Promise<ReviewedJob[]> {
  const material = await stampMaterial(opened.plan, certificate, owner, shell);
  const policy = await preflightPolicy();
  const signer = { certificate, chain };
  const input = { ...look, opened, signer, material, policy, passwords: passwords.known };
  return passwords.ask(await reviewPlan(input), { input, terminal, signed, shell });
}
