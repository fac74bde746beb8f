// `pena batch review`: what stands in the way of a plan, before anything is signed.
import { openPlan } from '../batch/open-plan.ts';
import { DocumentPasswords } from '../batch/document-passwords.ts';
import { printReview, reviewJson } from '../batch/report.ts';
import { type BatchKey, type KeyOptions, openKey, type OwnerOptions } from '../batch/signer.ts';
import { exitOfErrors } from '../exit-codes.ts';
import { checkSecretSources, type PasswordOptions } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { review } from '../batch/review.ts';

export interface ReviewOptions extends KeyOptions, OwnerOptions, PasswordOptions {
  readonly json?: boolean;
}

/** The certificate is needed for what it may sign; its key is not. */
export async function batchReview(
  path: string,
  options: ReviewOptions,
  shell: Shell,
): Promise<number> {
  checkSecretSources(options);
  const opened = await openPlan(path);
  const passwords = await DocumentPasswords.given(options, shell);
  let key: BatchKey | null = null;
  try {
    const looking = { ...options, lookOnly: true };
    key = await openKey(looking, opened.plan.certificate, [], shell);
    const now = new Date();
    const look = {
      ...{ out: null, accepted: {}, passwords, now, signed: () => false },
      owner: options,
    };
    const reviewed = await review(opened, key, look, shell);
    if (options.json === true) shell.out.json(reviewJson(reviewed, shell));
    else printReview(reviewed, shell);
    return exitOfErrors(reviewed.map(({ job }) => job.refusal?.code ?? null));
  } finally {
    passwords.wipe();
    await key?.close();
  }
}
