// The table of many files for spreadsheets (RFC 4180), with the columns' names in no language of people.
import { CSV_MARK, csvLine } from '../../core/domain/csv.ts';
import { errorSentence, reasonSentence } from '../../core/domain/messages/sentence.ts';
import { verdictLabel } from '../../core/domain/messages/verdict.ts';
import type { Settings } from '../../core/contract/settings.ts';
import type { ManyFiles } from './many-files.ts';

type Result = ReturnType<ManyFiles['results']>[number];

const COLUMNS = ['file', 'verdict', 'code', 'text', 'signers', 'time'];

export function tableOf(results: readonly Result[], settings: Settings): string {
  const rows = results.map((result) => rowOf(result, settings));
  return CSV_MARK + [COLUMNS, ...rows].map(csvLine).join('');
}

function rowOf({ path, checked }: Result, { language, zone }: Settings): string[] {
  const { verdict, reason, failure, signers, time } = checked;
  const [code, text] =
    failure !== null
      ? [failure.code, errorSentence(failure.code, failure.params, language, zone)]
      : reason !== null
        ? [reason.code, reasonSentence(reason.code, reason.params, language, zone)]
        : ['', verdictLabel({ verdict, reason: null, unreadable: false }, language)];
  return [path, verdict, code, text, signers.join('; '), time ?? ''];
}
