// `pena letter`: the letters of the regulation as PDF/A, from what is known, with dotted lines for what is not.
import { z } from 'zod';
import { PenaError } from '../../core/domain/pena-error.ts';
import { fieldsOfCase } from '../../core/lifecycle/letters/case-fields.ts';
import { gapsOfLetter, type LetterFields } from '../../core/lifecycle/letters/template.ts';
import { readCase } from '../../core/lifecycle/lost-key/read-case.ts';
import { letterNames } from '../../native/files/letter-templates.ts';
import { EXIT } from '../exit-codes.ts';
import { readJson } from '../lost/json-file.ts';
import { type DraftsOptions, withCases } from '../lost/open.ts';
import { templateOf, writeLetter } from '../lost/write-letter.ts';
import type { Shell } from '../shell.ts';
import { lostTexts } from '../texts/lost.ts';
import { UsageError } from '../usage-error.ts';

export interface LetterOptions extends DraftsOptions {
  readonly data?: string;
  readonly case?: string;
  readonly out?: string;
  readonly templates?: string;
  readonly enclosed?: readonly string[];
  readonly json?: boolean;
}

const data = z.record(z.string().max(80), z.string().max(4000));

/** @returns 0; 2 where the letter was written but is not complete */
export async function letter(
  name: string | undefined,
  options: LetterOptions,
  shell: Shell,
  version: string,
): Promise<number> {
  const folder = options.templates ?? null;
  if (name === undefined) return list(folder, options, shell);
  if (options.out === undefined) throw new UsageError('missingOption', '--out');
  const template = await templateOf(name, folder);
  const fields = await fieldsFrom(options, shell);
  await writeLetter(template, fields, options.out, version);
  const gaps = gapsOfLetter(template, fields, options.enclosed ?? []);
  const texts = lostTexts(shell.language);
  if (options.json === true) shell.out.json({ letter: name, output: options.out, ...gaps });
  else {
    shell.out.line(options.out, { tone: 'ok' });
    const facts = [
      { name: texts.missingFields, value: gaps.fields },
      { name: texts.missingAttachments, value: gaps.attachments },
    ].filter(({ value }) => value.length > 0);
    if (facts.length > 0) shell.out.facts(facts);
  }
  return gaps.fields.length + gaps.attachments.length === 0 ? EXIT.ok : EXIT.indeterminate;
}

async function list(
  folder: string | null,
  { json }: LetterOptions,
  { out }: Shell,
): Promise<number> {
  const letters = await Promise.all(
    (await letterNames()).map(async (name) => ({ name, template: await templateOf(name, folder) })),
  );
  const rows = letters.map(({ name, template: { title, source } }) => ({ name, title, source }));
  if (json === true) out.json(rows);
  else out.facts(rows.map(({ name, title, source }) => ({ name, value: `${title} (${source})` })));
  return EXIT.ok;
}

/** What a file says stands above what a case says. */
async function fieldsFrom(options: LetterOptions, shell: Shell): Promise<LetterFields> {
  const { case: id, data: path } = options;
  const ofCase =
    id === undefined
      ? {}
      : await withCases(options, shell, async ({ cases }) =>
          fieldsOfCase(await readCase(cases, id), shell.zone, new Date()),
        );
  if (path === undefined) return ofCase;
  const read = data.safeParse(await readJson(path, 'LETTER_DATA_INVALID'));
  if (!read.success) throw new PenaError('LETTER_DATA_INVALID');
  return { ...ofCase, ...read.data };
}
