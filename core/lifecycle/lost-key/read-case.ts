// A case from the store, judged by its schema: a file that was tampered with is no case.
import { PenaError } from '../../domain/pena-error.ts';
import { type LostKeyCase, lostKeyCase } from './case.ts';
import type { CaseStore } from '../../ports/case-store.ts';

/** @throws {PenaError} CASE_NOT_FOUND, CASE_UNREADABLE, FILE_* */
export async function readCase(cases: CaseStore, id: string): Promise<LostKeyCase> {
  const read = lostKeyCase.safeParse(await cases.read(id));
  if (!read.success) throw new PenaError('CASE_UNREADABLE');
  return read.data;
}
