// What the author of an encrypted file allows those without the owner password (ISO 32000-2 table 22).

/** As far as it concerns signing. */
export interface AccessPermissions {
  /** To make new form fields, signature fields among them. */
  readonly createFields: boolean;
  /** To fill in fields that are there, signature fields among them. */
  readonly fillFields: boolean;
}

/** Of files that are not encrypted, and of who has the owner password (7.6.4.1). */
export const EVERYTHING: AccessPermissions = { createFields: true, fillFields: true };

// Bit 1 is the lowest.
const MODIFY = 1 << 3;
const ANNOTATE_AND_FILL = 1 << 5;
const FILL = 1 << 8;

/**
 * @param bits /P
 * @param revision of the security handler; bit 9 has a meaning from revision 3 on
 */
export function permissionsOf(bits: number, revision: number): AccessPermissions {
  const annotate = (bits & ANNOTATE_AND_FILL) !== 0;
  return {
    // Bit 6: "... and, if bit 4 is also set, create or modify interactive form fields (including
    // signature fields)".
    createFields: annotate && (bits & MODIFY) !== 0,
    // Bit 9: "Fill in existing interactive form fields (including signature fields), even if bit 6 is clear".
    fillFields: annotate || (revision >= 3 && (bits & FILL) !== 0),
  };
}
