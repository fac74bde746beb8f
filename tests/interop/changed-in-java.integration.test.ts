// Signed documents that PDFBox and iText change afterwards in their own ways: a /Size of the update's objects alone, tags
// put below a new element, an empty field whose place is taken. Nothing is held against the signature for it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issue, makeCa, writeP12 } from '../../build/practice/pki.mjs';
import { validateDocument } from '../../core/validation/validate-document.ts';
import { memorySource } from '../core/support/memory-source.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { baseDocument } from '../vectors/support/base-document.ts';
import { NOW, ROOT, signed, told } from '../vectors/support/in-memory.ts';
import { Table } from '../vectors/support/table.ts';
import { taggedDocument } from '../vectors/support/tagged.ts';
import { JAVA_CHANGERS } from './other-writers/java-writers.ts';

const PASSPHRASE = 'uji-saja';
const folder = sharedTemporaryFolder();
const table = new Table(['program', 'document', 'change', 'modification', 'changes', 'reasons']);
afterAll(() => {
  table.print();
});

const MODIFICATIONS: Readonly<Record<string, string>> = {
  information: 'LTA_UPDATES',
  metadata: 'LTA_UPDATES',
  note: 'ANNOTATIONS',
  'form filled in': 'FORM_FILLING',
  'signed again': 'FORM_FILLING',
  'empty field signed': 'FORM_FILLING',
};

const DOCUMENTS: Readonly<Record<string, () => Buffer>> = {
  'with a table': baseDocument,
  'with object streams': () => baseDocument({ compressed: true }),
  tagged: taggedDocument,
  'tagged, one element': () => taggedDocument({ kids: '23 0 R' }),
  'tagged, a document beside': () => taggedDocument({ kids: '[21 0 R 24 0 R]', document: '' }),
};

let p12 = '';
beforeAll(async () => {
  const ca = await makeCa(join(folder, 'ca'), {
    ...{ baseUrl: 'http://127.0.0.1:1', subject: '/CN=CA UJI', algorithm: 'rsa:2048' },
  });
  const signer = await issue(ca, 'signer', 'signer', { subject: '/CN=UJI', algorithm: 'rsa:2048' });
  p12 = join(folder, 'key.p12');
  await writeP12(ca, signer, { path: p12, passphrase: PASSPHRASE, friendlyName: 'UJI' });
}, 60_000);

describe.each(JAVA_CHANGERS)('changed by $name', ({ name, missing, change }) => {
  const says = missing === null ? '' : ` (skipped: no ${missing})`;

  it.skipIf(missing !== null).each(Object.keys(DOCUMENTS))(
    `%s: nothing is held against the signature${says}`,
    { timeout: 180_000 },
    async (kind) => {
      const into = join(folder, `${name} ${kind}`);
      mkdirSync(into);
      const input = join(folder, `${name} ${kind}.pdf`);
      // A note is foreseen by a certification of this level alone.
      writeFileSync(input, await signed(DOCUMENTS[kind]!(), { certification: 3 }));
      change(input, into, { p12, passphrase: PASSPHRASE });
      const made = readdirSync(into);
      expect(made.length).toBeGreaterThanOrEqual(5);
      for (const file of made) {
        const way = file.replace(/\.pdf$/, '');
        const { signatures, revisions } = await validateDocument(
          memorySource(readFileSync(join(into, file))),
          // The programs sign with the clock's time, ours at a fixed one.
          { anchors: [ROOT.der], at: null, now: new Date(Math.max(Date.now(), +NOW) + 60_000) },
        );
        const [first] = signatures;
        if (first === undefined) throw new Error('no signature');
        const codes = revisions.flatMap(({ changes }) => changes.map(({ code }) => code));
        table.row(name, kind, way, first.modification, codes.join(', '), told(first).join(', '));
        expect({ way, intact: first.intact, level: first.modification, told: told(first) }).toEqual(
          {
            ...{ way, intact: true, level: MODIFICATIONS[way] },
            told: ['LATER_CHANGES_ALLOWED'],
          },
        );
      }
    },
  );
});
