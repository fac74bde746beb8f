// Packs what starts as a program of its own, command line, window, hosts and the writing thread, into a few
// files each, out/programs/: finding, reading and linking five hundred small modules took longer than
// signing a hundred documents. What else imports those modules (tests) has them as they were.
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';

/** Entries under out/, which become one line that imports the packed one. */
const PROGRAMS = [
  { name: 'pena', entry: 'cli/main.js' },
  { name: 'token-host', entry: 'native/pkcs11/host/main.js' },
  { name: 'writer', entry: 'native/batch/writer-thread.js' },
  { name: 'window', entry: 'electron/main/main.js' },
  { name: 'document-host', entry: 'electron/hosts/document-host.js' },
];
/** Packed along, being used at every start; all others, native ones above all, stay where they are. */
const ALONG = ['zod', 'commander', 'graphene-pk11', 'tslib', 'qrcode-generator'];

/** @param {string} root of the project; `out/` holds what tsc made */
export async function packPrograms(root) {
  const { build } = await import('vite');
  const out = join(root, 'out');
  rmSync(join(out, 'programs'), { recursive: true, force: true });
  await build({
    ...{ configFile: false, logLevel: 'warn', root, publicDir: false },
    plugins: [keepPlaces(out)],
    // As Node itself finds it.
    resolve: {
      alias: { 'graphene-pk11': createRequire(import.meta.url).resolve('graphene-pk11') },
    },
    ssr: { noExternal: ALONG, target: 'node' },
    build: {
      ...{ ssr: true, target: 'node20', minify: false, emptyOutDir: false },
      outDir: 'out',
      rollupOptions: {
        input: Object.fromEntries(PROGRAMS.map(({ name, entry }) => [name, join(out, entry)])),
        external: ['electron', /[\\/]out[\\/]libraries[\\/]/],
        output: {
          entryFileNames: 'programs/[name].js',
          chunkFileNames: 'programs/[name]-[hash].js',
        },
      },
    },
  });
  for (const { name, entry } of PROGRAMS) {
    const up = '../'.repeat(entry.split('/').length - 1);
    writeFileSync(join(out, entry), `import '${up}programs/${name}.js';\n`);
  }
}

/**
 * A module that finds a file beside itself finds it still: all packed files lie in one folder, from where
 * each module's own place is always as far.
 * @param {string} out
 * @returns {import('vite').Plugin}
 */
function keepPlaces(out) {
  return {
    name: 'keep-places',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(out + sep) || !code.includes('import.meta.url')) return null;
      const place = `../${relative(out, id).replaceAll(sep, '/')}`;
      return code.replaceAll('import.meta.url', `new URL('${place}', import.meta.url).href`);
    },
  };
}
