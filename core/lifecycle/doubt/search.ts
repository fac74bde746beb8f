// The search over many documents: each examined by whoever can open it, judged here, and put together with what the
// journal knows. Memory stays that of what was found.
import type { SkipReason } from '../../domain/doubt.ts';
import { toPenaError } from '../../domain/pena-error.ts';
import type { LostKeyCase } from '../lost-key/case.ts';
import type { DoubtList, FoundSignature } from './doubt-list.ts';
import type { Examined } from './examine.ts';
import { doubtfulSince, judgeDocument, missingFrom, type SignedRecord } from './judge.ts';

/** One step of a walk over folders. */
export type WalkStep =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'skipped'; readonly path: string; readonly why: SkipReason };

export interface SearchOptions {
  readonly steps: AsyncIterable<WalkStep>;
  /** @throws {PenaError} PDF_*, FILE_*, CMS_MALFORMED: named in the list; CANCELLED: ends the search */
  readonly examine: (path: string) => Promise<Examined | null>;
  readonly records: readonly SignedRecord[];
  readonly journal: DoubtList['journal'];
  readonly now: Date;
  readonly onFile?: (files: number, inDoubt: number) => void;
}

/** Of each kind in a list: beyond these the search ends, and says so. */
const MOST = 10_000;

/** @throws {PenaError} CANCELLED */
export async function searchDoubtful(
  lost: LostKeyCase,
  { steps, examine, records, journal, now, onFile }: SearchOptions,
): Promise<DoubtList> {
  const since = doubtfulSince(lost);
  const signatures: FoundSignature[] = [];
  const unreadable: DoubtList['unreadable'][number][] = [];
  const skipped: DoubtList['skipped'][number][] = [];
  const met: Examined[] = [];
  let files = 0;
  let inDoubt = 0;
  for await (const step of steps) {
    if (step.kind === 'skipped') {
      skipped.push({ path: step.path, why: step.why });
    } else {
      files += 1;
      try {
        const examined = await examine(step.path);
        if (examined !== null) {
          met.push(examined);
          const judged = judgeDocument(step.path, examined, since, records);
          signatures.push(...judged);
          inDoubt += judged.filter((one) => one.inDoubt).length;
        }
      } catch (thrown) {
        const { code } = toPenaError(thrown);
        if (code === 'CANCELLED') throw thrown;
        unreadable.push({ path: step.path, code });
      }
      onFile?.(files, inDoubt);
    }
    if (Math.max(signatures.length, unreadable.length, skipped.length) >= MOST) {
      skipped.push({ path: step.path, why: 'limit' });
      break;
    }
  }
  const { subject, serial } = lost.certificate;
  return {
    ...{ caseId: lost.id, certificate: subject ?? serial, serial, since, at: now.toISOString() },
    ...{ journal, signatures, unreadable, skipped, files },
    journalOnly: missingFrom(met, since, records).slice(0, MOST),
  };
}
