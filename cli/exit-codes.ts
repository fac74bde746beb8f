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

/**
 * 64: the command has to be written otherwise; 65: an input cannot be read or signed as it is;
 * 69: a token, a key, a folder or a disk is not at our service; 70: our own mistake.
 */
export const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  PDF_NOT_A_PDF: EXIT.unreadable,
  PDF_TRUNCATED: EXIT.unreadable,
  PDF_XREF_BROKEN: EXIT.unreadable,
  PDF_OBJECT_BROKEN: EXIT.unreadable,
  PDF_STREAM_BROKEN: EXIT.unreadable,
  PDF_FILTER_UNSUPPORTED: EXIT.unreadable,
  PDF_LIMIT_EXCEEDED: EXIT.unreadable,
  PDF_ENCRYPTED: EXIT.unreadable,
  PDF_PAGE_TREE_BROKEN: EXIT.unreadable,
  PDF_PAGE_NOT_FOUND: EXIT.usage,
  PDF_FORM_BROKEN: EXIT.unreadable,
  PDF_FIELD_NOT_FOUND: EXIT.usage,
  PDF_FIELD_TAKEN: EXIT.usage,
  PDF_FIELD_NOT_SIGNATURE: EXIT.usage,
  PDF_RECT_INVALID: EXIT.usage,
  PDF_RECT_OUTSIDE_PAGE: EXIT.usage,
  PDF_CERTIFIED: EXIT.unreadable,
  PDF_SIGNATURE_TOO_LARGE: EXIT.unavailable,
  STAMP_TEXT_UNSUPPORTED: EXIT.usage,
  STAMP_TOO_SMALL: EXIT.usage,
  CMS_MALFORMED: EXIT.unreadable,
  CMS_ALGORITHM_UNSUPPORTED: EXIT.unavailable,
  CERT_MALFORMED: EXIT.unavailable,
  CERT_NOT_FOUND: EXIT.unavailable,
  CERT_AMBIGUOUS: EXIT.usage,
  CERT_KEY_MISSING: EXIT.unavailable,
  CERT_KEY_USAGE: EXIT.unavailable,
  CERT_KEY_WEAK: EXIT.unavailable,
  CERT_EXPIRED: EXIT.unavailable,
  CERT_NOT_YET_VALID: EXIT.unavailable,
  TOKEN_MODULE_MISSING: EXIT.unavailable,
  TOKEN_MODULE_INVALID: EXIT.unavailable,
  TOKEN_MODULE_CRASHED: EXIT.unavailable,
  TOKEN_MODULE_TIMEOUT: EXIT.unavailable,
  TOKEN_MODULE_UNSAFE: EXIT.unavailable,
  TOKEN_NONE: EXIT.unavailable,
  TOKEN_AMBIGUOUS: EXIT.usage,
  TOKEN_REMOVED: EXIT.unavailable,
  TOKEN_DEVICE_ERROR: EXIT.unavailable,
  TOKEN_GENERAL_ERROR: EXIT.unavailable,
  TOKEN_BUSY: EXIT.unavailable,
  TOKEN_NOT_LOGGED_IN: EXIT.unavailable,
  TOKEN_MECHANISM_UNSUPPORTED: EXIT.unavailable,
  TOKEN_SIGNATURE_WRONG: EXIT.unavailable,
  TOKEN_PIN_INCORRECT: EXIT.unavailable,
  TOKEN_PIN_LENGTH: EXIT.unavailable,
  TOKEN_PIN_LOCKED: EXIT.unavailable,
  TOKEN_PIN_EXPIRED: EXIT.unavailable,
  TOKEN_PIN_LAST_TRY: EXIT.unavailable,
  P12_MALFORMED: EXIT.unreadable,
  P12_PASSPHRASE_INCORRECT: EXIT.unavailable,
  FILE_NOT_FOUND: EXIT.unreadable,
  FILE_NOT_READABLE: EXIT.unreadable,
  FILE_CHANGED: EXIT.unreadable,
  FILE_FOLDER_MISSING: EXIT.unavailable,
  FILE_FOLDER_READ_ONLY: EXIT.unavailable,
  FILE_DISK_FULL: EXIT.unavailable,
  FILE_OUTPUT_EXISTS: EXIT.usage,
  FILE_OUTPUT_IS_INPUT: EXIT.usage,
  FILE_WRITE_FAILED: EXIT.unavailable,
  IPC_UNKNOWN_CHANNEL: EXIT.bug,
  IPC_SENDER_REFUSED: EXIT.bug,
  IPC_REQUEST_INVALID: EXIT.bug,
  IPC_RESPONSE_INVALID: EXIT.bug,
  HANDLE_UNKNOWN: EXIT.bug,
  PIN_ON_COMMAND_LINE: EXIT.usage,
  PIN_NOT_GIVEN: EXIT.usage,
  TRUST_FILE_INVALID: EXIT.unreadable,
  CANCELLED: EXIT.cancelled,
  USAGE: EXIT.usage,
  INTERNAL: EXIT.bug,
};

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

function gravest(codes: readonly number[]): number {
  return GRAVITY.find((code) => codes.includes(code)) ?? EXIT.ok;
}

/** Of a whole run of `pena sign`: 0 only when everything was signed. */
export function exitOfErrors(errors: readonly (ErrorCode | null)[]): number {
  return gravest(errors.map((code) => (code === null ? EXIT.ok : EXIT_CODES[code])));
}

/** Of a whole run of `pena verify`: a file that could not be judged outweighs every verdict. */
export function exitOfReports(
  reports: readonly {
    readonly verdict: Verdict;
    readonly error: { readonly code: ErrorCode } | null;
  }[],
): number {
  return gravest(
    reports.map(({ verdict, error }) =>
      error === null ? VERDICT_CODES[verdict] : EXIT_CODES[error.code],
    ),
  );
}
