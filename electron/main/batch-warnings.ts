// The warnings of a reviewed batch, which only a person passes over.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { Reviewed } from './open-batch.ts';
import { noteWarningsPassed, officeJournal } from './office-journal.ts';

/** Signing in spite of a warning is a person's word, and noted for each document before it is signed. */
export async function passWarnings(reviewed: Reviewed, seen: boolean): Promise<void> {
  const warned = reviewed.rows.filter(
    ({ sha256, problem, findings }) =>
      problem === null &&
      findings.some(({ severity }) => severity === 'warning') &&
      !reviewed.noted.has(sha256),
  );
  if (warned.length === 0) return;
  if (!seen) {
    const codes = warned.flatMap(({ findings }) => findings.map(({ code }) => code));
    throw new PenaError('PREFLIGHT_REFUSED', { findings: [...new Set(codes)].join(', ') });
  }
  const journal = officeJournal();
  for (const { sha256 } of warned) {
    await noteWarningsPassed(journal, sha256, reviewed.plan.certificate);
    reviewed.noted.add(sha256);
  }
}
