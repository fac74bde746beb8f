// Lies beside the packed libraries as read-pack.js (see build/libraries.mjs): runs one of them, by what it was
// compiled into when it was packed, where this is the same Node with the same settings.
import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

/** @type {Map<string, Script>} */
const SCRIPTS = new Map();

/** @param {string} pack name of the file @returns {Record<string, unknown>} what it exports */
export function readPack(pack) {
  const path = pathOf(pack);
  const cachedData = compiledOf(path);
  const script = new Script(Module.wrap(readFileSync(path, 'utf8')), {
    filename: path,
    // What is not of this Node is not taken, without a word.
    ...(cachedData === null ? {} : { cachedData }),
  });
  SCRIPTS.set(pack, script);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  return module.exports;
}

/** Writes down what the pack has been compiled into, with all of it that ran. @param {string} pack */
export function keepCompiled(pack) {
  const script = SCRIPTS.get(pack);
  if (script !== undefined) writeFileSync(compiledPath(pathOf(pack)), script.createCachedData());
}

/** @param {string} pack */
const pathOf = (pack) => fileURLToPath(new URL(`./${pack}`, import.meta.url));

/** One for each setting that V8 compiles by: a limit of memory is one. @param {string} path */
const compiledPath = (path) => `${path}.${cachedDataVersionTag()}.compiled`;

/** @param {string} path */
function compiledOf(path) {
  try {
    return readFileSync(compiledPath(path));
  } catch {
    return null;
  }
}
