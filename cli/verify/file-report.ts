// One file's report: the document's, or why it could not be judged.
import type { FileReport } from '../../core/domain/report.ts';
import { unjudged } from '../../core/domain/unjudged.ts';
import { type PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import {
  type ValidationOptions,
  validateDocument,
} from '../../core/validation/validate-document.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import '../pictures.ts';

/** A report with the very error, for who debugs. */
export interface VerifiedFile {
  readonly report: FileReport;
  readonly error: PenaError | null;
}

/** @throws {PenaError} CANCELLED */
export async function verifyFile(file: string, options: ValidationOptions): Promise<VerifiedFile> {
  try {
    const source = await openFileSource(file);
    try {
      const document = await validateDocument(source, options);
      return { report: { file, ...document, error: null }, error: null };
    } finally {
      await source.close();
    }
  } catch (thrown) {
    const error = toPenaError(thrown);
    if (error.code === 'CANCELLED') throw error;
    const { code, params } = error;
    return { report: unjudged(file, { code, params }), error };
  }
}
