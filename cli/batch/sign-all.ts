// The documents of a plan signed with one key, and what came of each.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BatchItem, BatchResult } from '../../core/domain/batch.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import { requestOf } from '../../core/signing/batch/document-request.ts';
import { ruleFor } from '../../core/signing/batch/plan.ts';
import { type BatchJob, runBatch } from '../../core/signing/batch/run-batch.ts';
import { sharingStatus } from '../../core/signing/batch/shared-status.ts';
import { drawnPlaces, hiddenSignedText } from '../../core/validation/earlier-changes.ts';
import { FileWriter } from '../../native/batch/file-writer.ts';
import { GroupedFolder } from '../../native/batch/grouped-folder.ts';
import { KeptFiles } from '../../native/batch/kept-files.ts';
import { createSmallOutput } from '../../native/batch/small-files.ts';
import type { BatchStateFile } from '../../native/batch/state-file.ts';
import { reportedLostSince } from '../../native/certificates/certificate-registry.ts';
import { type FileSource, openFileSource } from '../../native/files/file-source.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { type AcceptOptions, noteAcceptedFindings, runDecisions } from './accepted.ts';
import type { OpenPlan } from './open-plan.ts';
import { DocumentPasswords } from './document-passwords.ts';
import { printFindings, printItem } from './report.ts';
import type { ReviewedJob } from './review-plan.ts';
import { type KeyOptions, openKey, type OwnerOptions, stampMaterial } from './signer.ts';
import { complain } from '../explain.ts';
import { addCheckpoint, type CheckpointForm } from '../journal/checkpoint.ts';
import { type JournalOption, openJournal } from '../journal/open.ts';
import type { NetworkOptions } from '../network/options.ts';
import { openOutside } from '../network/open-outside.ts';
import type { PasswordOptions } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { review, reviewer } from './review.ts';
import { reviewsMeanwhile, unseen } from './reviews-meanwhile.ts';
import { loadDrawing, wasteLess } from './quick-start.ts';
import '../pictures.ts';

export interface RunOptions
  extends KeyOptions, OwnerOptions, JournalOption, NetworkOptions, PasswordOptions, AcceptOptions {
  readonly out: string;
  readonly checkpoint?: string;
  readonly csv?: string;
  readonly summary?: string;
  readonly json?: boolean;
}

export async function signAll(
  opened: OpenPlan,
  state: BatchStateFile,
  options: Omit<RunOptions, 'checkpoint'> & { readonly checkpoint: CheckpointForm | null },
  shell: Shell,
): Promise<{ readonly result: BatchResult; readonly reviewed: readonly ReviewedJob[] }> {
  const { plan, sealed, pathOf } = opened;
  const names = plan.files.map(({ file }) => file);
  const now = new Date();
  const outside = await openOutside(options, shell);
  // Before any PIN: at the end there would be nobody to ask.
  if (options.checkpoint === 'time' && !outside.canStamp) throw new UsageError('tsaNeeded');
  const passwords = await DocumentPasswords.given(options, shell);
  const key = await openKey(options, plan.certificate, names, shell, () => {
    loadDrawing(plan);
  }).catch((thrown: unknown) => {
    passwords.wipe();
    throw thrown;
  });
  wasteLess();
  const writer = FileWriter.forMany(plan.files.length);
  try {
    const signed = ({ output, sha256 }: BatchJob): boolean =>
      sha256 !== null && state.signed.get(output) === sha256;
    const kept = new KeptFiles();
    const look = {
      ...{ out: options.out, accepted: options, owner: options, passwords, now, signed, kept },
    };
    const show = (some: readonly ReviewedJob[]): void => {
      if (options.json === true) return;
      printFindings(
        some.filter(({ job }) => !signed(job)),
        shell,
      );
    };
    const meanwhile = reviewsMeanwhile(opened, key, options);
    const reviewed = meanwhile ? unseen(plan) : await review(opened, key, look, shell);
    show(reviewed);
    const byJob = new Map(reviewed.map((one) => [one.job, one]));
    const lookOver = meanwhile ? await reviewer(opened, key, look, shell) : null;
    const reviewNext = async (index: number): Promise<BatchJob> => {
      const rule = plan.files[index];
      if (rule === undefined || lookOver === null) throw new PenaError('INTERNAL');
      const one = await lookOver(rule, index);
      show([one]);
      reviewed[index] = one;
      byJob.set(one.job, one);
      return one.job;
    };
    const material = await stampMaterial(plan, key.key.certificate, options, shell);
    const care = new GroupedFolder();
    const services =
      outside.services === null ? null : sharingStatus(outside.services, { now: () => new Date() });
    const journal = openJournal(options);
    await noteAcceptedFindings(reviewed, state, journal, plan.certificate);
    const result = await runBatch({
      ...{ jobs: reviewed.map(({ job }) => job), key: key.key, state, plan: opened.sha256 },
      ...{ certificate: plan.certificate, journal },
      ...(meanwhile ? { review: reviewNext } : {}),
      ...(sealed === null
        ? {}
        : { sealed: { sha256: sealed.sha256, count: sealed.inputs.length } }),
      signal: shell.interrupt.signal,
      open: async (job) => {
        const found = byJob.get(job);
        if (found === undefined) throw new PenaError('INTERNAL');
        const target = join(options.out, job.output);
        const source = await kept.take(pathOf(job.file));
        return {
          ...requestOf(ruleFor(plan, found.rule), material, now),
          ...{ source, password: passwords.known.of(job.file) },
          // Of the same bytes: the key signs nothing else than what was reviewed.
          unexplainedChanges: () => Promise.resolve(found.changed),
          ...{ hiddenSignedText, drawnPlaces },
          ...{ name: basename(job.file), level: plan.level, services, reportedLostSince },
          practice: practiceMode() ? material.fonts : undefined,
          decide: runDecisions(options, journal, job.sha256, plan.certificate),
          openOutput: () => createSmallOutput(target, care, writer),
        };
      },
      openExisting: async ({ output }) => openIfThere(join(options.out, output)),
      onItem: (item: BatchItem) => {
        if (options.json !== true) printItem(item, shell);
      },
    });
    const { checkpoint } = options;
    if (checkpoint !== null) {
      const witnesses = { services: outside.services, key: key.key };
      const quiet = options.json === true;
      // The documents are signed: a witness that is not to be had is said, and undoes nothing.
      await addCheckpoint(journal, checkpoint, witnesses, shell, quiet).catch((thrown: unknown) =>
        complain(toPenaError(thrown), shell),
      );
    }
    return { result, reviewed };
  } finally {
    passwords.wipe();
    outside.close();
    await writer?.close();
    await key.close();
  }
}

function openIfThere(path: string): Promise<FileSource> | null {
  return existsSync(path) ? openFileSource(path) : null;
}
