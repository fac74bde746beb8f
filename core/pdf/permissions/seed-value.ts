// What the author of a form asks of the signature that will fill a field (ISO 32000-2 table 237, /SV).
import { createHash } from 'node:crypto';
import { integerOf, isArray, nameOf, type PdfDict, type PdfObject, PdfString } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { PdfReader } from '../reader.ts';
import { textOf } from '../text-string.ts';

/** What the signature will be. */
export interface SignatureIntent {
  readonly filter: string;
  readonly subFilter: string;
  /** e.g. "SHA256", as the seed value dictionary names it. */
  readonly digestMethod: string;
  readonly reason: string;
  /** DER of the signer's certificate and of its issuers. */
  readonly certificate: Uint8Array;
  readonly issuers: readonly Uint8Array[];
  /** Whether a time stamp and revocation data will be in it. */
  readonly timestamped: boolean;
  readonly revocationIncluded: boolean;
  readonly certification: 0 | 1 | 2 | 3;
}

/** Bits of /Ff: the constraint binds (table 237). */
const BINDING = {
  Filter: 1 << 0,
  SubFilter: 1 << 1,
  V: 1 << 2,
  Reasons: 1 << 3,
  LegalAttestation: 1 << 4,
  AddRevInfo: 1 << 5,
  DigestMethod: 1 << 6,
  LockDocument: 1 << 7,
  AppearanceFilter: 1 << 8,
} as const;

/** Characters of what the form's author accepts. */
const MOST_TOLD = 200;
/** Versions of the seed value dictionary that are understood here. */
const KNOWN_VERSION = 3;

/**
 * Refuses what a binding constraint forbids, and what it asks and is not understood here.
 * @throws {PdfError} PDF_SEED_VALUE, `constraint` names the entry, `asked` what it accepts
 */
export async function honourSeedValue(
  reader: PdfReader,
  field: PdfDict,
  intent: SignatureIntent,
): Promise<void> {
  const seed = await reader.resolveDict(field.get('SV'));
  if (seed === undefined) return;
  const flags = integerOf(await reader.resolve(seed.get('Ff'))) ?? 0;
  const binds = (entry: keyof typeof BINDING): boolean =>
    (flags & BINDING[entry]) !== 0 && seed.get(entry) !== undefined;
  const refuse: Refuse = (constraint, asked = []) => {
    const told = asked.join(', ').slice(0, MOST_TOLD);
    throw new PdfError('PDF_SEED_VALUE', { constraint, ...(told === '' ? {} : { asked: told }) });
  };
  const value = (entry: string): Promise<PdfObject> => reader.resolve(seed.get(entry));

  if (binds('Filter') && nameOf(await value('Filter')) !== intent.filter) refuse('Filter');
  if (binds('SubFilter')) {
    const forms = await names(reader, seed, 'SubFilter');
    if (!forms.includes(intent.subFilter)) refuse('SubFilter', forms);
  }
  const version = await value('V');
  if (binds('V') && typeof version === 'number' && version > KNOWN_VERSION) refuse('V');
  if (binds('DigestMethod')) {
    const methods = (await texts(reader, seed, 'DigestMethod')).map((m) => m.replace('-', ''));
    if (!methods.includes(intent.digestMethod)) refuse('DigestMethod', methods);
  }
  if (binds('Reasons')) await honourReasons(reader, seed, intent.reason, refuse);
  if (binds('AddRevInfo') && (await value('AddRevInfo')) === true && !intent.revocationIncluded) {
    refuse('AddRevInfo');
  }
  if (binds('LockDocument') && nameOf(await value('LockDocument')) === 'true') {
    refuse('LockDocument');
  }
  if (binds('LegalAttestation') && intent.certification !== 0) refuse('LegalAttestation');
  if (binds('AppearanceFilter')) refuse('AppearanceFilter');
  await honourMdp(reader, seed, intent, refuse);
  await honourTimestamp(reader, seed, intent, refuse);
  await honourCertificate(reader, seed, intent, refuse);
}

/** @param asked what would be accepted, where that can be named */
type Refuse = (constraint: string, asked?: readonly string[]) => never;

/** One reason "." alone: no reason may be given (table 237). */
async function honourReasons(
  reader: PdfReader,
  seed: PdfDict,
  reason: string,
  refuse: Refuse,
): Promise<void> {
  const reasons = await texts(reader, seed, 'Reasons');
  const none = reasons.length === 1 && reasons[0] === '.';
  if (none && reason !== '') refuse('Reasons');
  if (!none && !reasons.includes(reason)) refuse('Reasons', reasons);
}

/** /MDP always binds: P 0 asks for an approval signature, 1 to 3 for a certification. */
async function honourMdp(
  reader: PdfReader,
  seed: PdfDict,
  intent: SignatureIntent,
  refuse: Refuse,
): Promise<void> {
  const mdp = await reader.resolveDict(seed.get('MDP'));
  const wanted = integerOf(await reader.resolve(mdp?.get('P')));
  if (wanted !== undefined && wanted !== intent.certification) refuse('MDP');
}

async function honourTimestamp(
  reader: PdfReader,
  seed: PdfDict,
  intent: SignatureIntent,
  refuse: Refuse,
): Promise<void> {
  const wish = await reader.resolveDict(seed.get('TimeStamp'));
  if ((integerOf(await reader.resolve(wish?.get('Ff'))) ?? 0) === 1 && !intent.timestamped) {
    refuse('TimeStamp');
  }
}

/** Bits of the certificate dictionary's /Ff (table 238): Subject 1, Issuer 2, OID 3, SubjectDN 4, KeyUsage 6. */
async function honourCertificate(
  reader: PdfReader,
  seed: PdfDict,
  { certificate, issuers }: SignatureIntent,
  refuse: Refuse,
): Promise<void> {
  const wish = await reader.resolveDict(seed.get('Cert'));
  if (wish === undefined) return;
  const flags = integerOf(await reader.resolve(wish.get('Ff'))) ?? 0;
  const subjects = await digests(reader, wish, 'Subject');
  if ((flags & 1) !== 0 && subjects.length > 0 && !subjects.includes(digest(certificate))) {
    refuse('Cert.Subject');
  }
  const allowed = await digests(reader, wish, 'Issuer');
  if ((flags & 2) !== 0 && allowed.length > 0) {
    if (!issuers.some((issuer) => allowed.includes(digest(issuer)))) refuse('Cert.Issuer');
  }
  // What is asked and cannot be looked at here must not be taken for granted.
  for (const [bit, entry] of [
    [4, 'OID'],
    [8, 'SubjectDN'],
    [32, 'KeyUsage'],
  ] as const) {
    if ((flags & bit) !== 0 && wish.get(entry) !== undefined) refuse(`Cert.${entry}`);
  }
}

async function digests(reader: PdfReader, dict: PdfDict, key: string): Promise<string[]> {
  const values = await items(reader, dict, key);
  return values.flatMap((item) => (item instanceof PdfString ? [digest(item.bytes)] : []));
}

function digest(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}

async function names(reader: PdfReader, dict: PdfDict, key: string): Promise<string[]> {
  return (await items(reader, dict, key)).flatMap((item) => nameOf(item) ?? []);
}

async function texts(reader: PdfReader, dict: PdfDict, key: string): Promise<string[]> {
  const values = await items(reader, dict, key);
  return values.flatMap((item) => (item instanceof PdfString ? [textOf(item)] : []));
}

/** An array's items, or the one value that stands in its place; references followed. */
async function items(reader: PdfReader, dict: PdfDict, key: string): Promise<PdfObject[]> {
  const value = await reader.resolve(dict.get(key));
  const list = isArray(value) ? value.slice(0, 1000) : value === null ? [] : [value];
  return Promise.all(list.map((item) => reader.resolve(item)));
}
