// The code something is refused with; anything thrown that is no PdfError is a bug and goes on.
import { PdfError } from '../../../../core/pdf/pdf-error.ts';

export function codeOf(run: () => unknown): string {
  try {
    run();
    return 'not refused';
  } catch (error) {
    return known(error);
  }
}

export async function refusal(promise: Promise<unknown>): Promise<string> {
  return promise.then(() => 'not refused', known);
}

function known(error: unknown): string {
  if (error instanceof PdfError) return error.code;
  throw error;
}
