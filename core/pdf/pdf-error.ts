// What can be wrong with a PDF, or with what is asked of it.
import type { ErrorCode } from '../domain/error-code.ts';
import { PenaError } from '../domain/pena-error.ts';

export type PdfErrorCode = Extract<ErrorCode, `PDF_${string}`>;

export class PdfError extends PenaError<PdfErrorCode> {
  override readonly name = 'PdfError';
}
