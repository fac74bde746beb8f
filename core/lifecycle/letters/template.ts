// A letter as data, which an office may replace: no program stands in it, only texts with `{field}` to be filled
// in. `[...]` is left out where one of its fields is not known; elsewhere an unknown field is a dotted line, to be
// filled in by hand.
import { z } from 'zod';

const text = z.string().min(1).max(3000);
const short = z.string().min(1).max(200);

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text }),
  /** Names and values with aligned colons. */
  z.strictObject({
    kind: z.literal('facts'),
    rows: z
      .array(z.tuple([short, text]))
      .min(1)
      .max(30),
  }),
  z.strictObject({ kind: z.literal('list'), items: z.array(text).min(1).max(30) }),
]);
export type LetterBlock = z.infer<typeof block>;

const signature = z.strictObject({
  side: z.enum(['left', 'right']),
  /** Above the name, e.g. "Mengetahui,", "Atasan Langsung". */
  lines: z.array(short).min(1).max(4),
  name: short,
  nip: short.nullable(),
  /** The signature field that waits in the room above the name; absent: for a pen only. */
  field: z
    .string()
    .regex(/^[A-Za-z][A-Za-z ]{0,39}$/)
    .optional(),
});
export type LetterSignature = z.infer<typeof signature>;

export const letterTemplate = z.strictObject({
  /** The article that asks for it; for people, not printed. */
  source: short,
  /** `statement`: centred title with its number below; `letter`: number, matter and addressee at the top. */
  form: z.enum(['statement', 'letter']),
  title: short,
  /** Each a line of an addressee; several addressees are several letters' worth of one text. */
  to: z.array(z.array(short).min(1).max(5)).max(6),
  body: z.array(block).min(1).max(40),
  signatures: z
    .array(signature)
    .min(1)
    .max(2)
    // One who signs for both would sign for nobody.
    .refine(([one, other]) => one?.field === undefined || one.field !== other?.field),
  /** Tembusan. */
  copies: z.array(short).max(10),
  /** Fields without which the letter is not complete. */
  required: z.array(z.string().regex(/^[a-z][A-Za-z0-9.]{0,60}$/)).max(60),
  /** What has to be enclosed, by the article named in `source`. */
  attachments: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z-]{1,40}$/), name: short }))
    .max(12),
});
export type LetterTemplate = z.infer<typeof letterTemplate>;

/** Values for a template's fields; a name that is missing, or empty, is not known. */
export type LetterFields = Readonly<Record<string, string>>;

const BLANK = '\u2026'.repeat(10);

/** A text with its fields filled in. */
export function filled(source: string, fields: LetterFields): string {
  const value = (name: string): string => fields[name]?.trim() ?? '';
  return source
    .replace(/\[([^[\]]*)\]/g, (_, part: string) =>
      namesIn(part).every((name) => value(name) !== '') ? part : '',
    )
    .replace(/\{([A-Za-z0-9.]+)\}/g, (_, name: string) => value(name) || BLANK);
}

function namesIn(part: string): string[] {
  return Array.from(part.matchAll(/\{([A-Za-z0-9.]+)\}/g), ([, name = '']) => name);
}

/** What a letter lacks: fields that it cannot do without, and attachments that are not there. */
export interface LetterGaps {
  readonly fields: readonly string[];
  readonly attachments: readonly string[];
}

/** @param enclosed ids of the attachments that are there */
export function gapsOfLetter(
  { required, attachments }: LetterTemplate,
  fields: LetterFields,
  enclosed: readonly string[],
): LetterGaps {
  return {
    fields: required.filter((name) => (fields[name] ?? '').trim() === ''),
    attachments: attachments.map(({ id }) => id).filter((id) => !enclosed.includes(id)),
  };
}
