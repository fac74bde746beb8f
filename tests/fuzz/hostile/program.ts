// What measure.mjs asks of the built program, packed as the programs are (build/programs.mjs): it is started five
// times for each file, and finding and linking two hundred modules took longer than starting Node.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const MEASURE = fileURLToPath(new URL('measure.mjs', import.meta.url));

/** Writes it into `folder`, under the modules' own paths. */
export async function packProgram(folder: string): Promise<void> {
  const asked = readFileSync(MEASURE, 'utf8').matchAll(/built\('([^']+)\.js'\)/g);
  const paths = [...asked].map(([, path = '']) => path);
  await build({
    ...{ configFile: false, logLevel: 'warn', root, publicDir: false },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ...{ ssr: true, target: 'node20', minify: false, outDir: folder, emptyOutDir: false },
      rolldownOptions: {
        input: Object.fromEntries(paths.map((path) => [path, join(root, 'out', `${path}.js`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[hash].js' },
      },
    },
  });
}
