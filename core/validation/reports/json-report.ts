// The report as JSON: what `pena verify --json` says of each file, with where it comes from.
import { errorSentence, reasonSentence } from '../../domain/messages/sentence.ts';
import { reasonHelp } from '../../domain/messages/reason-help.ts';
import { verdictSentence } from '../../domain/messages/verdict.ts';
import type { FileReport, Reason } from '../../domain/report.ts';
import type { Reader, Verification } from './verification.ts';

/** UTF-8 text, indented. */
export function jsonReport({ meta, files }: Verification, reader: Reader): string {
  const whole = { meta, files: files.map((file) => fileOf(file, reader)) };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function fileOf(report: FileReport, reader: Reader): object {
  const { language, zone } = reader;
  const { error } = report;
  return {
    ...report,
    sentence: verdictSentence(report, language, zone),
    error:
      error === null
        ? null
        : { ...error, text: errorSentence(error.code, error.params, language, zone) },
    signatures: report.signatures.map((signature) => ({
      ...signature,
      reasons: signature.reasons.map((reason) => ({
        ...reasonOf(reason, reader),
        help: reasonHelp(reason.code, language),
      })),
    })),
    revisions: report.revisions.map((revision) => ({
      ...revision,
      changes: revision.changes.map((change) => reasonOf(change, reader)),
    })),
  };
}

function reasonOf({ code, params }: Reason, { language, zone }: Reader): object {
  return { code, text: reasonSentence(code, params, language, zone), params };
}
