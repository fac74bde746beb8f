// Packs the libraries that are made of hundreds of small files into one file each, out/libraries/NAME.cjs,
// and has what was built use those: finding and reading the files took longer than signing a document. Beside
// each lies what this Node made of it when it was compiled, which the same Node need not do again at every
// start; another one (Electron's) does not take it and compiles as ever. Once more for the document host, whose limit
// of memory is a setting that V8 compiles by.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What each has for a default export too is named, as `export *` leaves it out. */
const LIBRARIES = [
  { name: 'zod', text: `export * from 'zod';` },
  { name: 'pdf-lib', text: `export * from 'pdf-lib';` },
  {
    name: '@cantoo/fontkit',
    text: `export * from '@cantoo/fontkit'; export { default } from '@cantoo/fontkit';`,
  },
];
const COMPILE = fileURLToPath(new URL('libraries/compile-packs.mjs', import.meta.url));
const BUILT = ['core', 'native', 'cli', 'electron'];

/** @param {string} root of the project; `out/` holds what tsc made */
export async function packLibraries(root) {
  const { build } = await import('vite');
  const folder = join(root, 'out/libraries');
  rmSync(folder, { recursive: true, force: true });
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
        // Half the text is read in half the time.
        ...{ ssr: true, target: 'node20', minify: true, emptyOutDir: false },
        outDir: 'out/libraries',
        rollupOptions: {
          input: entry,
          output: { format: 'cjs', exports: 'named', entryFileNames: packOf(name) },
        },
      },
    });
  }
  copyFileSync(join(root, 'build/libraries/read-pack.mjs'), join(folder, 'read-pack.js'));
  const { readPack } = await importFrom(folder, 'read-pack.js');
  for (const { name } of LIBRARIES) {
    const pack = packOf(name);
    writeFileSync(join(folder, fileOf(name)), facade(pack, readPack(pack)));
  }
  const { DOCUMENT_HOST_ARGS } = await importFrom(root, 'out/electron/hosts/document-memory.js');
  const packs = LIBRARIES.map(({ name }) => packOf(name));
  for (const args of [[], DOCUMENT_HOST_ARGS]) {
    execFileSync(process.execPath, [...args, COMPILE, folder, ...packs]);
  }
  for (const built of BUILT) useThem(join(root, 'out', built), folder);
}

/** @param {string} folder @param {string} path */
const importFrom = (folder, path) => import(pathToFileURL(join(folder, path)).href);

/** A module with the names of the pack, as ECMAScript modules import them. @param {string} pack @param {object} names */
function facade(pack, names) {
  const named = Object.keys(names).filter((name) => name !== 'default' && name !== '__esModule');
  // Some are called as no variable can be.
  const main = 'default' in names ? 'export default all.default;\n' : '';
  return `import { readPack } from './read-pack.js';
const all = readPack('${pack}');
${main}const { ${named.map((name, at) => `${name}: _${at}`).join(', ')} } = all;
export { ${named.map((name, at) => `_${at} as ${name}`).join(', ')} };
`;
}

/** @param {string} name */
const fileOf = (name) => `${name.replace(/^@/, '').replace('/', '-')}.js`;

/** @param {string} name */
const packOf = (name) => fileOf(name).replace(/\.js$/, '.cjs');

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
