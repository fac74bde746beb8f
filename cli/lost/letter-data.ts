// What a person adds to a letter in a JSON file, and what is said of a letter that was written.
import { z } from 'zod';
import { PenaError } from '../../core/domain/pena-error.ts';
import {
  gapsOfLetter,
  type LetterFields,
  type LetterTemplate,
} from '../../core/lifecycle/letters/template.ts';
import { EXIT } from '../exit-codes.ts';
import type { Shell } from '../shell.ts';
import { lostTexts } from '../texts/lost.ts';
import { readJson } from './json-file.ts';

const data = z.record(z.string().max(80), z.string().max(4000));

/** @returns no entries where no file is named; @throws {PenaError} LETTER_DATA_INVALID, FILE_* */
export async function letterData(path: string | undefined): Promise<LetterFields> {
  if (path === undefined) return {};
  const read = data.safeParse(await readJson(path, 'LETTER_DATA_INVALID'));
  if (!read.success) throw new PenaError('LETTER_DATA_INVALID');
  return read.data;
}

export interface WrittenLetter {
  readonly name: string;
  readonly template: LetterTemplate;
  readonly fields: LetterFields;
  readonly output: string;
  /** Ids of the attachments that are there. */
  readonly enclosed: readonly string[];
  readonly json: boolean;
}

/** Says where it is and what it lacks. @returns the exit code: 2 where it is not complete */
export function tellLetter(
  { name, template, fields, output, enclosed, json }: WrittenLetter,
  { out, language }: Shell,
): number {
  const gaps = gapsOfLetter(template, fields, enclosed);
  const texts = lostTexts(language);
  if (json) out.json({ letter: name, output, ...gaps });
  else {
    out.line(output, { tone: 'ok' });
    const facts = [
      { name: texts.missingFields, value: gaps.fields },
      { name: texts.missingAttachments, value: gaps.attachments },
    ].filter(({ value }) => value.length > 0);
    if (facts.length > 0) out.facts(facts);
  }
  return gaps.fields.length + gaps.attachments.length === 0 ? EXIT.ok : EXIT.indeterminate;
}
