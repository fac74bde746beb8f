// `pena verify --csv`: one line a file, for spreadsheets (RFC 4180).
import { commonName } from '../../core/domain/common-name.ts';
import { CSV_MARK, csvLine } from '../../core/domain/csv.ts';
import { decisiveReason } from '../../core/domain/decisive-reason.ts';
import { reasonSentence } from '../../core/domain/messages/sentence.ts';
import { verdictWords } from '../../core/domain/messages/verdict.ts';
import type { AtomicOutput } from '../../core/ports/atomic-output.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { explain } from '../explain.ts';
import type { Shell } from '../shell.ts';
import type { VerifiedFile } from './file-report.ts';

/** Stable: others read them. */
const COLUMNS = [
  ...['file', 'sha256', 'verdict', 'code', 'text', 'signatures', 'signers', 'claimedTimes'],
  'bestTimes',
];

export class CsvReport {
  readonly #output: AtomicOutput;
  readonly #shell: Shell;

  private constructor(output: AtomicOutput, shell: Shell) {
    this.#output = output;
    this.#shell = shell;
  }

  /** Appears when it is committed. @throws {PenaError} FILE_* */
  static async create(path: string, overwrite: boolean, shell: Shell): Promise<CsvReport> {
    const output = await createAtomicOutput(path, { overwrite });
    await output.append(Buffer.from(CSV_MARK + csvLine(COLUMNS)));
    return new CsvReport(output, shell);
  }

  async add(verified: VerifiedFile): Promise<void> {
    await this.#output.append(Buffer.from(csvLine(rowOf(verified, this.#shell))));
  }

  async commit(): Promise<void> {
    await this.#output.commit();
  }

  async abort(): Promise<void> {
    await this.#output.abort();
  }
}

function rowOf({ report, error }: VerifiedFile, shell: Shell): string[] {
  const reason = decisiveReason(report);
  const { language, zone } = shell;
  const said =
    error !== null
      ? explain(error, shell)
      : reason === null
        ? { code: '', text: verdictWords(report, language) }
        : {
            code: reason.code,
            text: reasonSentence(reason.code, reason.params, language, zone),
          };
  const made = report.signatures.filter(({ type }) => type === 'signature');
  const list = (values: readonly (string | null)[]): string =>
    values.map((value) => value ?? '-').join('; ');
  return [
    ...[report.file, report.sha256 ?? '', report.verdict, said.code, said.text],
    String(made.length),
    list(made.map(({ signer }) => (signer === null ? null : commonName(signer.subject)))),
    list(made.map(({ claimedTime }) => claimedTime)),
    list(made.map(({ bestTime }) => bestTime)),
  ];
}
