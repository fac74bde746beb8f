// Packs the libraries that are made of hundreds of small files into one file each, out/libraries/NAME.js,
// and has what was built use those: finding and reading the files took longer than signing a document.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What each has for a default export too is named, as `export *` leaves it out. */
const LIBRARIES = [
  { name: 'zod', text: `export * from 'zod';` },
  { name: 'pdf-lib', text: `export * from 'pdf-lib';` },
  {
    name: '@cantoo/fontkit',
    text: `export * from '@cantoo/fontkit'; export { default } from '@cantoo/fontkit';`,
  },
];
const BUILT = ['core', 'native', 'cli', 'electron'];

/** @param {string} root of the project; `out/` holds what tsc made */
export async function packLibraries(root) {
  const { build } = await import('vite');
  for (const { name, text } of LIBRARIES) {
    const entry = `virtual:${name}`;
    await build({
      ...{ configFile: false, logLevel: 'warn', root, publicDir: false },
      plugins: [
        {
          name: 'entry',
          resolveId: (/** @type {string} */ id) => (id === entry ? `\0${id}` : null),
          load: (/** @type {string} */ id) => (id === `\0${entry}` ? text : null),
        },
      ],
      ssr: { noExternal: true, target: 'node' },
      build: {
        ...{ ssr: true, target: 'node20', minify: false, emptyOutDir: false },
        outDir: 'out/libraries',
        rollupOptions: { input: entry, output: { entryFileNames: fileOf(name) } },
      },
    });
  }
  for (const folder of BUILT) useThem(join(root, 'out', folder), join(root, 'out/libraries'));
}

/** @param {string} name */
const fileOf = (name) => `${name.replace(/^@/, '').replace('/', '-')}.js`;

/** @param {string} folder @param {string} libraries */
function useThem(folder, libraries) {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js')) continue;
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    const place = relative(dirname(path), libraries).replaceAll('\\', '/');
    const packed = LIBRARIES.reduce(
      (code, { name }) => code.replaceAll(`from '${name}';`, `from '${place}/${fileOf(name)}';`),
      text,
    );
    if (packed !== text) writeFileSync(path, packed);
  }
}
