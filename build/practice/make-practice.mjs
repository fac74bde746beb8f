// `node build/practice/make-practice.mjs --dir DIR`: makes the practice world in DIR and prints the
// path of its practice.json.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makePracticeWorld } from './practice-world.mjs';

const { values } = parseArgs({ options: { dir: { type: 'string' } } });
if (values.dir === undefined) {
  console.error('Usage: node build/practice/make-practice.mjs --dir DIR');
  process.exit(64);
}
const world = await makePracticeWorld(resolve(values.dir));
if (world.module === null) {
  console.error(`No practice token, PKCS#12 only; missing: ${world.missingForToken.join(', ')}`);
}
console.log(join(world.dir, 'practice.json'));
