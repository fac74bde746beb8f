// The report of a file that could not be judged at all.
import type { FileReport } from './report.ts';

export function unjudged(file: string, error: NonNullable<FileReport['error']>): FileReport {
  return {
    file,
    sha256: null,
    verdict: 'INDETERMINATE',
    policy: '',
    trustDate: null,
    signatures: [],
    certificates: [],
    revisions: [],
    error,
  };
}
