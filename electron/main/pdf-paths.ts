// The PDF files that a choice in the window means, at most so many.
import { dirname, relative } from 'node:path';
import { pdfFiles } from '../../native/files/pdf-files.ts';

export interface FoundFile {
  readonly path: string;
  /** Seen from what was chosen. */
  readonly folder: string;
}

/** Stops when `most` are exceeded by one. */
export async function pdfPaths(chosen: readonly string[], most: number): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const top of chosen) {
    for await (const path of pdfFiles([top])) {
      found.push({ path, folder: path === top ? '' : relative(top, dirname(path)) });
      if (found.length > most) return found;
    }
  }
  return found;
}
