// What is said of a document before anybody signs it: facts that can surprise the signer later.

export const PREFLIGHT_CODES = [
  'ENCRYPTED',
  'SIGNED',
  'CERTIFIED',
  'FIELDS_WAITING',
  'XFA',
  'JAVASCRIPT',
  'LAUNCHES_PROGRAMS',
  'EMBEDDED_FILES',
  'EXTERNAL_CONTENT',
  'FONTS_NOT_EMBEDDED',
  'LAYERS',
  'ALTERNATE_IMAGES',
  'APPEARANCES_MADE_BY_VIEWER',
  'PAGES_ROTATED',
  'PAGES_CROPPED',
  'KEY_REPEATED',
  'DAMAGED',
  'NOT_FULLY_INSPECTED',
] as const;
export type PreflightCode = (typeof PREFLIGHT_CODES)[number];

export const PREFLIGHT_SEVERITIES = ['info', 'warning', 'refusal'] as const;
export type PreflightSeverity = (typeof PREFLIGHT_SEVERITIES)[number];

export type PreflightPolicy = Readonly<Record<PreflightCode, PreflightSeverity>>;

export interface PreflightFinding {
  readonly code: PreflightCode;
  /** Filled into the sentence: numbers, font and field names. */
  readonly params: Readonly<Record<string, string | number>>;
}

export interface JudgedFinding extends PreflightFinding {
  readonly severity: PreflightSeverity;
}

export interface PreflightReport {
  /** e.g. "1.7"; the catalog's where it is newer than the header's. */
  readonly version: string;
  /** Null where the page tree cannot be read. */
  readonly pages: number | null;
  readonly signatures: number;
  readonly findings: readonly JudgedFinding[];
}

/** Whether the policy lets the document be signed. */
export function mayBeSigned({ findings }: PreflightReport): boolean {
  return findings.every(({ severity }) => severity !== 'refusal');
}
