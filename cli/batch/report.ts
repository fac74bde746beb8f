// What is said of a batch: each file as it is done, and the whole.
import type { BatchItem, BatchResult } from '../../core/domain/batch.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { countItems } from '../../core/signing/batch/summary.ts';
import { complain, explain } from '../explain.ts';
import type { Shell } from '../shell.ts';
import { findingJson, warnOf } from '../sign/look-over.ts';
import { officeTexts } from '../texts/office.ts';
import type { ReviewedJob } from './review-plan.ts';

export function printItem(item: BatchItem, shell: Shell): void {
  const { out, language } = shell;
  const { statuses } = officeTexts(language).batch;
  if (item.error !== null) {
    complain(new PenaError(item.error.code, item.error.params), shell, item.file);
  } else if (item.status !== 'left') {
    out.line(`${item.file}: ${statuses[item.status]}`, { tone: 'ok' });
  }
}

export function printResult({ items, stopped }: BatchResult, shell: Shell): void {
  const { out, err, language } = shell;
  const texts = officeTexts(language).batch;
  const { signed, alreadySigned, failed, left } = countItems(items);
  out.line(texts.summary(signed, alreadySigned, failed, left), { tone: 'strong' });
  if (stopped !== null && left > 0) err.line(texts.goOn);
}

export function printReview(reviewed: readonly ReviewedJob[], shell: Shell): void {
  const { out, language } = shell;
  const texts = officeTexts(language).batch;
  printFindings(reviewed, shell);
  for (const { job, reviewed: found } of reviewed) {
    if (job.refusal !== null) complain(job.refusal, shell, job.file);
    else if (found !== null) {
      out.line(`${job.file}: ${texts.pages(found.pages ?? 0, found.signatures ?? 0)}`);
    }
  }
  const ready = reviewed.filter(({ job }) => job.refusal === null).length;
  out.line(texts.ready(ready, reviewed.length), { tone: 'strong' });
}

/** What whoever signs should know of each document that will be signed. */
export function printFindings(reviewed: readonly ReviewedJob[], shell: Shell): void {
  for (const { job, reviewed: found } of reviewed) {
    if (found !== null) warnOf(job.file, found.findings, shell);
  }
}

/** @param reviewed in the order of the items */
export function resultJson(
  { items, stopped }: BatchResult,
  reviewed: readonly ReviewedJob[],
  shell: Shell,
): unknown {
  const told = items.map((item, index) => ({
    ...item,
    findings: findings(reviewed[index], shell),
  }));
  return { counts: countItems(items), stopped, items: told };
}

function findings(one: ReviewedJob | undefined, shell: Shell): object[] {
  return (one?.reviewed?.findings ?? []).map((finding) => findingJson(finding, shell));
}

export function reviewJson(reviewed: readonly ReviewedJob[], shell: Shell): unknown {
  return reviewed.map((one) => {
    const {
      job: { file, output, sha256, refusal },
      reviewed: found,
    } = one;
    return {
      ...{ file, output, sha256, size: found?.size ?? null, pages: found?.pages ?? null },
      ...{ signatures: found?.signatures ?? null, encrypted: found?.encrypted ?? null },
      findings: findings(one, shell),
      error: refusal === null ? null : explain(refusal, shell),
    };
  });
}
