#!/usr/bin/env node
// The command `pena`: runs what was built into out/, or says in one sentence how to get it built.
import { existsSync } from 'node:fs';
import process from 'node:process';

const main = new URL('../out/cli/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const english = (LC_ALL || LC_MESSAGES || LANG || '').startsWith('en');
  process.stderr.write(
    english
      ? 'Pena is not built yet: run "npm install" and "npm run build" in its folder first.\n'
      : 'Pena belum dibangun: jalankan dahulu "npm install" dan "npm run build" di foldernya.\n',
  );
  process.exitCode = 69;
}
