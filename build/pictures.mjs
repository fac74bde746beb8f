// Puts what reads pictures beside what was built, out/pictures/, and has it found there: of pdf.js, which is forty
// megabytes with all that a window may want of it, two programs and three decoders.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** As they are asked for in the source, and what is taken for each. */
const FILES = [
  ['pdfjs-dist/legacy/build/pdf.mjs', 'pdfjs-dist/legacy/build/pdf.min.mjs', 'pdf.mjs'],
  [
    'pdfjs-dist/legacy/build/pdf.worker.mjs',
    'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
    'pdf.worker.mjs',
  ],
  ...['openjpeg.wasm', 'jbig2.wasm', 'qcms_bg.wasm'].map((name) => [
    ...[`pdfjs-dist/wasm/${name}`, `pdfjs-dist/wasm/${name}`, name],
  ]),
  ...['LICENSE_OPENJPEG', 'LICENSE_JBIG2', 'LICENSE_QCMS'].map((name) => [
    ...['', `pdfjs-dist/wasm/${name}`, name],
  ]),
  ['', 'pdfjs-dist/LICENSE', 'LICENSE'],
];

/** @param {string} root of the project; `out/` holds what tsc made */
export function packPictures(root) {
  const find = createRequire(join(root, 'package.json')).resolve;
  const folder = join(root, 'out/pictures');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const user = join(root, 'out/native/pictures/decode.js');
  let code = readFileSync(user, 'utf8');
  for (const [asked = '', from = '', name = ''] of FILES) {
    copyFileSync(find(from), join(folder, name));
    if (asked !== '') code = code.replaceAll(`'${asked}'`, `'../../pictures/${name}'`);
  }
  if (code.includes('pdfjs-dist')) throw new Error('decode.js asks for what is not put beside it');
  writeFileSync(user, code);
}
