// The PDF files that a choice means: a file stands for itself, a folder for all PDFs in it and below.
import { opendir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

export interface FoundFile {
  readonly path: string;
  /** Seen from what was chosen. */
  readonly folder: string;
}

/** Deeper than people file things; links can lead in circles. */
const MAX_DEPTH = 50;

/** In the order of names within each folder; stops when `most` are exceeded by one. */
export async function pdfPaths(chosen: readonly string[], most: number): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of chosen) {
    const stats = await stat(path).catch(() => null);
    if (stats?.isDirectory() === true) await below(path, path, 0, found, most);
    else found.push({ path, folder: '' });
    if (found.length > most) break;
  }
  return found;
}

async function below(
  folder: string,
  top: string,
  depth: number,
  found: FoundFile[],
  most: number,
): Promise<void> {
  const entries: { path: string; folder: boolean }[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      const path = join(folder, entry.name);
      // A linked folder is not entered: it may lead out of what was meant, or back.
      if (entry.isDirectory()) entries.push({ path, folder: true });
      else if (/\.pdf$/i.test(entry.name)) entries.push({ path, folder: false });
    }
  } catch {
    // Reading it as a file says what is wrong with it.
    found.push({ path: folder, folder: relative(top, dirname(folder)) });
    return;
  }
  entries.sort((a, b) => (basename(a.path) < basename(b.path) ? -1 : 1));
  for (const { path, folder: isFolder } of entries) {
    if (found.length > most) return;
    if (!isFolder) found.push({ path, folder: relative(top, folder) });
    else if (depth < MAX_DEPTH) await below(path, top, depth + 1, found, most);
  }
}
