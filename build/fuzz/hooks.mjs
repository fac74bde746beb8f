// Module hooks (node:module register): TypeScript is translated as it is loaded, core/ with counters.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { COUNTERS, translate } from './instrument.mjs';

const core = new URL('../../core/', import.meta.url).href;
let counters = 0;
const next = () => counters++ % COUNTERS;

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const text = await readFile(fileURLToPath(url), 'utf8');
  const source = translate(text, url, url.startsWith(core) ? next : null);
  return { format: 'module', source, shortCircuit: true };
}
