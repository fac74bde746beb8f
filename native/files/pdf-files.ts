// The files that arguments mean: a file stands for itself, a folder for all PDFs in it and below, one
// after the other and without holding their names.
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Deeper than people file things; links can lead in circles. */
const MAX_DEPTH = 50;

/** In the order of names within each folder. What cannot be read is given back as it was named. */
export async function* pdfFiles(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    if (await isFolder(path)) yield* below(path, 0);
    else yield path;
  }
}

async function* below(folder: string, depth: number): AsyncGenerator<string> {
  const names: { name: string; folder: boolean }[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      // A linked folder is not entered: it may lead out of what was meant, or back.
      if (entry.isDirectory()) names.push({ name: entry.name, folder: true });
      else if (/\.pdf$/i.test(entry.name)) names.push({ name: entry.name, folder: false });
    }
  } catch {
    // Reading it as a file says what is wrong with it.
    yield folder;
    return;
  }
  names.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of names) {
    const path = join(folder, entry.name);
    if (!entry.folder) yield path;
    else if (depth < MAX_DEPTH) yield* below(path, depth + 1);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  return stats?.isDirectory() === true;
}
