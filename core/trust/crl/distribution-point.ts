// Where a certificate says its CRL is (RFC 5280 4.2.1.13), and which part a CRL says it is (5.2.5).
import {
  type BerCursor,
  type BerElement,
  contextTag,
  cursorOver,
  membersOf,
  primitiveContextTag,
  readWholeBer,
  TAG,
} from '../../cms/ber.ts';
import { booleanOf, flagsOf, hex } from '../../cms/ber-values.ts';
import { der } from '../../cms/der-writer.ts';
import { readName } from '../../cms/name.ts';

/** Bits 1 to 8 of ReasonFlags; bit 0 is not used. */
export const ALL_REASONS = 0x1fe;
const URI = primitiveContextTag(6);
const DIRECTORY_NAME = contextTag(4);

/** A GeneralName to compare with others; `url` where it is an address. */
export interface GeneralName {
  readonly key: string;
  readonly url: string | null;
}

export interface DistributionPoint {
  /** Null where left out. */
  readonly names: readonly GeneralName[] | null;
  /** ReasonFlags as a bit mask; ALL_REASONS where left out. */
  readonly reasons: number;
  /** Null where the certificate's issuer issues the CRL itself. */
  readonly crlIssuers: readonly GeneralName[] | null;
}

export interface CrlScope {
  readonly names: readonly GeneralName[] | null;
  readonly onlyUserCertificates: boolean;
  readonly onlyAuthorities: boolean;
  readonly onlyAttributeCertificates: boolean;
  readonly reasons: number;
  readonly indirect: boolean;
}

/** Name key of a directory name, as certificates carry it. */
export function directoryName(nameKey: string): GeneralName {
  return { key: `dir:${nameKey}`, url: null };
}

/**
 * cRLDistributionPoints or freshestCRL; relative names stand below `issuer`, the
 * certificate's, unless another is named. Throws CMS_MALFORMED.
 */
export function readDistributionPoints(value: Uint8Array, issuer: BerElement): DistributionPoint[] {
  return membersOf(readWholeBer(value), TAG.SEQUENCE).map((point) => {
    const cursor = cursorOver(point, TAG.SEQUENCE);
    const name = cursor.optional(contextTag(0));
    const reasons = readReasons(cursor, 1);
    const issuers = cursor.optional(contextTag(2));
    cursor.end();
    const crlIssuers = issuers === null ? null : readGeneralNames(issuers);
    // A relative name is one below the CRL's issuer, whoever that is.
    const above = (issuers === null ? null : directoryNameIn(issuers)) ?? issuer;
    return { names: name === null ? null : readPointName(name, above), reasons, crlIssuers };
  });
}

/** issuingDistributionPoint of a CRL of `issuer`. Throws CMS_MALFORMED. */
export function readScope(value: Uint8Array, issuer: BerElement): CrlScope {
  const cursor = cursorOver(readWholeBer(value), TAG.SEQUENCE);
  const name = cursor.optional(contextTag(0));
  const flag = (n: number): boolean => {
    const element = cursor.optional(primitiveContextTag(n));
    return element !== null && booleanOf({ ...element, tag: TAG.BOOLEAN });
  };
  const onlyUserCertificates = flag(1);
  const onlyAuthorities = flag(2);
  const reasons = readReasons(cursor, 3);
  const indirect = flag(4);
  const onlyAttributeCertificates = flag(5);
  cursor.end();
  return {
    names: name === null ? null : readPointName(name, issuer),
    onlyUserCertificates,
    onlyAuthorities,
    onlyAttributeCertificates,
    reasons,
    indirect,
  };
}

function readReasons(cursor: BerCursor, n: number): number {
  const element = cursor.optional(primitiveContextTag(n));
  if (element === null) return ALL_REASONS;
  let mask = 0;
  for (const bit of flagsOf({ ...element, tag: TAG.BIT_STRING })) mask |= 1 << bit;
  return mask & ALL_REASONS;
}

/** DistributionPointName, a CHOICE and therefore tagged explicitly. */
function readPointName(tagged: BerElement, issuer: BerElement): GeneralName[] {
  const choice = cursorOver(tagged, contextTag(0)).next();
  if (choice.tag === contextTag(0)) return readGeneralNames(choice);
  cursorOver(choice, contextTag(1));
  const name = der(TAG.SEQUENCE, issuer.content, der(TAG.SET, choice.content));
  return [directoryName(readName(readWholeBer(name)).key)];
}

/** GeneralNames under whatever identifier they stand. Throws CMS_MALFORMED. */
export function readGeneralNames(element: BerElement): GeneralName[] {
  return membersOf(element, element.tag).map(readGeneralName);
}

function directoryNameIn(names: BerElement): BerElement | null {
  const found = membersOf(names, names.tag).find(({ tag }) => tag === DIRECTORY_NAME);
  return found === undefined ? null : cursorOver(found, DIRECTORY_NAME).next();
}

export function readGeneralName(element: BerElement): GeneralName {
  if (element.tag === DIRECTORY_NAME) {
    return directoryName(readName(cursorOver(element, DIRECTORY_NAME).next()).key);
  }
  const url = element.tag === URI ? Buffer.from(element.content).toString('latin1') : null;
  return { key: hex(element.bytes), url };
}
