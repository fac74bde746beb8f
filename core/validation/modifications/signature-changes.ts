// What happened to the document after each of its signatures, and whether it was allowed
// (ISO 32000-2 12.8.2.2 DocMDP, 12.8.2.4 FieldMDP; EN 319 102-1 leaves the rules to the format).
import type { StructureFault } from '../../pdf/structure-fault.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import { type Revision, revisionHistory } from '../../pdf/revisions.ts';
import type { SignatureInventory, SignatureValue } from '../../pdf/signature-value.ts';
import { NONE_REMOVED, type RemovedSignatures } from '../removed-signatures.ts';
import type { ComparedSoFar } from './compared-so-far.ts';
import { compareRevisions } from './compare-revisions.ts';
import type { ChangeLevel, RevisionChange } from './finding.ts';
import { type LaterChange, LaterChanges } from './later-changes.ts';
import {
  mdpOf,
  type Permissions,
  permissionsOf,
  type Violation,
  violations,
} from './permissions.ts';

export interface SignatureChanges {
  /** The revision that the signature covers, counted from 1. */
  readonly revision: number;
  readonly level: ChangeLevel;
  readonly changes: readonly LaterChange[];
  readonly faults: readonly StructureFault[];
  /** What breaks the signature's own or its document's permissions, beside forbidden changes. */
  readonly violations: readonly Violation[];
  readonly docMdp: { readonly level: 1 | 2 | 3; readonly respected: boolean } | null;
  /** Nothing of it forbidden, doubtful or beyond a permission. */
  readonly clean: boolean;
}

export interface DocumentHistory {
  /**
   * For each signature whose byte range ends where a revision ends; none where the revisions cannot be
   * compared.
   */
  readonly after: ReadonlyMap<SignatureValue, SignatureChanges>;
  /** All revisions, oldest first; `change` is null up to the first signed one. */
  readonly revisions: readonly {
    readonly end: number | null;
    readonly change: RevisionChange | null;
  }[];
  /** Signatures that more fields than one show as theirs. */
  readonly shared: ReadonlySet<SignatureValue>;
  /** What later revisions took away. */
  readonly earlier: RemovedSignatures;
  /** For the history of a file that goes on from here. */
  readonly soFar: ComparedSoFar | null;
}

export const NO_HISTORY: DocumentHistory = {
  ...{ after: new Map(), shared: new Set(), revisions: [], soFar: null },
  earlier: NONE_REMOVED,
};

/** @param known of a file with which this one begins, octet by octet */
export async function documentHistory(
  reader: PdfReader,
  { signatures }: SignatureInventory,
  known: ComparedSoFar | null = null,
  earlier: RemovedSignatures = NONE_REMOVED,
): Promise<DocumentHistory> {
  if (signatures.length === 0) return NO_HISTORY;
  const shared = sharedValues(signatures);
  try {
    return { ...(await changesAfterEach(reader, signatures, known)), shared, earlier };
  } catch (error) {
    // Too much to look at, or a revision that cannot be read: nothing is said, and nothing passes.
    if (error instanceof PdfError) return { ...NO_HISTORY, shared, earlier };
    throw error;
  }
}

function sharedValues(signatures: readonly SignatureValue[]): ReadonlySet<SignatureValue> {
  const byStart = new Map<number, SignatureValue>();
  const shared = new Set<SignatureValue>();
  for (const signature of signatures) {
    const start = signature.contentsSpan?.start;
    if (start === undefined) continue;
    const first = byStart.get(start);
    if (first === undefined) byStart.set(start, signature);
    else shared.add(first).add(signature);
  }
  return shared;
}

async function changesAfterEach(
  reader: PdfReader,
  signatures: readonly SignatureValue[],
  known: ComparedSoFar | null,
): Promise<Omit<DocumentHistory, 'shared' | 'earlier'>> {
  const history = await revisionHistory(reader);
  const byEnd = positionsByEnd(history);
  const covered: { readonly signature: SignatureValue; readonly at: number }[] = [];
  let first = history.length;
  for (const signature of signatures) {
    const at = coveredRevision(signature, byEnd);
    if (at === undefined) continue;
    covered.push({ signature, at });
    first = Math.min(first, at);
  }
  if (covered.length === 0) return NO_HISTORY;
  const changes = await compareRevisions(reader, history, first, known);
  const permissions = await permissionsOf(reader, signatures);
  const later = new LaterChanges(changes);
  const after = new Map<SignatureValue, SignatureChanges>();
  for (const { signature, at } of covered) {
    after.set(signature, changesAfter(signature, at, later, permissions));
  }
  const revisions = history.map(({ end }, i) => ({ end, change: changes.revisions[i] ?? null }));
  return { after, revisions, soFar: changes.soFar };
}

/** The first revision that ends there. */
function positionsByEnd(history: readonly Revision[]): ReadonlyMap<number, number> {
  const positions = new Map<number, number>();
  for (const [at, { end }] of history.entries()) {
    if (end !== null && !positions.has(end)) positions.set(end, at);
  }
  return positions;
}

/** Position of the revision that a byte range covers; the last end of line may be left out of it. */
function coveredRevision(
  { byteRange }: SignatureValue,
  byEnd: ReadonlyMap<number, number>,
): number | undefined {
  const [, , second = -1, rest = -1] = byteRange;
  const end = second + rest;
  let found: number | undefined;
  for (const left of [0, 1, 2]) {
    const at = byEnd.get(end + left);
    if (at !== undefined && (found === undefined || at < found)) found = at;
  }
  return found;
}

function changesAfter(
  signature: SignatureValue,
  at: number,
  later: LaterChanges,
  permissions: Permissions,
): SignatureChanges {
  const { level, changes, faults, harmless } = later.after(at);
  const broken = violations(signature, permissions, changes, level);
  const clean = faults.length === 0 && broken.length === 0 && harmless;
  const mdp = mdpOf(signature, permissions);
  const docMdp = mdp === null ? null : { level: mdp, respected: isRespected(level, broken) };
  // One shape for all, written out: for hundreds of signatures there are hundreds.
  return { revision: at + 1, level, changes, faults, violations: broken, docMdp, clean };
}

/** Doubt about what is shown is no breach of a certification. */
function isRespected(level: ChangeLevel, broken: readonly Violation[]): boolean {
  return level !== 'OTHER' && broken.length === 0;
}
