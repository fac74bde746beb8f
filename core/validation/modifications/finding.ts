// What a later revision changed, and how far that goes (ISO 32000-2 12.8.2.2).
import {
  type ChangeCode,
  DOUBTFUL_CHANGES,
  type DoubtfulChange,
  FORBIDDEN_CHANGES,
  type ForbiddenChange,
} from '../../domain/change-code.ts';
import type { Modification } from '../../domain/indication.ts';
import type { StructureFault } from '../../pdf/structure-fault.ts';

export type ChangeLevel = Exclude<Modification, 'NOT_JUDGED'>;

export interface Finding {
  readonly code: ChangeCode;
  readonly level: ChangeLevel;
  readonly params: Readonly<Record<string, string | number>>;
  /** Name of a field that was there before: locks may forbid it to change. */
  readonly field?: string;
  /** A signature field was added that is to be seen. */
  readonly seen?: true;
}

/** What one revision did. */
export interface RevisionChange {
  readonly level: ChangeLevel;
  readonly findings: readonly Finding[];
  readonly faults: readonly StructureFault[];
}

const ORDER: readonly ChangeLevel[] = [
  'NONE',
  'LTA_UPDATES',
  'FORM_FILLING',
  'ANNOTATIONS',
  'OTHER',
];

export function atMost(level: ChangeLevel, limit: ChangeLevel): boolean {
  return ORDER.indexOf(level) <= ORDER.indexOf(limit);
}

export function worst(levels: readonly ChangeLevel[]): ChangeLevel {
  return levels.reduce((a, b) => (atMost(a, b) ? b : a), 'NONE');
}

export function isDoubtful(code: ChangeCode): code is DoubtfulChange {
  return DOUBTFUL_CHANGES.some((one) => one === code);
}

export function isForbidden(code: ChangeCode): code is ForbiddenChange {
  return FORBIDDEN_CHANGES.some((one) => one === code);
}
