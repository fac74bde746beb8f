// Where a comparison of revisions ended, for one that goes on with what was appended since: what it has found
// of each revision, and what it knew of the document then. Nothing of it reads a file any more.
import type { PdfReader } from '../../pdf/reader.ts';
import type { Revision } from '../../pdf/revisions.ts';
import type { ChainLink } from '../../pdf/xref/chain.ts';
import type { XrefSection } from '../../pdf/xref/section.ts';
import type { RevisionChange } from './finding.ts';
import type { RoleGraph } from './role-graph.ts';

export interface ComparedSoFar {
  /** Position of the earliest signed revision. */
  readonly first: number;
  /** Of each revision, its end and its sections. */
  readonly places: readonly string[];
  readonly revisions: readonly (RevisionChange | null)[];
  /** Not to be added to: whoever goes on takes a copy. */
  readonly graph: RoleGraph;
  /** Null where nobody had asked for them. */
  readonly names: ReadonlySet<string> | null;
}

/**
 * Whether the first revisions of a file are exactly those that were compared, read by the same sections from the
 * same places. That the bytes are the same is for the caller to know; but from the same bytes a later section can
 * lead to other earlier ones, and then they make another history.
 */
export function goesOn(
  known: ComparedSoFar,
  whole: PdfReader,
  history: readonly Revision[],
  first: number,
): boolean {
  const { places } = known;
  const here = placesOf(whole, history.slice(0, places.length));
  return (
    !whole.encrypted &&
    known.first === first &&
    here.length === places.length &&
    here.every((place, at) => place === places[at])
  );
}

/** @param history of the file, or its first revisions */
export function placesOf({ links }: PdfReader, history: readonly Revision[]): string[] {
  return history.map(({ newest, oldest, end }) => {
    let place = String(end);
    for (let at = newest; at <= oldest; at += 1) {
      const link = links[at];
      if (link !== undefined) place += ` ${placeOf(link)}`;
    }
    return place;
  });
}

function placeOf({ section, hybrid }: ChainLink): string {
  return hybrid === null ? spanOf(section) : `${spanOf(section)}+${spanOf(hybrid)}`;
}

function spanOf(section: XrefSection): string {
  const { kind, offset, end } = section;
  const span = SPANS.get(section) ?? `${kind} ${String(offset)}-${String(end)}`;
  SPANS.set(section, span);
  return span;
}

const SPANS = new WeakMap<XrefSection, string>();
