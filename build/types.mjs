// Type-checks every layer under its own tsconfig; stops with a non-zero code when one fails.
import { spawnSync } from 'node:child_process';

const LAYERS = ['core', 'native', 'electron', 'electron/preload', 'renderer', 'cli', 'tests'];
const tsc = new URL('../node_modules/@typescript/native/bin/tsc', import.meta.url).pathname;

let failed = 0;
for (const layer of LAYERS) {
  // Several checkers read the same declarations each for itself: twice the processor's time for one layer.
  const args = [tsc, '-p', layer, '--singleThreaded'];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) failed += 1;
  console.log(`types ${layer}: ${status === 0 ? 'ok' : 'FAILED'}`);
}
process.exitCode = failed === 0 ? 0 : 1;
