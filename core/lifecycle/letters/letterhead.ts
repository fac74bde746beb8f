// The head of an office's letters as data that an office lays down beside its templates: the lines over the double
// rule, and what recurs in all of its letters. The emblem is a picture beside it.
import { z } from 'zod';
import { PenaError } from '../../domain/pena-error.ts';
import type { LetterFields } from './template.ts';

const line = z.string().min(1).max(200).optional();

const letterhead = z.strictObject({
  /** "Pemerintah Kota Contoh" */
  government: line,
  /** The unit, e.g. "Dinas Komunikasi dan Informatika" */
  unit: line,
  address: line,
  /** Telephone, web page, e-mail. */
  contact: line,
  city: line,
  province: line,
  /** Where letters are dated. */
  place: line,
  /** Whom they are addressed to. */
  authority: z.strictObject({ name: line, place: line }).optional(),
});

/** What stands at the head of an office's letters. */
export interface Letterhead {
  readonly fields: LetterFields;
  /** PNG or JPEG, as it was found; null: the office has none. */
  readonly emblem: Uint8Array | null;
}

/**
 * @param head as read from its JSON; null: there is none
 * @param named whom reports go to by the office's policy, where its letters do not say it themselves
 * @throws {PenaError} LETTER_TEMPLATE_INVALID
 */
export function letterheadOf(
  head: unknown,
  emblem: Uint8Array | null,
  named: string | null = null,
): Letterhead {
  const usual = known({ 'authority.name': named ?? '' });
  if (head === null) return { fields: usual, emblem };
  const read = letterhead.safeParse(head);
  if (!read.success) throw new PenaError('LETTER_TEMPLATE_INVALID', { name: 'kop' });
  const { place, authority, ...office } = read.data;
  const said = {
    ...Object.fromEntries(Object.entries(office).map(([name, said]) => [`office.${name}`, said])),
    ...{ 'letter.place': place, 'authority.name': authority?.name },
    'authority.place': authority?.place,
  };
  return { fields: { ...usual, ...known(said) }, emblem };
}

/** What a letter is told stands above what its office's letters say; what it is not told leaves that as it is. */
export function withLetterhead({ fields }: Letterhead, told: LetterFields): LetterFields {
  return { ...fields, ...known(told) };
}

function known(fields: Readonly<Record<string, string | undefined>>): LetterFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, said = '']) =>
      said.trim() === '' ? [] : [[name, said]],
    ),
  );
}
