// The baseline levels a signature can be given (ETSI EN 319 142-1 6.1), each with what the one before has.

export const BASELINE_LEVELS = ['B-B', 'B-T', 'B-LT', 'B-LTA'] as const;
export type BaselineLevel = (typeof BASELINE_LEVELS)[number];

export function reaches(level: BaselineLevel, wanted: BaselineLevel): boolean {
  return BASELINE_LEVELS.indexOf(level) >= BASELINE_LEVELS.indexOf(wanted);
}
