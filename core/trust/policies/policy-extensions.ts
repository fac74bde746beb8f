// What a certificate says of policies (RFC 5280 4.2.1.4, 4.2.1.5, 4.2.1.11, 4.2.1.14); qualifiers are not read.
import {
  type BerElement,
  cursorOver,
  membersOf,
  primitiveContextTag,
  readWholeBer,
  TAG,
} from '../../cms/ber.ts';
import { oidOf, smallIntegerOf } from '../../cms/ber-values.ts';
import type { Certificate } from '../../cms/certificate.ts';
import { CmsError } from '../../cms/cms-error.ts';
import { OID } from '../../cms/oids.ts';

export const ANY_POLICY = '2.5.29.32.0';

export interface PolicyExtensions {
  /** Null where the certificate names none. */
  readonly policies: ReadonlySet<string> | null;
  /** subjectDomainPolicies by issuerDomainPolicy; empty without the extension. */
  readonly mappings: ReadonlyMap<string, ReadonlySet<string>>;
  /** Certificates that a demand may still be put off for; null where nothing is demanded. */
  readonly requireExplicitPolicy: number | null;
  readonly inhibitPolicyMapping: number | null;
  readonly inhibitAnyPolicy: number | null;
  /** The extension that cannot be read, by name: what a CA wanted to say is then not known. */
  readonly unreadable: string | null;
}

const NONE: PolicyExtensions = {
  policies: null,
  mappings: new Map(),
  requireExplicitPolicy: null,
  inhibitPolicyMapping: null,
  inhibitAnyPolicy: null,
  unreadable: null,
};

type Reader = (value: BerElement) => Partial<PolicyExtensions>;

const READERS = {
  certificatePolicies: (value) => ({ policies: new Set(filled(value).map(readPolicy)) }),
  policyMappings: (value) => ({ mappings: readMappings(value) }),
  policyConstraints: readConstraints,
  inhibitAnyPolicy: (value) => ({ inhibitAnyPolicy: smallIntegerOf(value) }),
} as const satisfies Readonly<Record<string, Reader>>;

const NAMES = [
  'certificatePolicies',
  'policyMappings',
  'policyConstraints',
  'inhibitAnyPolicy',
] as const;

const read = new WeakMap<Certificate, PolicyExtensions>();

/** Read once: many paths may lead over one certificate. */
export function policyExtensionsOf(certificate: Certificate): PolicyExtensions {
  const known = read.get(certificate);
  if (known !== undefined) return known;
  let extensions = NONE;
  for (const name of NAMES) extensions = { ...extensions, ...readOne(certificate, name) };
  read.set(certificate, extensions);
  return extensions;
}

function readOne(
  { extensions }: Certificate,
  name: (typeof NAMES)[number],
): Partial<PolicyExtensions> {
  const extension = extensions.all.get(OID[name]);
  if (extension === undefined) return {};
  try {
    return READERS[name](readWholeBer(extension.value));
  } catch (error) {
    if (error instanceof CmsError) return { unreadable: name };
    throw error;
  }
}

/** SEQUENCE SIZE (1..MAX). */
function filled(value: BerElement): BerElement[] {
  const members = membersOf(value, TAG.SEQUENCE);
  if (members.length === 0) throw new CmsError('CERT_MALFORMED');
  return members;
}

function readPolicy(information: BerElement): string {
  return oidOf(cursorOver(information, TAG.SEQUENCE).next());
}

function readMappings(value: BerElement): Map<string, Set<string>> {
  const mappings = new Map<string, Set<string>>();
  for (const mapping of filled(value)) {
    const cursor = cursorOver(mapping, TAG.SEQUENCE);
    const issuerPolicy = oidOf(cursor.next());
    const subjectPolicy = oidOf(cursor.next());
    cursor.end();
    const mapped = mappings.get(issuerPolicy);
    if (mapped === undefined) mappings.set(issuerPolicy, new Set([subjectPolicy]));
    else mapped.add(subjectPolicy);
  }
  return mappings;
}

function readConstraints(value: BerElement): Partial<PolicyExtensions> {
  const cursor = cursorOver(value, TAG.SEQUENCE);
  // 4.2.1.11 forbids an empty sequence: it would be a demand that demands nothing.
  if (cursor.atEnd) throw new CmsError('CERT_MALFORMED');
  const skipCerts = (n: number): number | null => {
    const element = cursor.optional(primitiveContextTag(n));
    return element === null ? null : smallIntegerOf({ ...element, tag: TAG.INTEGER });
  };
  const requireExplicitPolicy = skipCerts(0);
  const inhibitPolicyMapping = skipCerts(1);
  cursor.end();
  return { requireExplicitPolicy, inhibitPolicyMapping };
}
