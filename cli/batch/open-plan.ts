// Reads a plan, sealed or not, and finds its files: their names are relative to the plan's own folder.
import { dirname, resolve } from 'node:path';
import type { BatchPlan } from '../../core/domain/batch.ts';
import { planDigest, readPlan } from '../../core/signing/batch/plan.ts';
import { openSealed, type SealedBatch } from '../../core/signing/batch/sealed.ts';
import { openFileSource } from '../../native/files/file-source.ts';

export interface OpenPlan {
  readonly plan: BatchPlan;
  /** Digest of the plan. */
  readonly sha256: string;
  readonly sealed: SealedBatch | null;
  readonly pathOf: (file: string) => string;
}

/** @throws {PenaError} BATCH_PLAN_INVALID, SEAL_INVALID, FILE_* */
export async function openPlan(path: string): Promise<OpenPlan> {
  const text = await readText(path);
  const sealed = /\.penabatch$/i.test(path) ? openSealed(text) : null;
  const plan = sealed?.plan ?? readPlan(text);
  const folder = dirname(resolve(path));
  return { plan, sha256: planDigest(plan), sealed, pathOf: (file) => resolve(folder, file) };
}

async function readText(path: string): Promise<string> {
  const source = await openFileSource(path);
  try {
    return Buffer.from(await source.read(0, source.size)).toString('utf8');
  } finally {
    await source.close();
  }
}
