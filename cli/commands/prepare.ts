// `pena prepare`: fields for initials and signatures, in the order of signing.
import { fieldWish, type FieldWish } from '../../core/domain/workflow.ts';
import { PdfReader } from '../../core/pdf/reader.ts';
import { fieldsOnText } from '../../core/signing/workflow/fields-on-text.ts';
import { prepareFields, type PrepareRequest } from '../../core/signing/workflow/prepare-fields.ts';
import { whoseTurn } from '../../core/signing/workflow/turns.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { numbersIn } from '../batch/stamp-rule.ts';
import { EXIT } from '../exit-codes.ts';
import { type JournalOption, openJournal } from '../journal/open.ts';
import { type PasswordOptions, readPassword } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { officeTexts } from '../texts/office.ts';
import { UsageError } from '../usage-error.ts';

export interface PrepareOptions extends PasswordOptions, JournalOption {
  readonly out: string;
  readonly field: readonly string[];
  readonly json?: boolean;
}

/** @throws {PenaError} USAGE, PDF_*, TAG_*, WORKFLOW_FORBIDDEN, FILE_*, JOURNAL_* */
export async function prepare(
  file: string,
  options: PrepareOptions,
  shell: Shell,
): Promise<number> {
  const fields = options.field.map(fieldOf);
  const password = await readPassword(options, shell);
  const source = await openFileSource(file);
  try {
    const { documentSha256, sha256, size } = await prepareFields({
      ...{ source, password, fields, signal: shell.interrupt.signal },
      openOutput: () => createAtomicOutput(options.out, { overwrite: false }),
    });
    await openJournal(options).append({
      ...{ kind: 'prepared', document: documentSha256, result: sha256, fields: fields.length },
    });
    await report({ documentSha256, sha256, size }, { password, fields }, options, shell);
    return EXIT.ok;
  } finally {
    await source.close();
    password?.fill(0);
  }
}

async function report(
  result: { readonly documentSha256: string; readonly sha256: string; readonly size: number },
  { password, fields }: Pick<PrepareRequest, 'password' | 'fields'>,
  { out: path, json }: PrepareOptions,
  { out, err, language }: Shell,
): Promise<void> {
  const texts = officeTexts(language).prepare;
  const source = await openFileSource(path);
  try {
    const reader = await PdfReader.open(source, { password });
    const { steps, turn } = await whoseTurn(reader);
    const onText = await fieldsOnText(reader, fields);
    if (json === true) {
      out.json({ output: path, ...result, steps, turn: turn.map(({ field }) => field), onText });
      return;
    }
    out.line(texts.done(steps.length, path), { tone: 'ok' });
    out.facts(
      [
        ...steps.map(({ order, field, role }) => ({
          ...{ name: String(order), value: texts.turn(field, role) },
        })),
        { name: texts.next, value: turn.map(({ field }) => field) },
      ],
      2,
    );
    if (onText.length > 0) err.line(texts.onText(onText.join(', ')), { tone: 'warn' });
  } finally {
    await source.close();
  }
}

/**
 * "paraf:Paraf1:1:50,60,40,20", "paraf:Paraf1:1" (nowhere to be seen), "penanda-tangan:Wali
 * Kota:tag:#:200,70"; the order is that of the options, "role@2:..." says another one.
 */
function fieldOf(text: string, index: number): FieldWish {
  const [who = '', name, ...place] = text.split(':');
  const [role, order = String(index + 1)] = who.split('@');
  const parsed = fieldWish.safeParse({ role, name, order: Number(order), place: placeOf(place) });
  if (!parsed.success) throw new UsageError('preparedField');
  return parsed.data;
}

function placeOf([first = '', second, third]: readonly string[]): unknown {
  if (first === 'tag') return { tag: second, size: numbersIn(third) };
  const page = first === 'last' ? 'last' : Number(first);
  return { page, rect: second === undefined ? null : numbersIn(second) };
}
