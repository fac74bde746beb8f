// `pena journal verify|show|export`: what was signed, refused and overridden on this computer.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { JournalRecord } from '../../core/domain/journal-entry.ts';
import { formatDateTime } from '../../core/domain/local-time.ts';
import { checkCheckpoint } from '../../core/signing/journal/checkpoint.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { exportText } from '../../native/journal/export-journal.ts';
import { type JournalReport, verifyJournal } from '../../native/journal/verify-journal.ts';
import { EXIT } from '../exit-codes.ts';
import { journalFolder, type JournalOption, openJournal } from '../journal/open.ts';
import type { Shell } from '../shell.ts';
import { officeTexts } from '../texts/office.ts';
import { UsageError } from '../usage-error.ts';

export interface JournalVerifyOptions extends JournalOption {
  readonly expect?: string;
  readonly json?: boolean;
}

/** @returns the exit code: 1 where anything was tampered with */
export async function journalVerify(options: JournalVerifyOptions, shell: Shell): Promise<number> {
  const expect = expectedHead(options.expect);
  const report = await verifyJournal(journalFolder(options), {
    checkpoint: checkCheckpoint,
    expect,
  });
  if (options.json === true) shell.out.json(report);
  else printReport(report, shell);
  return report.ok ? EXIT.ok : EXIT.failed;
}

function expectedHead(text: string | undefined): { n: number; hash: string } | undefined {
  if (text === undefined) return undefined;
  const [, n, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text.toLowerCase()) ?? [];
  if (n === undefined || hash === undefined) throw new UsageError('wrong', '--expect');
  return { n: Number(n), hash };
}

function printReport(report: JournalReport, { out, language, zone }: Shell): void {
  const texts = officeTexts(language).journal;
  const { ok, records, findings, checkpoints, head, healed } = report;
  if (ok && records === 0) out.line(texts.empty);
  else if (ok) out.line(texts.whole(records), { tone: 'ok' });
  else out.line(texts.broken(findings.length), { tone: 'bad' });
  for (const { fault, file, line } of findings) {
    out.line(`${texts.at(file, line)}: ${texts.faults[fault]}`, { indent: 2, hanging: 2 });
  }
  if (records === 0) return;
  out.facts([
    { name: texts.head, value: `${String(head.n)}:${head.hash}` },
    ...(healed === 0 ? [] : [{ name: texts.healed, value: String(healed) }]),
  ]);
  for (const { head: covered, by, time, ok: holds } of checkpoints) {
    const when = time === null ? '' : `, ${formatDateTime(time, zone, language)}`;
    const line = `${texts.checkpoint(covered, by ?? '?')}${when}`;
    out.line(line, { tone: holds ? 'plain' : 'bad' });
  }
}

export interface JournalShowOptions extends JournalOption {
  readonly last?: string;
  readonly json?: boolean;
}

const SHOWN = 20;

export async function journalShow(options: JournalShowOptions, shell: Shell): Promise<number> {
  const { last = String(SHOWN) } = options;
  if (!/^[1-9]\d{0,6}$/.test(last)) throw new UsageError('wrong', '--last');
  const { records, report } = await readRecords(options);
  const shown = records.slice(-Number(last));
  if (options.json === true) shell.out.json(shown);
  else for (const record of shown) printRecord(record, shell);
  return report.ok ? EXIT.ok : EXIT.failed;
}

function printRecord({ n, at, entry }: JournalRecord, { out, language, zone }: Shell): void {
  const { kind, ...facts } = entry;
  out.line(`${String(n)}  ${formatDateTime(at, zone, language)}  ${kind}`, { tone: 'strong' });
  const shown = Object.entries(facts).filter(([name, value]) => name !== 'token' && value !== null);
  if (shown.length === 0) return;
  out.facts(
    shown.map(([name, value]) => ({ name, value: [value].flat().map(String).join(', ') })),
    2,
  );
}

export interface JournalExportOptions extends JournalOption {
  readonly out: string;
  readonly full?: boolean;
}

/** @throws {PenaError} JOURNAL_UNREADABLE for a journal that is not whole: its export would look it */
export async function journalExport(options: JournalExportOptions, shell: Shell): Promise<number> {
  const { records, report } = await readRecords(options);
  if (!report.ok) {
    printReport(report, shell);
    throw new PenaError('JOURNAL_UNREADABLE', { file: report.findings[0]?.file ?? '' });
  }
  const output = await createAtomicOutput(options.out, { overwrite: false });
  await output.append(Buffer.from(exportText(records, report.head, options.full === true)));
  await output.commit();
  await openJournal(options).append({ kind: 'exported', records: records.length });
  const texts = officeTexts(shell.language).journal;
  shell.out.line(texts.exported(records.length, options.out), { tone: 'ok' });
  shell.out.facts([{ name: texts.head, value: `${String(report.head.n)}:${report.head.hash}` }]);
  return EXIT.ok;
}

export async function readRecords(
  options: JournalOption,
): Promise<{ records: JournalRecord[]; report: JournalReport }> {
  const records: JournalRecord[] = [];
  const report = await verifyJournal(journalFolder(options), {
    checkpoint: checkCheckpoint,
    onRecord: (record) => records.push(record),
  });
  return { records, report };
}
