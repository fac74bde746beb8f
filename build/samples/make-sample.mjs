// Makes resources/samples/keputusan-wali-kota.pdf anew: `node build/samples/make-sample.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/root.mjs';
import { makeDecree } from './decree.mjs';

const font = (/** @type {string} */ name) => readFileSync(join(root, 'resources/fonts', name));
const target = join(root, 'resources/samples/keputusan-wali-kota.pdf');
const pdf = await makeDecree({
  regular: font('NotoSans-Regular.ttf'),
  bold: font('NotoSans-Bold.ttf'),
});
writeFileSync(target, pdf);
console.log(`${target}: ${pdf.length} bytes`);
