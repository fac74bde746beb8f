// Checks the import rules over a tree, and that the check really saw the tree: a parser that reads
// nothing reports no violation either.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { forbidden } from './rooms.mjs';

/**
 * @typedef {{ rule: string, from: string, to: string }} Violation
 * @typedef {{ violations: Violation[], modules: Record<string, number> }} Findings modules seen a room
 */

const ROOMS = ['core', 'native', 'electron', 'renderer', 'cli', 'tests', 'build'];

/** The one file that may touch ipcMain: it checks sender and schema for every handler. */
const SERVE = 'electron/ipc/serve.ts';

/**
 * @param {string} baseDir the tree's root
 * @returns {Promise<Findings>}
 */
export async function checkImports(baseDir) {
  const roots = ROOMS.filter((room) => existsSync(join(baseDir, room)));
  const { output } = await cruise(roots, {
    baseDir,
    ruleSet: { forbidden },
    validate: true,
    // Types are dependencies too: a room that knows another's types knows that room.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^tests/rules/fixtures/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text, not results');

  /** @type {Record<string, number>} */
  const modules = Object.fromEntries(ROOMS.map((room) => [room, 0]));
  const sources = output.modules
    .map(({ source }) => source)
    .filter((source) => /\.(ts|tsx|js|mjs)$/.test(source));
  for (const source of sources) {
    const room = source.split('/')[0] ?? '';
    if (room in modules) modules[room] = (modules[room] ?? 0) + 1;
  }
  return {
    violations: [
      ...output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
      ...ipcMainViolations(baseDir, sources),
    ],
    modules,
  };
}

/**
 * Rooms in which fewer modules were seen than there must be.
 * @param {Record<string, number>} modules
 * @param {Record<string, number>} minimum
 * @returns {string[]} one sentence a room
 */
export function tooFewModules(modules, minimum) {
  return Object.entries(minimum)
    .filter(([room, least]) => (modules[room] ?? 0) < least)
    .map(
      ([room, least]) => `${room}: ${modules[room] ?? 0} modules seen, at least ${least} expected`,
    );
}

/**
 * dependency-cruiser sees that `electron` is imported, not what is taken from it.
 * @param {string} baseDir
 * @param {readonly string[]} sources
 * @returns {Violation[]}
 */
function ipcMainViolations(baseDir, sources) {
  return sources
    .filter((source) => source.startsWith('electron/') && source !== SERVE)
    .filter((source) =>
      /\bipcMain\b/.test(withoutComments(readFileSync(join(baseDir, source), 'utf8'))),
    )
    .map((from) => ({ rule: 'ipc-main-only-in-serve', from, to: 'ipcMain' }));
}

/** @param {string} text */
const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
