// A batch that is open in the window: what is known of it, and what the window is shown of that.
import { basename } from 'node:path';
import type { batchContract } from '../../core/contract/batch.ts';
import type { ResponseOf } from '../../core/contract/entry.ts';
import type { BatchPlan } from '../../core/domain/batch.ts';
import { wantsPassword } from '../../core/signing/batch/passwords.ts';
import type { TokenChoice } from '../../native/pkcs11/chosen-certificate.ts';
import type { DocumentClient } from '../hosts/document-client.ts';
import type { AnswerOf } from '../hosts/document-protocol.ts';
import type { BatchOrder } from '../hosts/protocol-shapes.ts';
import type { BatchFiles } from './batch-files.ts';

export type Result = AnswerOf<'batch-run'>;

export interface Reviewed {
  readonly plan: BatchPlan;
  readonly choice: TokenChoice;
  readonly order: BatchOrder;
  rows: AnswerOf<'batch-review'>['rows'];
  /** Documents of which it stands in the journal that a person passed over their warnings. */
  readonly noted: Set<string | null>;
}

export interface Batch {
  readonly files: BatchFiles;
  reviewed: Reviewed | null;
  /** Folder of the results, once it was chosen. */
  out: string | null;
  result: Result | null;
  /** The process that has the passwords of its encrypted files; null: none was given. */
  unlocked: DocumentClient | null;
  closed: boolean;
}

export type Review = ResponseOf<(typeof batchContract)['batch.review']>;

export function shownReview(batch: Batch, rows: Reviewed['rows']): Review {
  return {
    rows: rows.map(({ pages, signatures, problem, findings }, index) => ({
      ...{ name: nameOf(batch, index), pages, signatures, problem, findings },
    })),
    ready: rows.filter(({ problem }) => problem === null).length,
  };
}

export function shownResult(
  batch: Batch,
  { items, stopped, checkpoint }: Result,
): ResponseOf<(typeof batchContract)['batch.start']> {
  return {
    rows: items.map(({ status, level, problem }, index) => ({
      ...{ name: nameOf(batch, index), status, level, problem },
    })),
    ...{ stopped, checkpoint },
  };
}

/** Nothing is left, and no file's password is missing. */
export function isOver({ items }: Result): boolean {
  return items.every(({ status, problem }) => status !== 'left' && !wantsPassword(problem));
}

export function nameOf({ files }: Batch, index: number): string {
  return basename(files.paths[index] ?? '').slice(0, 255);
}
