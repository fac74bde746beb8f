// What the process ends with: an interface for scripts, in the spirit of sysexits.h.
import type { ErrorCode } from '../core/domain/error-code.ts';
import type { Verdict } from '../core/domain/indication.ts';

export const EXIT = {
  ok: 0,
  failed: 1,
  indeterminate: 2,
  noSignature: 3,
  usage: 64,
  unreadable: 65,
  unavailable: 69,
  bug: 70,
  /** 128 + SIGINT, as shells say it. */
  cancelled: 130,
} as const;

type FamilyOf<Code extends string> = Code extends `${infer Family}_${string}` ? Family : Code;

/**
 * By the code's first word. 64: the command has to be written otherwise; 65: an input cannot be read, or
 * not signed as it is; 69: a token, key, service, folder or disk is not there for us; 70: our own mistake.
 */
const FAMILIES: Readonly<Record<FamilyOf<ErrorCode>, number>> = {
  PDF: EXIT.unreadable,
  STAMP: EXIT.usage,
  CMS: EXIT.unreadable,
  CERT: EXIT.unavailable,
  CERTIFICATE: EXIT.unavailable,
  TOKEN: EXIT.unavailable,
  P12: EXIT.unreadable,
  FILE: EXIT.unavailable,
  IPC: EXIT.bug,
  HANDLE: EXIT.bug,
  PIN: EXIT.usage,
  TRUST: EXIT.unreadable,
  NET: EXIT.unavailable,
  TSA: EXIT.unavailable,
  OCSP: EXIT.unavailable,
  CRL: EXIT.unavailable,
  REVOCATION: EXIT.unavailable,
  SIGNATURE: EXIT.unreadable,
  BATCH: EXIT.usage,
  SEAL: EXIT.unreadable,
  WORKFLOW: EXIT.usage,
  JOURNAL: EXIT.unavailable,
  KEYCHAIN: EXIT.unavailable,
  PREFLIGHT: EXIT.unreadable,
  TAG: EXIT.usage,
  CMP: EXIT.unavailable,
  CHANNEL: EXIT.unavailable,
  MAIL: EXIT.unavailable,
  PACKAGE: EXIT.unreadable,
  CASE: EXIT.usage,
  PAPER: EXIT.unreadable,
  LETTER: EXIT.usage,
  REQUEST: EXIT.usage,
  OUTBOX: EXIT.unavailable,
  RA: EXIT.usage,
  PRACTICE: EXIT.unavailable,
  SETTINGS: EXIT.usage,
  POLICY: EXIT.usage,
  CANCELLED: EXIT.cancelled,
  USAGE: EXIT.usage,
  INTERNAL: EXIT.bug,
};

/** What differs from its family. */
const EXCEPTIONS: Partial<Record<ErrorCode, number>> = {
  // Asked for in the command, and not to be had in this document.
  PDF_PAGE_NOT_FOUND: EXIT.usage,
  PDF_FIELD_NOT_FOUND: EXIT.usage,
  PDF_FIELD_TAKEN: EXIT.usage,
  PDF_FIELD_NOT_SIGNATURE: EXIT.usage,
  PDF_RECT_INVALID: EXIT.usage,
  PDF_RECT_OUTSIDE_PAGE: EXIT.usage,
  SIGNATURE_NOT_FOUND: EXIT.usage,
  // Of the key, not of the document.
  PDF_SIGNATURE_TOO_LARGE: EXIT.unavailable,
  CMS_ALGORITHM_UNSUPPORTED: EXIT.unavailable,
  P12_PASSPHRASE_INCORRECT: EXIT.unavailable,
  // To be chosen among several in the command.
  CERT_AMBIGUOUS: EXIT.usage,
  TOKEN_AMBIGUOUS: EXIT.usage,
  TOKEN_KEY_HAS_CERTIFICATE: EXIT.usage,
  CASE_UNREADABLE: EXIT.unavailable,
  // Inputs.
  PRACTICE_SIGNED_ALREADY: EXIT.unreadable,
  FILE_NOT_FOUND: EXIT.unreadable,
  FILE_NOT_READABLE: EXIT.unreadable,
  FILE_CHANGED: EXIT.unreadable,
  FILE_OUTPUT_EXISTS: EXIT.usage,
  FILE_OUTPUT_IS_INPUT: EXIT.usage,
};

export function exitCodeOf(code: ErrorCode): number {
  const exception = EXCEPTIONS[code];
  if (exception !== undefined) return exception;
  // Typed: each family that a code can have is in the table.
  const family = Object.entries(FAMILIES).find(
    ([name]) => code === name || code.startsWith(`${name}_`),
  );
  return family?.[1] ?? EXIT.bug;
}

const VERDICT_CODES: Readonly<Record<Verdict, number>> = {
  TOTAL_PASSED: EXIT.ok,
  TOTAL_FAILED: EXIT.failed,
  INDETERMINATE: EXIT.indeterminate,
  NO_SIGNATURE: EXIT.noSignature,
};

/** Gravest first, where several files end differently. */
const GRAVITY: readonly number[] = [
  ...[EXIT.cancelled, EXIT.bug, EXIT.unavailable, EXIT.unreadable, EXIT.usage],
  ...[EXIT.failed, EXIT.indeterminate, EXIT.noSignature, EXIT.ok],
];

/** Of a whole run of `pena sign`: 0 only when everything was signed. */
export function exitOfErrors(errors: readonly (ErrorCode | null)[]): number {
  return exitOfCodes(errors.map((code) => (code === null ? EXIT.ok : exitCodeOf(code))));
}

/** Of one file of `pena verify`. */
export function exitOfReport({
  verdict,
  error,
}: {
  readonly verdict: Verdict;
  readonly error: { readonly code: ErrorCode } | null;
}): number {
  return error === null ? VERDICT_CODES[verdict] : exitCodeOf(error.code);
}

/** Of all of them together: a file that could not be judged outweighs every verdict. */
export function exitOfCodes(codes: readonly number[]): number {
  return GRAVITY.find((code) => codes.includes(code)) ?? EXIT.ok;
}
