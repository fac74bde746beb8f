// What the signatures of a document let happen after them: certification (ISO 32000-2 12.8.2.2),
// permissions of a field's lock (table 236, /P) and locked fields (12.8.2.4).
//
// Without any of these the field's validators agree on what an approval signature bears: further
// signatures, filling in, validation data (pyHanko's default, Acrobat's likewise); comments are told and
// not passed.
import { formFields } from '../../pdf/form-fields.ts';
import { PdfDict } from '../../pdf/objects.ts';
import {
  covers,
  type FieldLock,
  locksOfSignature,
  readFieldLock,
} from '../../pdf/permissions/field-lock.ts';
import { certificationLevel } from '../../pdf/permissions/certification.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import type { SignatureValue } from '../../pdf/signature-value.ts';
import { atMost, type ChangeLevel } from './finding.ts';
import type { LaterChange } from './later-changes.ts';

export type MdpLevel = 1 | 2 | 3;

export interface OwnPermissions {
  /** Of its DocMDP transform or of its field's lock: the strictest; null where neither is. */
  readonly docMdp: MdpLevel | null;
  readonly locks: readonly FieldLock[];
}

export interface Permissions {
  /** Of the certification signature that /Perms names: it binds the whole document. */
  readonly certification: MdpLevel | null;
  readonly own: ReadonlyMap<SignatureValue, OwnPermissions>;
}

export type Violation =
  | { readonly kind: 'docmdp'; readonly level: MdpLevel }
  | { readonly kind: 'locked'; readonly field: string }
  /** Comments where nothing says that they are permitted. */
  | { readonly kind: 'annotations' }
  /** A visible signature field that the certified document did not foresee ("sneaky signature"). */
  | { readonly kind: 'unforeseen-stamp'; readonly field: string };

/** What level may follow a certification (table 257). */
const ALLOWED: Readonly<Record<MdpLevel, ChangeLevel>> = {
  1: 'LTA_UPDATES',
  2: 'FORM_FILLING',
  3: 'ANNOTATIONS',
};

export async function permissionsOf(
  reader: PdfReader,
  signatures: readonly SignatureValue[],
): Promise<Permissions> {
  const own = new Map<SignatureValue, OwnPermissions>();
  const bySpan = new Map(signatures.map((one) => [one.contentsSpan?.start, one]));
  for (const field of await formFields(reader, 'Sig')) {
    const value = reader.keptDict(field.value) ?? (await reader.resolveDict(field.value));
    const contents = value?.get('Contents');
    const start =
      contents instanceof Object && 'span' in contents ? contents.span?.start : undefined;
    const signature = start === undefined ? undefined : bySpan.get(start);
    if (!(value instanceof PdfDict) || signature === undefined) continue;
    const limits = value.get('Reference') ?? field.dict.get('Lock') ?? signature.docMdp;
    if (limits === null) {
      // Most of hundreds limit nothing.
      own.set(signature, NO_LIMITS);
      continue;
    }
    const lock = await readFieldLock(reader, field.dict.get('Lock'));
    const locks = [...(await locksOfSignature(reader, value)), ...(lock === null ? [] : [lock])];
    const levels = [signature.docMdp, ...locks.map(({ permission }) => permission)];
    own.set(signature, { docMdp: strictest(levels), locks });
  }
  return { certification: await certificationLevel(reader), own };
}

const NO_LIMITS: OwnPermissions = { docMdp: null, locks: [] };

function strictest(levels: readonly (MdpLevel | null)[]): MdpLevel | null {
  return levels.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
}

/** The strictest of what binds the whole document and what binds this signature. */
export function mdpOf(
  signature: SignatureValue,
  { certification, own }: Permissions,
): MdpLevel | null {
  return strictest([certification, own.get(signature)?.docMdp ?? null]);
}

export function violations(
  signature: SignatureValue,
  permissions: Permissions,
  changes: readonly LaterChange[],
  level: ChangeLevel,
): Violation[] {
  const found: Violation[] = [];
  const locks = permissions.own.get(signature)?.locks ?? [];
  const mdp = mdpOf(signature, permissions);
  if (mdp !== null && level !== 'OTHER' && !atMost(level, ALLOWED[mdp])) {
    found.push({ kind: 'docmdp', level: mdp });
  }
  if (mdp === null && level === 'ANNOTATIONS') found.push({ kind: 'annotations' });
  // Of hundreds of signatures hardly one limits anything.
  if (mdp === null && locks.length === 0) return found;
  for (const { finding } of changes) {
    const { field, seen, params } = finding;
    if (field !== undefined && locks.some((lock) => covers(lock, field))) {
      found.push({ kind: 'locked', field });
    }
    if (mdp !== null && seen)
      found.push({ kind: 'unforeseen-stamp', field: String(params['field']) });
  }
  return found;
}
