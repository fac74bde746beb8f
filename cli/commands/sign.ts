// `pena sign`: plan, look over, ask once, sign one document after the other.
import { openOutside } from '../network/open-outside.ts';
import { exitOfErrors } from '../exit-codes.ts';
import { checkSecretSources, readPassword } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { runBatch } from '../sign/batch.ts';
import { planJobs } from '../sign/jobs.ts';
import { checkKeyOptions, levelWish, signatureWish, type SignOptions } from '../sign/options.ts';
import { printJson, printOutcome, printSummary } from '../sign/report.ts';
import { SigningSession } from '../sign/session.ts';
import { StampMaterial } from '../sign/stamp-material.ts';
import { stampWish } from '../sign/stamp-options.ts';
import { trace } from '../trace.ts';

/** @returns the exit code */
export async function sign(
  files: readonly string[],
  options: SignOptions,
  shell: Shell,
): Promise<number> {
  checkKeyOptions(options);
  checkSecretSources(options);
  const signature = signatureWish(options);
  const stamp = stampWish(options, shell.zone);
  const out = options.out ?? { beside: 'ditandatangani' };
  const jobs = await planJobs(files, out, options.overwrite === true);
  const documents = jobs.filter(({ refusal }) => refusal === null).map(({ file }) => file);
  const { footer = null, qr = null } = options;
  const zone = stamp?.zone ?? shell.zone;
  // A wrong design costs nobody a PIN.
  const material = await StampMaterial.load({ stamp, footer, qr, zone }, shell);
  const outside = await openOutside(options, shell);
  let password: Uint8Array | undefined;
  let session: SigningSession | null = null;
  try {
    const { services, canStamp } = outside;
    const level = levelWish(options, canStamp);
    password = await readPassword(options, shell);
    const wishes = { signature, material, level, services, password };
    const signing = (session = new SigningSession(options, wishes, documents, shell));
    const outcomes = await runBatch(
      jobs,
      (job) => signing.sign(job),
      shell.interrupt.signal,
      (outcome) => {
        if (options.json !== true) printOutcome(outcome, signing.opened, level, shell);
        if (outcome.error !== null) trace(outcome.error, shell);
      },
    );
    if (options.json === true) printJson(outcomes, signing, level, shell);
    else printSummary(outcomes, level, shell);
    return exitOfErrors(outcomes.map(({ error }) => error?.code ?? null));
  } finally {
    outside.close();
    password?.fill(0);
    await session?.close();
  }
}
