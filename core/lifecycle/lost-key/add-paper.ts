// What Pasal 16(4) asks for: the competent authority's report and the signed statement, added when they are there.
import { PenaError } from '../../domain/pena-error.ts';
import { REPORT_LIMITS } from '../../domain/report-limits.ts';
import type { CasePlaces } from './close.ts';
import { paperType, withoutMetadata } from '../papers/strip-metadata.ts';
import type { KeptPaper, LostKeyCase } from './case.ts';
import { judged } from './open-case.ts';
import { readCase } from './read-case.ts';
import { inTurn } from '../in-turn.ts';

/** What is signed on paper a program cannot see: the person says it. */
export type PaperTold =
  | {
      readonly kind: 'authority-report';
      readonly agency: string;
      readonly number: string;
      /** ISO 8601, a day. */
      readonly date: string;
    }
  | {
      readonly kind: 'statement';
      readonly signedByOwner: boolean;
      readonly acknowledged: boolean;
      /** Whose electronic signature was checked here. */
      readonly acknowledgedBy?: NonNullable<LostKeyCase['statement']>['acknowledgedBy'];
    }
  | {
      readonly kind: 'doubtful-documents';
      /** When the list was made; ISO 8601 in UTC. */
      readonly at: string;
      /** Documents in doubt. */
      readonly count: number;
    };

/**
 * @param original PDF, JPEG or PNG; pictures are kept without what camera and scanner wrote into them
 * @throws {PenaError} PAPER_*, CASE_NOT_FOUND, CASE_DATA_INVALID, FILE_*
 */
export async function addPaper(
  id: string,
  original: Uint8Array,
  told: PaperTold,
  { cases }: Pick<CasePlaces, 'cases'>,
): Promise<LostKeyCase> {
  if (original.length > REPORT_LIMITS.paperBytes) throw new PenaError('PAPER_TOO_LARGE');
  const bytes = withoutMetadata(original);
  const mediaType = paperType(bytes);
  return inTurn(cases, id, async () => {
    const lost = await readCase(cases, id);
    const sha256 = await cases.addPaper(id, bytes);
    const copy = { name: `${told.kind}.${mediaType.split('/')[1] ?? ''}`, mediaType, sha256 };
    const changed = judged({ ...lost, ...partOf(told, copy) });
    await cases.write(id, changed);
    return changed;
  });
}

function partOf(told: PaperTold, copy: KeptPaper): object {
  const { kind, ...rest } = told;
  switch (kind) {
    case 'statement':
      return { statement: { copy, ...rest } };
    case 'authority-report':
      return { authorityReport: { ...rest, scan: copy } };
    case 'doubtful-documents':
      return { doubtful: { copy, ...rest } };
  }
}
