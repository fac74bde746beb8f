// A green rule check must mean something: for every rule a violation is planted in a small tree, and
// each is reported under its own name; a tree without modules is not "no violations".
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkImports, tooFewModules } from '../../build/rules/check-imports.mjs';
import { forbidden } from '../../build/rules/rooms.mjs';

/** What keeps all the rules. */
const CLEAN: Record<string, string> = {
  'core/domain/word.ts': `export const word = 1;`,
  'core/contract/entry.ts': `export { word } from '../domain/word.ts';`,
  'core/ports/byte-source.ts': `export type { word } from '../domain/word.ts';`,
  'core/pdf/reader.ts': `import type {} from '../ports/byte-source.ts'; export const reader = 1;`,
  'core/cms/signed-data.ts': `export const signedData = 1;`,
  'core/trust/path.ts': `export { signedData } from '../cms/signed-data.ts';`,
  'core/signing/sign.ts': `export { reader } from '../pdf/reader.ts';`,
  'core/validation/validate.ts': `export { reader } from '../pdf/reader.ts';`,
  'core/lifecycle/renewal.ts': `export const renewal = 1;`,
  'native/files/source.ts': `import 'node:fs'; export const source = 1;`,
  'electron/ipc/serve.ts': `export const ipcMain = 'the one place that may name it';`,
  'renderer/features/verify/view.tsx': `export const view = <p>{1}</p>;`,
  'cli/main.ts': `export { source } from '../native/files/source.ts';`,
  'tests/support/help.ts': `export const help = 1;`,
};

/** rule -> file and text that break it. */
const PLANTED: Record<string, [string, string]> = {
  'room-core-domain': ['core/domain/bad.ts', `import '../ports/byte-source.ts';`],
  'room-core-contract': ['core/contract/bad.ts', `import '../cms/signed-data.ts';`],
  'room-core-ports': ['core/ports/bad.ts', `import '../pdf/reader.ts';`],
  'room-core-pdf': ['core/pdf/bad.ts', `import type { signedData } from '../cms/signed-data.ts';`],
  'room-core-cms': ['core/cms/bad.ts', `import '../pdf/reader.ts';`],
  'room-core-trust': ['core/trust/bad.ts', `import '../pdf/reader.ts';`],
  'room-core-signing': ['core/signing/bad.ts', `import '../validation/validate.ts';`],
  'room-core-validation': ['core/validation/bad.ts', `import '../signing/sign.ts';`],
  'room-core-lifecycle': ['core/lifecycle/bad.ts', `import '../../native/files/source.ts';`],
  'room-native': ['native/bad.ts', `export * from '../core/cms/signed-data.ts';`],
  'room-native-signpdf': ['native/signpdf/bad.ts', `import '../../core/pdf/reader.ts';`],
  'room-electron': ['electron/main/bad.ts', `import '../../cli/main.ts';`],
  'room-preload': ['electron/preload/bad.ts', `import '../../core/pdf/reader.ts';`],
  'room-renderer': ['renderer/bad.tsx', `import { reader } from '../core/pdf/reader.ts';`],
  'room-cli': ['cli/bad.ts', `await import('../renderer/features/verify/view.tsx');`],
  'feature-alone': ['renderer/features/sign/bad.tsx', `import '../verify/view.tsx';`],
  'no-tests-outside-tests': ['build/bad.mjs', `import '../tests/support/help.ts';`],
  'package-electron': ['native/shell.ts', `import { app } from 'electron';`],
  'package-window-packages': ['cli/window.ts', `import 'react';`],
  'package-pdfjs': ['cli/page.ts', `import 'pdfjs-dist';`],
  'package-asn1-packages': ['native/asn1.ts', `import 'pkijs';`],
  'package-pdf-lib': ['core/validation/reports/report.ts', `import 'pdf-lib';`],
  'package-graphene': ['cli/token.ts', `import 'graphene-pk11';`],
  'package-signpdf': ['cli/signpdf.ts', `import '@signpdf/utils';`],
  'package-keytar': ['electron/main/secret.ts', `import 'keytar';`],
  'package-nodemailer': ['cli/mail.ts', `import type {} from 'nodemailer';`],
  'no-outside-world': ['core/cms/disk.ts', `import { readFileSync } from 'node:fs';`],
  'no-cycle': ['core/domain/loop-back.ts', `import './loop.ts';`],
  resolvable: ['cli/nowhere.ts', `import './not-there.ts';`],
  'ipc-main-only-in-serve': [
    'electron/main/raw.ts',
    `import * as shell from 'electron'; shell.ipcMain.handle('x', () => 1);`,
  ],
};

let dir: string;
const plant = (files: Record<string, string>): string => {
  const tree = mkdtempSync(join(dir, 'tree-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), `${text}\n`);
  }
  return tree;
};

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pena-rules-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('import rules', () => {
  it('find nothing in a tree that keeps them', async () => {
    expect((await checkImports(plant(CLEAN))).violations).toEqual([]);
  });

  it('have a planted violation each', () => {
    const rules = [...forbidden.map(({ name }) => name), 'ipc-main-only-in-serve'];
    expect(Object.keys(PLANTED).sort()).toEqual(rules.sort());
  });

  it('report every planted violation under its own name', async () => {
    const bad = Object.fromEntries(Object.values(PLANTED));
    const back = { 'core/domain/loop.ts': `import './loop-back.ts';` };
    const { violations } = await checkImports(plant({ ...CLEAN, ...bad, ...back }));
    const missed = Object.entries(PLANTED).filter(
      ([rule, [from]]) => !violations.some((v) => v.rule === rule && v.from === from),
    );
    expect(missed).toEqual([]);
  });

  it('let pdf-lib draw stamps and reports', async () => {
    const drawing = ['core/pdf/appearance/stamp.ts', 'core/validation/reports/pdf/paper.ts'];
    const tree = Object.fromEntries(drawing.map((path) => [path, `import 'pdf-lib';`]));
    const { violations } = await checkImports(plant({ ...CLEAN, ...tree }));
    // Nothing is installed in the small tree.
    expect([...new Set(violations.map(({ rule }) => rule))]).toEqual(['resolvable']);
  });

  it('do not take an empty tree for a clean one', async () => {
    const { violations, modules } = await checkImports(plant({ 'core/notes.md': 'no module' }));
    expect(violations).toEqual([]);
    expect(tooFewModules(modules, { core: 1 })).toEqual([
      'core: 0 modules seen, at least 1 expected',
    ]);
  });
});
