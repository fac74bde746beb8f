// Builds everything into out/: what Node runs by tsc, file by file; the preloads as single CommonJS
// files and the window by vite. `--node` builds only what Node runs.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packLibraries } from './libraries.mjs';
import { packPictures } from './pictures.mjs';
import { packPrograms } from './programs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const nodeOnly = process.argv.includes('--node');

function step(name, args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`build ${name}: FAILED`);
    process.exit(status ?? 1);
  }
  console.log(`build ${name}: ok`);
}

step('node', ['node_modules/@typescript/native/bin/tsc', '-p', 'tsconfig.build.json']);
await packLibraries(root);
console.log('build libraries: ok');
packPictures(root);
console.log('build pictures: ok');
await packPrograms(root);
console.log('build programs: ok');
if (!nodeOnly) {
  const { build } = await import('vite');
  const preloads = readdirSync(`${root}/electron/preload`).filter((f) => f.endsWith('-window.ts'));
  for (const file of preloads) {
    const name = file.replace(/\.ts$/, '');
    await build({
      configFile: false,
      logLevel: 'warn',
      root,
      build: {
        outDir: 'out/electron/preload',
        emptyOutDir: false,
        minify: false,
        lib: { entry: `electron/preload/${file}`, formats: ['cjs'], fileName: () => `${name}.cjs` },
        rollupOptions: { external: ['electron'] },
      },
    });
    console.log(`build preload ${name}: ok`);
  }
  if (existsSync(`${root}/renderer/vite.config.ts`)) {
    await build({
      configFile: `${root}/renderer/vite.config.ts`,
      root: `${root}/renderer`,
      logLevel: 'warn',
    });
    console.log('build renderer: ok');
  }
}
