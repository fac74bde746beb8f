// Footers: those that ship with the program, and those of footer.json in the user's folder or the office's.
import { join } from 'node:path';
import {
  footerFile,
  type FooterDesign,
  type LoadedFooter,
} from '../../core/domain/footer-design.ts';
import { type DesignProblem, loadImages, problemOf, readJson } from './design-file.ts';
import { errnoOf } from './file-error.ts';
import { resourcePath } from './resources.ts';

export interface Footers {
  /** By id; a user's footer takes the place of a shipped one of the same id. */
  readonly footers: ReadonlyMap<string, LoadedFooter>;
  readonly problems: readonly DesignProblem[];
}

/** @param others folders that need not exist, nor hold a footer.json, each above the ones before */
export async function loadFooters(others: readonly string[] = []): Promise<Footers> {
  const footers = new Map<string, LoadedFooter>();
  const problems: DesignProblem[] = [];
  for (const folder of [resourcePath('stamps'), ...others]) {
    const file = join(folder, 'footer.json');
    try {
      const found = footerFile.parse(await readJson(file));
      for (const footer of found.footers) footers.set(footer.id, await load(folder, footer));
    } catch (thrown) {
      if (errnoOf(thrown) !== 'ENOENT') problems.push({ file, problem: problemOf(thrown) });
    }
  }
  return { footers, problems };
}

async function load(folder: string, footer: FooterDesign): Promise<LoadedFooter> {
  return { footer, images: await loadImages(folder, footer.elements) };
}
