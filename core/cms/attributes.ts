// Attributes of a SignerInfo (RFC 5652 5.3, 11), signed or not.
import { type BerElement, cursorOver, membersOf, TAG } from './ber.ts';
import { oidOf } from './ber-values.ts';
import { CmsError } from './cms-error.ts';
import { OID } from './oids.ts';

/** Values by attribute type. */
export type Attributes = ReadonlyMap<string, readonly BerElement[]>;

/** Values of all attributes together: more than any real signer has. */
const MAX_VALUES = 4096;

/** A signer may have its content stamped by several authorities (ETSI EN 319 122-1 6.3). */
const REPEATABLE: ReadonlySet<string> = new Set([OID.contentTimestamp]);
/** Those that anything here is read from. A writer's own may come as often as it likes: RFC 5652 forbids it of each by name. */
const KNOWN: ReadonlySet<string> = new Set(Object.values(OID));

/**
 * Reads the members of a SET OF Attribute under whatever identifier it stands.
 * A known type that comes twice is refused where `unique` (RFC 5652 11), unless it may; else its values are joined.
 * Throws CMS_MALFORMED.
 */
export function readAttributes(set: BerElement, { unique }: { unique: boolean }): Attributes {
  const attributes = new Map<string, BerElement[]>();
  let count = 0;
  for (const member of membersOf(set, set.tag)) {
    const cursor = cursorOver(member, TAG.SEQUENCE);
    const type = oidOf(cursor.next(TAG.OID));
    const values = membersOf(cursor.next(), TAG.SET);
    const before = attributes.get(type);
    if (before !== undefined && unique && KNOWN.has(type) && !REPEATABLE.has(type)) {
      throw new CmsError('CMS_MALFORMED');
    }
    count += values.length;
    if (count > MAX_VALUES) throw new CmsError('CMS_MALFORMED');
    if (before === undefined) attributes.set(type, values);
    else before.push(...values);
  }
  return attributes;
}

/** The value of an attribute that has exactly one; null where the attribute is absent. Throws CMS_MALFORMED. */
export function singleValue(attributes: Attributes, type: string): BerElement | null {
  const values = attributes.get(type);
  if (values === undefined) return null;
  const [value, second] = values;
  if (value === undefined || second !== undefined) throw new CmsError('CMS_MALFORMED');
  return value;
}
