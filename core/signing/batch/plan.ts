// A batch's plan: read from text, identified by its digest, and what it says of each file.
import { createHash } from 'node:crypto';
import {
  type BatchFile,
  batchPlan,
  type BatchPlan,
  type FooterRule,
  type StampRule,
} from '../../domain/batch.ts';
import { PenaError } from '../../domain/pena-error.ts';

/** 100,000 files with long names. */
const MAX_TEXT = 64 << 20;

/** @throws {PenaError} BATCH_PLAN_INVALID, `detail` says where */
export function readPlan(text: string): BatchPlan {
  if (text.length > MAX_TEXT) throw new PenaError('BATCH_PLAN_INVALID');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PenaError('BATCH_PLAN_INVALID', { detail: 'JSON' });
  }
  return checkPlan(value);
}

/** @throws {PenaError} BATCH_PLAN_INVALID */
export function checkPlan(value: unknown): BatchPlan {
  const parsed = batchPlan.safeParse(value);
  if (parsed.success) return parsed.data;
  // The place, not the value: a plan may hold names.
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new PenaError('BATCH_PLAN_INVALID', { detail: place === '' ? 'plan' : place });
}

/** The same for the same plan, however it was written: members in the order of the schema. */
export function planDigest(plan: BatchPlan): string {
  return createHash('sha256')
    .update(JSON.stringify(batchPlan.parse(plan)))
    .digest('hex');
}

export interface FileRule {
  readonly reason: string;
  readonly location: string;
  readonly stamp: StampRule | null;
  readonly footer: FooterRule | null;
  readonly certification: BatchPlan['certification'];
  readonly field: string | null;
}

/** What the plan says of a file: its own words, else those for all. */
export function ruleFor(plan: BatchPlan, file: BatchFile): FileRule {
  const { reason = plan.reason, location = plan.location, stamp = plan.stamp, field } = file;
  const { footer = plan.footer ?? null } = file;
  return { reason, location, stamp, footer, certification: plan.certification, field };
}
