// Which papers a report still owes (Pasal 12(3), 16(4)): the report comes first, its papers may follow.
import type { PaperKind, RevocationRequest } from '../../domain/revocation-request.ts';

/** Pasal 16(4) asks for both where a key was lost, damaged or cannot be reached; the others need no police. */
function needed({ ground }: RevocationRequest): readonly PaperKind[] {
  switch (ground) {
    case 'lost':
    case 'damaged':
    case 'inaccessible':
    case 'compromised':
      return ['police-report', 'statement'];
    case 'moved':
    case 'retired':
      return ['statement'];
  }
}

/** Over all reports of one case. */
export function missingFor(reports: readonly RevocationRequest[]): readonly PaperKind[] {
  const brought = new Set(reports.flatMap(({ papers }) => papers.map(({ kind }) => kind)));
  const owed = new Set(reports.flatMap(needed));
  return [...owed].filter((kind) => !brought.has(kind));
}
