// Stamp designs: those that ship with the program, the user's and the office's. A wrong one is reported
// and left out; the others are there all the same.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PenaError } from '../../core/domain/pena-error.ts';
import { type LoadedStampDesign, stampDesign } from '../../core/domain/stamp-design.ts';
import { type DesignProblem, loadImages, problemOf, readJson, Unfit } from './design-file.ts';
import { resourcePath } from './resources.ts';

/** In the same folder, and not a design. */
const FOOTERS = 'footer.json';
const MAX_FILES = 200;

export interface StampDesigns {
  /** By id; a design of the user or the office takes the place of a shipped one of the same id. */
  readonly designs: ReadonlyMap<string, LoadedStampDesign>;
  readonly problems: readonly DesignProblem[];
}

/** @param others folders that need not exist, each above the ones before */
export async function loadStampDesigns(others: readonly string[] = []): Promise<StampDesigns> {
  const designs = new Map<string, LoadedStampDesign>();
  const problems: DesignProblem[] = [];
  for (const folder of [resourcePath('stamps'), ...others]) {
    await loadFolder(folder, designs, problems);
  }
  return { designs, problems };
}

/** @throws {PenaError} STAMP_DESIGN_NOT_FOUND */
export function designOf({ designs }: StampDesigns, id: string): LoadedStampDesign {
  const found = designs.get(id);
  if (found === undefined) {
    throw new PenaError('STAMP_DESIGN_NOT_FOUND', { design: id.slice(0, 40) });
  }
  return found;
}

async function loadFolder(
  folder: string,
  designs: Map<string, LoadedStampDesign>,
  problems: DesignProblem[],
): Promise<void> {
  const own = new Set<string>();
  for (const name of await designFiles(folder)) {
    const file = join(folder, name);
    try {
      const loaded = await loadDesign(folder, file);
      const { id } = loaded.design;
      if (own.has(id)) throw new Unfit(`id: another file has ${id} too`);
      own.add(id);
      designs.set(id, loaded);
    } catch (thrown) {
      problems.push({ file, problem: problemOf(thrown) });
    }
  }
}

async function designFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json') && name !== FOOTERS)
    .sort()
    .slice(0, MAX_FILES);
}

async function loadDesign(folder: string, file: string): Promise<LoadedStampDesign> {
  const design = stampDesign.parse(await readJson(file));
  return { design, images: await loadImages(folder, design.elements) };
}
