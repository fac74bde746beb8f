// The built program with the stand-in for Electron in its place. Without a module hook, which would be asked
// for each of a hundred modules, in a thread of its own: half of what a start costs.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const standIn = new URL('./electron/electron.mjs', import.meta.url).href;
const ELECTRON = / from (['"])electron\1;/g;

/**
 * @param {string} program path; the only module of it that asks for Electron (build/programs.mjs)
 * @returns {string} path of the other one, beside it: what it finds by its own place, it finds still
 */
export function withStandIn(program) {
  const text = readFileSync(program, 'utf8');
  const replaced = text.replace(ELECTRON, ` from '${standIn}';`);
  if (replaced === text) throw new Error(`Electron is not asked for: ${program}`);
  const path = program.replace(/\.js$/, '.stand-in.js');
  // Whole at once: another worker may be starting it.
  const own = `${path}.${process.pid}`;
  writeFileSync(own, replaced);
  renameSync(own, path);
  return path;
}
