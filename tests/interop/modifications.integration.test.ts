// What other programs change after signing, and what pyHanko thinks of our vectors: never is a file taken
// for harmless here that pyHanko suspects.
// Needs a Python that has pyHanko and pypdf: PENA_PYTHON, else python3.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issue, makeCa, writeP12 } from '../../build/practice/pki.mjs';
import { PdfError } from '../../core/pdf/pdf-error.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { CERTIFIED_ATTACKS } from '../vectors/attacks/certified.ts';
import { COVERING_ATTACKS } from '../vectors/attacks/covering.ts';
import { FURTHER_ATTACKS } from '../vectors/attacks/further.ts';
import { OBJECT_ATTACKS } from '../vectors/attacks/objects.ts';
import { PICTURE_ATTACKS } from '../vectors/attacks/pictures.ts';
import { SHADOW_ATTACKS } from '../vectors/attacks/shadow.ts';
import { STRUCTURE_ATTACKS } from '../vectors/attacks/structure.ts';
import { LEGITIMATE_CHANGES } from '../vectors/legitimate/changes.ts';
import { baseDocument } from '../vectors/support/base-document.ts';
import { told, verify } from '../vectors/support/in-memory.ts';
import { Table } from '../vectors/support/table.ts';

const python = process.env['PENA_PYTHON'] ?? 'python3';
const script = fileURLToPath(new URL('later-changes.py', import.meta.url));
const present = spawnSync(python, ['-c', 'import pyhanko.sign, pypdf.annotations']).status === 0;
const MISSING = present ? '' : ' (skipped: no pyHanko and pypdf)';

function run(...parameters: readonly string[]): Record<string, string> {
  const text = execFileSync(python, [script, ...parameters], { maxBuffer: 1 << 26 }).toString();
  return JSON.parse(text) as Record<string, string>;
}

/** What is expected of the first signature: level, and what is told of it. */
const EXPECTED: Readonly<Record<string, readonly [modification: string, told: string]>> = {
  'pyhanko: nothing': ['NONE', ''],
  'pyhanko: second signature': ['FORM_FILLING', 'LATER_CHANGES_ALLOWED'],
  'pyhanko: second signature, visible': ['FORM_FILLING', 'LATER_CHANGES_ALLOWED'],
  'pyhanko: empty field signed': ['FORM_FILLING', 'LATER_CHANGES_ALLOWED'],
  'pyhanko: empty field added': ['FORM_FILLING', 'LATER_CHANGES_ALLOWED'],
  'pyhanko: certified P=2, empty field signed': ['FORM_FILLING', 'LATER_CHANGES_ALLOWED'],
  'pyhanko: certified P=1, validation data and stamp': ['LTA_UPDATES', 'LATER_CHANGES_ALLOWED'],
  'pyhanko: certified P=1, filled in': ['FORM_FILLING', 'CERTIFICATION_BROKEN'],
  'pyhanko: filled in': ['FORM_FILLING', 'LATER_CHANGES_ALLOWED'],
  'pyhanko: locked, second signature': ['FORM_FILLING', 'LATER_CHANGES_ALLOWED'],
  'pyhanko: locked, filled in': ['FORM_FILLING', 'LOCKED_FIELD_CHANGED'],
  'pyhanko: validation data': ['LTA_UPDATES', 'LATER_CHANGES_ALLOWED'],
  'pyhanko: validation data and stamp': ['LTA_UPDATES', 'LATER_CHANGES_ALLOWED'],
  'pyhanko: title': ['LTA_UPDATES', 'LATER_CHANGES_ALLOWED'],
  'pypdf: filled in': ['FORM_FILLING', 'LATER_CHANGES_ALLOWED'],
  'pypdf: filled in, to be drawn anew': ['FORM_FILLING', 'FIELDS_DRAWN_ANEW'],
  'pypdf: box ticked': ['FORM_FILLING', 'LATER_CHANGES_ALLOWED'],
  'pypdf: certified P=3, text marked': ['ANNOTATIONS', 'LATER_CHANGES_ALLOWED'],
  'pypdf: certified P=3, note': ['ANNOTATIONS', 'LATER_CHANGES_ALLOWED'],
  'pypdf: certified P=3, text over text': ['ANNOTATIONS', 'CONTENT_MAY_BE_COVERED'],
  'pypdf: text marked': ['ANNOTATIONS', 'COMMENTS_UNFORESEEN'],
  'pypdf: title': ['LTA_UPDATES', 'LATER_CHANGES_ALLOWED'],
  'pypdf: page added': ['OTHER', 'PAGES_CHANGED'],
  'pypdf: file attached': ['OTHER', 'NAMES_CHANGED'],
};

/** Of the signatures' own certificates, which these tests do not look at. */
const OF_CERTIFICATES = /CERTIFICATE|CHAIN|ANCHORS|KEY_USAGE|ALGORITHM/;

describe.skipIf(!present)(`what pyHanko and pypdf write${MISSING}`, () => {
  const folder = sharedTemporaryFolder();
  const table = new Table(['change', 'modification', 'told']);
  let files: Record<string, string> = {};
  beforeAll(async () => {
    const ca = await makeCa(join(folder, 'ca'), {
      ...{ baseUrl: 'http://127.0.0.1:1', subject: '/CN=CA UJI', algorithm: 'rsa:2048' },
    });
    const options = { subject: '/CN=UJI', algorithm: 'rsa:2048' } as const;
    const signer = await issue(ca, 'signer', 'signer', options);
    const [base, key] = [join(folder, 'base.pdf'), join(folder, 'key.p12')];
    await writeP12(ca, signer, { path: key, passphrase: 'uji-saja', friendlyName: 'UJI' });
    writeFileSync(base, baseDocument());
    files = run('write', base, key, 'uji-saja', folder);
  });
  afterAll(() => {
    table.print();
  });

  it.each(Object.entries(EXPECTED))('%s', async (name, [modification, reasons]) => {
    const { signatures } = await verify(readFileSync(files[name] ?? ''));
    const first = signatures[0];
    if (first === undefined) throw new Error('no signature');
    const codes = told(first).filter((code) => !OF_CERTIFICATES.test(code));
    table.row(name, first.modification, codes.join(', '));
    expect(first.intact).toBe(true);
    expect(first.modification).toBe(modification);
    expect(codes.join(', ')).toBe(reasons);
  });
});

/**
 * Levels that pyHanko does not know, or knows in one form only (of a list, not /I, which Acrobat writes; no frame,
 * no sign of a tick, no buttons of one field, no entry of a writer's own, no place taken from an empty field, no /Type
 * added, nothing in the trailer that leads nowhere, no page that gets a number among the
 * tags); both sides are explained in the rules.
 */
const STRICTER_THERE =
  /^certified P=3|^tagged|^list in which|as PyMuPDF does$|as iText does$|^one of two|^a key of a writer|^empty field signed unseen|^widgets called|^hybrid document of LibreOffice|^tags and a look/;

describe.skipIf(!present)(`pyHanko over our vectors${MISSING}`, () => {
  const folder = sharedTemporaryFolder();

  it('agrees on what is legitimate', async () => {
    const paths = new Map<string, { name: string; modification: string }>();
    for (const [i, { name, build, modification }] of LEGITIMATE_CHANGES.entries()) {
      const path = join(folder, `legitimate-${i}.pdf`);
      writeFileSync(path, await build());
      if (!STRICTER_THERE.test(name)) paths.set(path, { name, modification });
    }
    const levels = run('judge', ...paths.keys());
    for (const [path, { name, modification }] of paths) {
      // It calls a revision that changes nothing an update.
      const expected = name === 'objects written anew, the same' ? 'LTA_UPDATES' : modification;
      expect({ name, level: levels[path] }).toEqual({ name, level: expected });
    }
  });

  it('suspects nothing that passes here', async () => {
    const paths = new Map<string, { name: string; passes: boolean }>();
    const attacks = [
      ...[STRUCTURE_ATTACKS, SHADOW_ATTACKS, OBJECT_ATTACKS, CERTIFIED_ATTACKS].flat(),
      ...[...COVERING_ATTACKS, ...FURTHER_ATTACKS, ...PICTURE_ATTACKS],
    ];
    for (const [i, { name, build }] of attacks.entries()) {
      const file = await build();
      const path = join(folder, `attack-${i}.pdf`);
      writeFileSync(path, file);
      paths.set(path, { name, passes: await passes(file) });
    }
    const levels = run('judge', ...paths.keys());
    const suspected = [...paths].filter(([path]) => levels[path] === 'SUSPICIOUS');
    expect(suspected.length).toBeGreaterThan(60);
    expect(suspected.filter(([, { passes: good }]) => good)).toEqual([]);
  });
});

async function passes(file: Buffer): Promise<boolean> {
  try {
    const { signatures } = await verify(file);
    return signatures.some((one) => told(one).includes('LATER_CHANGES_ALLOWED'));
  } catch (error) {
    if (error instanceof PdfError) return false;
    throw error;
  }
}
