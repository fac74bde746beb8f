// What programs that are not ours say and show of the signed file; both are optional.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tryRun, which } from '../lib/command.mjs';

/**
 * @param {string} file
 * @returns {Promise<string | null>} pdfsig's sentence, e.g. "Signature is Valid."; null without pdfsig
 */
export async function secondOpinion(file) {
  if (which('pdfsig') === null) return null;
  // No certificate store: whom to trust is Pena's question, the mathematics is pdfsig's.
  const { output } = await tryRun('pdfsig', ['-nocert', file], { env: { LC_ALL: 'C' } });
  return /- Signature Validation: (.*)/.exec(output)?.[1] ?? output.trim().split('\n')[0] ?? '';
}

/**
 * Draws every page as a PNG.
 * @param {string} file
 * @param {string} dir is emptied first
 * @returns {Promise<string[]>} paths; empty without pdftoppm
 */
export async function pageImages(file, dir) {
  if (which('pdftoppm') === null) return [];
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  await tryRun('pdftoppm', ['-png', '-r', '100', file, join(dir, 'halaman')]);
  return readdirSync(dir)
    .sort()
    .map((name) => join(dir, name));
}
