// `pena journal figures`: a year's figures of an office, from the exports of its computers or from the journal
// of this one, for the yearly letter (Pasal 24 ayat (3)).
import type { FiguresRecord } from '../../core/domain/figures-record.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import {
  fieldsOfFigures,
  type YearlyFigures,
  yearlyFigures,
} from '../../core/lifecycle/figures/yearly-figures.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { readExport } from '../../native/journal/read-export.ts';
import { EXIT } from '../exit-codes.ts';
import type { JournalOption } from '../journal/open.ts';
import type { Shell } from '../shell.ts';
import { officeTexts } from '../texts/office.ts';
import { UsageError } from '../usage-error.ts';
import { readRecords } from './journal.ts';

export interface JournalFiguresOptions extends JournalOption {
  readonly year: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** @throws {PenaError} JOURNAL_EXPORT_INVALID, JOURNAL_UNREADABLE, FILE_* */
export async function journalFigures(
  files: readonly string[],
  options: JournalFiguresOptions,
  shell: Shell,
): Promise<number> {
  if (!/^20\d\d$/.test(options.year)) throw new UsageError('wrong', '--year');
  const journals =
    files.length === 0 ? [await ownRecords(options)] : await Promise.all(files.map(readExport));
  const figures = yearlyFigures(journals, Number(options.year), shell.zone);
  if (options.out !== undefined) {
    const output = await createAtomicOutput(options.out, { overwrite: false });
    await output.append(Buffer.from(`${JSON.stringify(fieldsOfFigures(figures), null, 2)}\n`));
    await output.commit();
  }
  if (options.json === true) shell.out.json(figures);
  else print(figures, options.out ?? null, shell);
  return EXIT.ok;
}

/** @throws {PenaError} JOURNAL_UNREADABLE: what is not whole is not counted */
async function ownRecords(options: JournalOption): Promise<FiguresRecord[]> {
  const { records, report } = await readRecords(options);
  const [finding] = report.findings;
  if (!report.ok) throw new PenaError('JOURNAL_UNREADABLE', { file: finding?.file ?? '' });
  return records.map(({ hash, at, entry }) => ({
    ...{ hash, at, kind: entry.kind, did: 'did' in entry ? entry.did : null },
    certificate: 'certificate' in entry ? entry.certificate : null,
  }));
}

function print(figures: YearlyFigures, written: string | null, { out, language }: Shell): void {
  const texts = officeTexts(language).journal;
  const { year, journals, records, signed, refused, certificates, reportedLost } = figures;
  out.line(texts.figuresOf(year, journals), { tone: 'strong' });
  out.facts(
    Object.entries({ signed, refused, certificates, reportedLost, records }).map(
      ([name, value]) => ({
        name: texts.figureNames[name as keyof typeof texts.figureNames],
        value: String(value),
      }),
    ),
    2,
  );
  if (written !== null) out.line(texts.figuresWritten(written), { tone: 'ok' });
}
