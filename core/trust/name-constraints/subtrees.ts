// The nameConstraints extension (RFC 5280 4.2.1.10): which names a CA may issue for, form by form.
import {
  type BerElement,
  contextTag,
  cursorOver,
  membersOf,
  primitiveContextTag,
  readWholeBer,
  TAG,
} from '../../cms/ber.ts';
import { smallIntegerOf } from '../../cms/ber-values.ts';
import type { Certificate } from '../../cms/certificate.ts';
import { CmsError } from '../../cms/cms-error.ts';
import { OID } from '../../cms/oids.ts';
import { type NameValue, readConstrainedName } from './constrained-name.ts';

/** Bases by the form of names that they limit. */
export type Subtrees = ReadonlyMap<string, readonly NameValue[]>;

export interface NameConstraints {
  readonly permitted: Subtrees;
  readonly excluded: Subtrees;
}

const read = new WeakMap<Certificate, NameConstraints | 'unreadable'>();

/** Null where the certificate has none. */
export function nameConstraintsOf(certificate: Certificate): NameConstraints | 'unreadable' | null {
  const extension = certificate.extensions.all.get(OID.nameConstraints);
  if (extension === undefined) return null;
  let constraints = read.get(certificate);
  if (constraints === undefined) {
    constraints = readConstraints(extension.value);
    read.set(certificate, constraints);
  }
  return constraints;
}

function readConstraints(value: Uint8Array): NameConstraints | 'unreadable' {
  try {
    const cursor = cursorOver(readWholeBer(value), TAG.SEQUENCE);
    // 4.2.1.10 forbids an empty sequence: it would be a limit without limits.
    if (cursor.atEnd) return 'unreadable';
    const permitted = readSubtrees(cursor.optional(contextTag(0)));
    const excluded = readSubtrees(cursor.optional(contextTag(1)));
    cursor.end();
    return { permitted, excluded };
  } catch (error) {
    if (error instanceof CmsError) return 'unreadable';
    throw error;
  }
}

function readSubtrees(element: BerElement | null): Subtrees {
  const subtrees = new Map<string, NameValue[]>();
  for (const subtree of element === null ? [] : membersOf(element, element.tag)) {
    const cursor = cursorOver(subtree, TAG.SEQUENCE);
    const { form, value } = readConstrainedName(cursor.next());
    const minimum = cursor.optional(primitiveContextTag(0));
    const bounded = minimum !== null && smallIntegerOf({ ...minimum, tag: TAG.INTEGER }) !== 0;
    const ceiling = cursor.optional(primitiveContextTag(1)) !== null;
    cursor.end();
    // minimum and maximum are used with no form of name: a limit that has them is not understood.
    const base: NameValue = bounded || ceiling ? { kind: 'unsupported' } : value;
    const bases = subtrees.get(form);
    if (bases === undefined) subtrees.set(form, [base]);
    else bases.push(base);
  }
  return subtrees;
}
