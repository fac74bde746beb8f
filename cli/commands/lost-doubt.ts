// `pena lost doubt`: documents signed since the owner last had the key, from the journal and from folders that are
// named, as a table, and as an attachment to the report.
import { PenaError } from '../../core/domain/pena-error.ts';
import { countInDoubt, isComplete } from '../../core/lifecycle/doubt/doubt-list.ts';
import { doubtLetter } from '../../core/lifecycle/doubt/doubt-letter.ts';
import { doubtTable } from '../../core/lifecycle/doubt/doubt-table.ts';
import { addPaper } from '../../core/lifecycle/lost-key/add-paper.ts';
import { readCase } from '../../core/lifecycle/lost-key/read-case.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { EXIT } from '../exit-codes.ts';
import { journalFolder, type JournalOption } from '../journal/open.ts';
import { doubtfulIn } from '../lost/doubt-search.ts';
import { withCases } from '../lost/open.ts';
import { showDoubt } from '../lost/show-doubt.ts';
import { drawLetter, letterParts } from '../lost/write-letter.ts';
import type { Shell } from '../shell.ts';
import { doubtTexts } from '../texts/doubt.ts';
import type { StatusOptions } from './lost.ts';
import { judgementOf } from './verify.ts';

export interface DoubtOptions extends StatusOptions, JournalOption {
  readonly trust?: readonly string[];
  readonly csv?: string;
  readonly pdf?: string;
  readonly overwrite?: boolean;
  readonly attach?: boolean;
}

const TOLD_EVERY = 100;

/**
 * Nobody is asked on the network: what is not proven by the documents themselves stays in doubt.
 * @returns 0 where nothing is in doubt and everything was looked at, else 2
 * @throws {PenaError} CASE_*, JOURNAL_*, FILE_*, CANCELLED
 */
export async function lostDoubt(
  id: string,
  paths: readonly string[],
  options: DoubtOptions,
  shell: Shell,
  version: string,
): Promise<number> {
  const { signal } = shell.interrupt;
  const now = new Date();
  const judgement = await judgementOf(
    { offline: true, ...(options.trust === undefined ? {} : { trust: options.trust }) },
    shell,
  );
  const texts = doubtTexts(shell.language);
  return withCases(options, shell, async (places) => {
    const lost = await readCase(places.cases, id);
    const list = await doubtfulIn({
      ...{ lost, cases: places.cases, paths, journal: journalFolder(options) },
      validation: { ...judgement, now, signal },
      onFile: (files) => {
        if (shell.err.isTerminal && files % TOLD_EVERY === 0) shell.err.line(texts.looking(files));
      },
    });
    if (signal.aborted) throw new PenaError('CANCELLED');
    const write = async (path: string, bytes: Uint8Array): Promise<void> => {
      await whole(path, bytes, options.overwrite === true);
      shell.err.line(texts.written(path), { tone: 'ok' });
    };
    if (options.csv !== undefined) await write(options.csv, Buffer.from(doubtTable(list)));
    if (options.pdf !== undefined || options.attach === true) {
      const parts = await letterParts('daftar-dokumen-diragukan', null);
      const { template, fields } = doubtLetter(parts.template, list, lost, shell.zone);
      const pdf = await drawLetter({ ...parts, template }, fields, version);
      if (options.pdf !== undefined) await write(options.pdf, pdf);
      if (options.attach === true) {
        const told = {
          kind: 'doubtful-documents',
          at: list.at,
          count: countInDoubt(list),
        } as const;
        await addPaper(id, pdf, told, places);
        shell.err.line(texts.attached, { tone: 'ok' });
      }
    }
    if (options.json === true) shell.out.json(list);
    else showDoubt(list, shell);
    return countInDoubt(list) === 0 && isComplete(list) ? EXIT.ok : EXIT.indeterminate;
  });
}

async function whole(path: string, bytes: Uint8Array, overwrite: boolean): Promise<void> {
  const output = await createAtomicOutput(path, { overwrite });
  try {
    await output.append(bytes);
    await output.commit();
  } finally {
    await output.abort();
  }
}
