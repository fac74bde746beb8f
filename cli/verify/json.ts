// `pena verify --json`: the names and their order are an interface that others build on.
import { reasonSentence } from '../../core/domain/messages/sentence.ts';
import { explain } from '../explain.ts';
import type { Shell } from '../shell.ts';
import type { VerifiedFile } from './file-report.ts';

export function jsonReport({ report, error }: VerifiedFile, shell: Shell): object {
  const { language, zone } = shell;
  return {
    file: report.file,
    sha256: report.sha256,
    verdict: report.verdict,
    error: error === null ? null : explain(error, shell),
    signatures: report.signatures.map((signature) => ({
      ...signature,
      reasons: signature.reasons.map(({ code, params }) => ({
        ...{ code, text: reasonSentence(code, params, language, zone) },
        params,
      })),
    })),
    revisions: report.revisions.map((revision) => ({
      ...revision,
      changes: revision.changes.map(({ code, params }) => ({
        ...{ code, text: reasonSentence(code, params, language, zone) },
        params,
      })),
    })),
    policy: report.policy,
    trustDate: report.trustDate,
    certificates: report.certificates,
  };
}
