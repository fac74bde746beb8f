// `pena letter`: the letters of the regulation as PDF/A, from what is known, with dotted lines for what is not.
import { fieldsOfCase } from '../../core/lifecycle/letters/case-fields.ts';
import { withLetterhead } from '../../core/lifecycle/letters/letterhead.ts';
import type { LetterFields } from '../../core/lifecycle/letters/template.ts';
import { readCase } from '../../core/lifecycle/lost-key/read-case.ts';
import { letterNames } from '../../native/files/letter-templates.ts';
import { EXIT } from '../exit-codes.ts';
import { letterData, tellLetter } from '../lost/letter-data.ts';
import { type DraftsOptions, withCases } from '../lost/open.ts';
import { letterParts, writeLetter } from '../lost/write-letter.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';

export interface LetterOptions extends DraftsOptions {
  readonly data?: string;
  readonly case?: string;
  readonly out?: string;
  readonly templates?: string;
  readonly enclosed?: readonly string[];
  readonly json?: boolean;
}

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
  const parts = await letterParts(name, folder);
  const { template, letterhead } = parts;
  const fields = withLetterhead(letterhead, await fieldsFrom(options, shell));
  await writeLetter(parts, fields, options.out, version);
  const { enclosed = [], json = false, out: output } = options;
  return tellLetter({ name, template, fields, output, enclosed, json }, shell);
}

async function list(
  folder: string | null,
  { json }: LetterOptions,
  { out }: Shell,
): Promise<number> {
  const letters = await Promise.all(
    (await letterNames()).map(async (name) => {
      const { template } = await letterParts(name, folder);
      return { name, template };
    }),
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
  return { ...ofCase, ...(await letterData(path)) };
}
