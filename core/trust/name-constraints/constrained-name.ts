// Names that name constraints speak of (RFC 5280 4.2.1.6, 4.2.1.10): as a certificate bears them, and as the
// base of a constraint.
import {
  type BerElement,
  contextTag,
  cursorOver,
  membersOf,
  primitiveContextTag,
  readWholeBer,
  TAG,
} from '../../cms/ber.ts';
import { oidOf, textOf } from '../../cms/ber-values.ts';
import type { Certificate } from '../../cms/certificate.ts';
import { CmsError } from '../../cms/cms-error.ts';
import { readName } from '../../cms/name.ts';
import { OID } from '../../cms/oids.ts';
import { fieldsOf } from '../revocation/certificate-fields.ts';

export interface ConstrainedName {
  /** Constraints on one form limit names of that form only. Of forms not computed: tag, and OID of otherName. */
  readonly form: string;
  readonly value: NameValue;
}

export type NameValue =
  | { readonly kind: 'rfc822Name' | 'dNSName' | 'uniformResourceIdentifier'; readonly text: string }
  | { readonly kind: 'directoryName'; readonly key: string }
  | { readonly kind: 'iPAddress'; readonly octets: Uint8Array }
  | { readonly kind: 'unsupported' };

/** RFC 9598: an address with letters beyond ASCII, which constraints on rfc822Name limit as well. */
const SMTP_UTF8_MAILBOX = '1.3.6.1.5.5.7.8.9';
const EMAIL_ADDRESS = '1.2.840.113549.1.9.1';
const OTHER_NAME = contextTag(0);
const DIRECTORY_NAME = contextTag(4);
const IP_ADDRESS = primitiveContextTag(7);

const TEXTS = new Map([
  [primitiveContextTag(1), 'rfc822Name'],
  [primitiveContextTag(2), 'dNSName'],
  [primitiveContextTag(6), 'uniformResourceIdentifier'],
] as const);

/** Reads a GeneralName. Throws CMS_MALFORMED. */
export function readConstrainedName(element: BerElement): ConstrainedName {
  const { tag, content } = element;
  const kind = TEXTS.get(tag);
  if (kind !== undefined) return textName(kind, Buffer.from(content).toString('latin1'));
  if (tag === DIRECTORY_NAME) {
    return directoryName(readName(cursorOver(element, DIRECTORY_NAME).next()).key);
  }
  if (tag === IP_ADDRESS) {
    return { form: 'iPAddress', value: { kind: 'iPAddress', octets: content } };
  }
  if (tag === OTHER_NAME) return readOtherName(element);
  return { form: tag.toString(16), value: { kind: 'unsupported' } };
}

function readOtherName(element: BerElement): ConstrainedName {
  const cursor = cursorOver(element, OTHER_NAME);
  const type = oidOf(cursor.next());
  if (type !== SMTP_UTF8_MAILBOX) return { form: type, value: { kind: 'unsupported' } };
  const text = textOf(cursorOver(cursor.next(), contextTag(0)).next());
  if (text === null) throw new CmsError('CMS_MALFORMED');
  return textName('rfc822Name', text);
}

const borne = new WeakMap<Certificate, readonly ConstrainedName[] | null>();

/** Every name of the subject that a constraint can limit; null where they cannot be read. */
export function namesOf(certificate: Certificate): readonly ConstrainedName[] | null {
  let names = borne.get(certificate);
  if (names === undefined) {
    names = readNames(certificate);
    borne.set(certificate, names);
  }
  return names;
}

function readNames(certificate: Certificate): readonly ConstrainedName[] | null {
  const { subjectKey, extensions } = certificate;
  const alternative = extensions.all.get(OID.subjectAltName);
  try {
    return [
      // 6.1.3 (b): an empty subject is no name.
      ...(subjectKey === '' ? [] : [directoryName(subjectKey)]),
      ...emailsIn(fieldsOf(certificate).subject),
      ...(alternative === undefined
        ? []
        : membersOf(readWholeBer(alternative.value), TAG.SEQUENCE).map(readConstrainedName)),
    ];
  } catch (error) {
    if (error instanceof CmsError) return null;
    throw error;
  }
}

/**
 * 4.2.1.10 limits emailAddress of the subject where there is no alternative name; we limit it always, as
 * OpenSSL does, since it is the subject that people are shown.
 */
function emailsIn(subject: BerElement): ConstrainedName[] {
  return membersOf(subject, TAG.SEQUENCE).flatMap((rdn) =>
    membersOf(rdn, TAG.SET).flatMap((attribute) => {
      const cursor = cursorOver(attribute, TAG.SEQUENCE);
      if (oidOf(cursor.next()) !== EMAIL_ADDRESS) return [];
      return [textName('rfc822Name', textOf(cursor.next()) ?? '')];
    }),
  );
}

function directoryName(key: string): ConstrainedName {
  return { form: 'directoryName', value: { kind: 'directoryName', key } };
}

function textName(
  kind: 'rfc822Name' | 'dNSName' | 'uniformResourceIdentifier',
  text: string,
): ConstrainedName {
  return { form: kind, value: { kind, text } };
}
