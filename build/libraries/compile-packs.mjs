// `node [settings] compile-packs.mjs FOLDER PACK...`: keeps what the packs are compiled into under these settings.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = '', ...packs] = process.argv.slice(2);
const { keepCompiled, readPack } = await import(pathToFileURL(join(folder, 'read-pack.js')).href);
for (const pack of packs) {
  readPack(pack);
  keepCompiled(pack);
}
