// A whole batch inside one document host: review, and signing with the key that is main's.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readCertificate } from '../../core/cms/certificate.ts';
import type { BatchItem } from '../../core/domain/batch.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { PreflightPolicy } from '../../core/domain/preflight.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import { requestOf, type StampMaterial } from '../../core/signing/batch/document-request.ts';
import { planDigest, ruleFor } from '../../core/signing/batch/plan.ts';
import type { BatchPasswords } from '../../core/signing/batch/passwords.ts';
import type { ReviewRequest } from '../../core/signing/batch/review.ts';
import { type BatchJob, runBatch } from '../../core/signing/batch/run-batch.ts';
import { sharingStatus } from '../../core/signing/batch/shared-status.ts';
import {
  drawnPlaces,
  hasUnexplainedChanges,
  hiddenSignedText,
} from '../../core/validation/earlier-changes.ts';
import { FileWriter } from '../../native/batch/file-writer.ts';
import { reportedLostSince } from '../../native/certificates/certificate-registry.ts';
import { GroupedFolder } from '../../native/batch/grouped-folder.ts';
import { createSmallOutput, openInTurn } from '../../native/batch/small-files.ts';
import { BatchStateFile } from '../../native/batch/state-file.ts';
import { stampSources } from '../../native/batch/stamp-sources.ts';
import { preflightPolicy } from '../../native/files/preflight-policy.ts';
import { loadFonts } from '../../native/files/resources.ts';
import { JournalFile } from '../../native/journal/journal-file.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { failureOf } from '../ipc/failure.ts';
import { addWitness } from './batch-witness.ts';
import type { AnswerOf, RequestOf } from './document-protocol.ts';
import type { FromHost } from './host-messages.ts';
import type { BatchOrder } from './protocol-shapes.ts';
import type { HostLine } from './host-line.ts';
import { ownerOf } from './stamp-owner.ts';
import { proofServices } from './outside-services.ts';

type ReviewRow = AnswerOf<'batch-review'>['rows'][number];
type Say = (message: FromHost) => void;

export async function reviewBatch(
  order: BatchOrder,
  passwords: BatchPasswords,
  id: number,
  say: Say,
): Promise<AnswerOf<'batch-review'>> {
  return reviewRows(order, [...order.paths.keys()], await meansOf(order, passwords), id, say);
}

/** @throws {PenaError} PDF_PASSWORD_INCORRECT where the password, which is wiped then, does not fit */
export async function unlockInBatch(
  { password, row, problem, locked, ...order }: RequestOf<'batch-unlock'>,
  passwords: BatchPasswords,
  id: number,
  say: Say,
): Promise<AnswerOf<'batch-unlock'>> {
  const means = await meansOf(order, passwords);
  const { path, requestWith } = lookAt(order, row, means);
  const source = await openInTurn(path);
  try {
    if (!(await passwords.unlock(path, password, requestWith(source), problem))) {
      throw new PenaError('PDF_PASSWORD_INCORRECT');
    }
  } finally {
    await source.close();
  }
  return reviewRows(order, locked, means, id, say);
}

interface Means {
  readonly material: StampMaterial;
  readonly policy: PreflightPolicy;
  readonly passwords: BatchPasswords;
}

async function meansOf(order: BatchOrder, passwords: BatchPasswords): Promise<Means> {
  return { material: await materialOf(order), policy: await preflightPolicy(), passwords };
}

async function reviewRows(
  order: BatchOrder,
  indices: readonly number[],
  means: Means,
  id: number,
  say: Say,
): Promise<{ rows: ReviewRow[] }> {
  const rows: ReviewRow[] = [];
  const total = indices.length;
  for (const index of indices) {
    rows.push(await reviewOne(order, index, means));
    say({ kind: 'batch-progress', id, done: rows.length, total, failed: 0 });
  }
  return { rows };
}

/** What is asked of one file, with whatever password. */
function lookAt(
  { plan, paths, certificate, chain }: BatchOrder,
  index: number,
  { material, policy }: Means,
) {
  const file = plan.files[index];
  const path = paths[index];
  if (file === undefined || path === undefined) throw new PenaError('INTERNAL');
  const requestWith =
    (source: ByteSource) =>
    (password: Uint8Array | undefined): ReviewRequest => ({
      ...{ source, signer: { certificate, chain }, name: basename(path), policy, password },
      ...requestOf(ruleFor(plan, file), material, new Date()),
      unexplainedChanges: hasUnexplainedChanges,
      ...{ hiddenSignedText, drawnPlaces },
      reportedLostSince,
      practice: practiceMode() ? material.fonts : undefined,
    });
  return { path, requestWith };
}

async function reviewOne(order: BatchOrder, index: number, means: Means): Promise<ReviewRow> {
  const { inputs } = order;
  const { path, requestWith } = lookAt(order, index, means);
  const nothing = {
    ...{ sha256: inputs?.[index] ?? null, pages: null, signatures: null, findings: [] },
  };
  try {
    const source = await openInTurn(path);
    try {
      const { sha256, pages, signatures, findings, refusal } = await means.passwords.review(
        path,
        requestWith(source),
      );
      const changed = nothing.sha256 !== null && nothing.sha256 !== sha256;
      const problem = changed ? new PenaError('SEAL_BROKEN', { file: basename(path) }) : refusal;
      const told = problem === null ? null : failureOf(problem);
      const grave = findings.filter(({ severity }) => severity !== 'info');
      return {
        ...{ sha256: nothing.sha256 ?? sha256, pages, signatures, problem: told },
        findings: grave,
      };
    } finally {
      await source.close();
    }
  } catch (thrown) {
    return { ...nothing, problem: failureOf(thrown) };
  }
}

export async function signBatch(
  order: RequestOf<'batch-run'>,
  passwords: BatchPasswords,
  line: HostLine,
): Promise<AnswerOf<'batch-run'>> {
  const { plan, paths, out, certificate, chain } = order;
  const identity = { plan: planDigest(plan), certificate: plan.certificate };
  const state = await BatchStateFile.open(out, identity);
  const writer = FileWriter.forMany(plan.files.length);
  let finished = false;
  try {
    const material = await materialOf(order);
    const now = new Date();
    const care = new GroupedFolder();
    const clock = { now: () => new Date() };
    const proof = await proofServices(order.outside, line.onRefused);
    const services = sharingStatus(proof, clock);
    const key = line.key(certificate, chain);
    const journal = new JournalFile(order.journal, { clock });
    const decide = line.decisions();
    const jobs = jobsOf(order);
    const places = new Map(jobs.map((job, index) => [job, index]));
    const counted = { done: 0, failed: 0 };
    const result = await runBatch({
      ...{ jobs, state, plan: identity.plan, certificate: identity.certificate },
      ...{ key, journal },
      ...(order.sealed === null ? {} : { sealed: order.sealed }),
      signal: line.signal,
      open: async (job) => {
        const index = places.get(job) ?? -1;
        const [file, path] = [plan.files[index], paths[index]];
        if (file === undefined || path === undefined) throw new PenaError('INTERNAL');
        const source = await openInTurn(path);
        const password = passwords.of(path);
        return {
          ...requestOf(ruleFor(plan, file), material, now),
          reportedLostSince,
          practice: practiceMode() ? material.fonts : undefined,
          ...{ source, password, name: basename(path), level: plan.level, services, decide },
          unexplainedChanges: hasUnexplainedChanges,
          ...{ hiddenSignedText, drawnPlaces },
          openOutput: () => createSmallOutput(join(out, job.output), care, writer),
        };
      },
      openExisting: ({ output }) =>
        Promise.resolve(existsSync(join(out, output)) ? openInTurn(join(out, output)) : null),
      onItem: ({ status }) => {
        counted.done += 1;
        if (status === 'failed') counted.failed += 1;
        line.say({ kind: 'batch-progress', id: line.id, total: jobs.length, ...counted });
      },
    });
    finished = result.items.every(isSigned);
    const checkpoint =
      order.checkpoint === null
        ? null
        : await addWitness(journal, order.checkpoint, { services: proof, key }, line.signal);
    return { items: result.items.map(shown), stopped: result.stopped, checkpoint };
  } finally {
    await writer?.close();
    await state.close(finished);
  }
}

function isSigned({ status }: BatchItem): boolean {
  return status === 'signed' || status === 'already-signed';
}

function jobsOf({ plan, reviewed }: RequestOf<'batch-run'>): BatchJob[] {
  return plan.files.map(({ file, output }, index) => {
    const found = reviewed[index];
    const problem = found?.problem ?? null;
    const refusal = problem === null ? null : new PenaError(problem.code, problem.params);
    return { file, output, sha256: found?.sha256 ?? null, refusal };
  });
}

function shown(item: BatchItem): AnswerOf<'batch-run'>['items'][number] {
  const { error, ...rest } = item;
  const problem = error === null ? null : failureOf(new PenaError(error.code, error.params));
  return { ...rest, problem };
}

async function materialOf({ certificate, plan, zone, owner }: BatchOrder): Promise<StampMaterial> {
  const { commonName: name, serial } = readCertificate(certificate);
  return {
    ...{ name, serial, zone, fonts: await loadFonts() },
    owner: await ownerOf(owner),
    ...(await stampSources(plan)),
  };
}
