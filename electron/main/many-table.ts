// The table of many files for spreadsheets (RFC 4180), with the columns' names in no language of people.
import { errorSentence, reasonSentence } from '../../core/domain/messages/sentence.ts';
import { verdictWords } from '../../core/domain/messages/verdict.ts';
import type { Settings } from '../../core/contract/settings.ts';
import type { ManyFiles } from './many-files.ts';

type Result = ReturnType<ManyFiles['results']>[number];

const COLUMNS = ['file', 'verdict', 'code', 'text', 'signers', 'time'];
/** Spreadsheets on Windows read UTF-8 only behind a byte order mark. */
const MARK = '\ufeff';

export function tableOf(results: readonly Result[], settings: Settings): string {
  return MARK + [COLUMNS, ...results.map((result) => rowOf(result, settings))].map(line).join('');
}

function rowOf({ path, checked }: Result, { language, zone }: Settings): string[] {
  const { verdict, reason, failure, signers, time } = checked;
  const [code, text] =
    failure !== null
      ? [failure.code, errorSentence(failure.code, failure.params, language, zone)]
      : reason !== null
        ? [reason.code, reasonSentence(reason.code, reason.params, language, zone)]
        : ['', verdictWords({ verdict, signatures: [], error: null }, language)];
  return [path, verdict, code, text, signers.join('; '), time ?? ''];
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** Names come from strangers: what a spreadsheet would take for a formula is made plain text (CWE-1236). */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
