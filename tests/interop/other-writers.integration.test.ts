// Files that other programs have signed: judged as they are, after a change that anybody may make, and
// after changes that nobody may.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issue, makeCa, writeP12 } from '../../build/practice/pki.mjs';
import { Increment } from '../../core/pdf/increment/increment.ts';
import { PdfDict, PdfStream } from '../../core/pdf/objects.ts';
import { findPage } from '../../core/pdf/pages.ts';
import { PdfReader } from '../../core/pdf/reader.ts';
import { validateDocument } from '../../core/validation/validate-document.ts';
import { memorySource } from '../core/support/memory-source.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { baseDocument } from '../vectors/support/base-document.ts';
import { NOW, ROOT, SECOND, signed } from '../vectors/support/in-memory.ts';
import { Table } from '../vectors/support/table.ts';
import { LATER_CHANGES } from './other-writers/later-changes.ts';
import { python } from './other-writers/python-writers.ts';
import type { Key } from './other-writers/writer.ts';
import { WRITERS } from './other-writers/writers.ts';

const PASSPHRASE = 'uji-saja';
const folder = sharedTemporaryFolder();
const table = new Table(['writer', 'case', 'verdict', 'coverage', 'changes', 'reasons']);
/** By writer, where each signed. */
const made = new Map<string, string>();
let key: Key;
let anchor: Uint8Array;

beforeAll(async () => {
  const ca = await makeCa(join(folder, 'ca'), {
    ...{ baseUrl: 'http://127.0.0.1:1', subject: '/CN=CA UJI', algorithm: 'rsa:2048' },
  });
  const signer = await issue(ca, 'signer', 'signer', { subject: '/CN=UJI', algorithm: 'rsa:2048' });
  const p12 = join(folder, 'key.p12');
  await writeP12(ca, signer, { path: p12, passphrase: PASSPHRASE, friendlyName: 'UJI' });
  key = {
    ...{ p12, passphrase: PASSPHRASE, authority: ca.certificate },
    ...{ certificate: signer.certificate, privateKey: signer.key },
  };
  anchor = new Uint8Array(readFileSync(ca.certificateDer));
  writeFileSync(join(folder, 'base.pdf'), baseDocument());
});
afterAll(() => {
  table.print();
});

async function judged(writer: string, what: string, file: Uint8Array) {
  const report = await validateDocument(memorySource(file), {
    // The writers sign with the clock's time, whatever it is; ours with a fixed one.
    ...{
      anchors: [anchor, ROOT.der],
      at: null,
      now: new Date(Math.max(Date.now(), +NOW) + 60_000),
    },
  });
  const first = report.signatures[0];
  if (first === undefined) throw new Error('no signature');
  const codes = first.reasons.map(({ code }) => code);
  const { indication, subIndication, coverage, modification } = first;
  table.row(writer, what, subIndication ?? indication, coverage, modification, codes.join(', '));
  return { first, count: report.signatures.length, codes };
}

/** An update that puts other contents onto the first page. */
async function withOtherContents(file: Buffer): Promise<Buffer> {
  const reader = await PdfReader.open(memorySource(file));
  const { ref, dict } = await findPage(reader, 1);
  const increment = new Increment(reader);
  const text = Buffer.from('BT /F1 24 Tf 72 700 Td (Dibayar Rp 9.000.000) Tj ET');
  const contents = increment.add(new PdfStream(new PdfDict([]), new Uint8Array(text)));
  increment.set(ref, dict.with({ Contents: contents }));
  return Buffer.concat([file, (await increment.build()).bytes]);
}

const asIs = (weak = false): string => (weak ? 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE' : 'TRY_LATER');

describe.each(WRITERS)('signed by $name', ({ name, missing, sign, weak }) => {
  const says = missing === null ? '' : ` (skipped: no ${missing})`;
  let file: Buffer;
  const make = async (): Promise<Buffer> => {
    const output = join(folder, `${name.replace(/\W+/g, '-')}.pdf`);
    await sign(join(folder, 'base.pdf'), output, key, folder);
    made.set(name, output);
    return readFileSync(output);
  };

  it.skipIf(missing !== null)(`is intact as it is${says}`, { timeout: 180_000 }, async () => {
    file = await make();
    const { first, count } = await judged(name, 'as signed', file);
    expect(count).toBe(1);
    expect(first).toMatchObject({ intact: true, coverage: 'ENTIRE_FILE', modification: 'NONE' });
    // Nobody was asked about revocation; everything else holds.
    expect([first.indication, first.subIndication]).toEqual(['INDETERMINATE', asIs(weak)]);
  });

  it.skipIf(missing !== null)(`stays so when another signs${says}`, async () => {
    const { first, count } = await judged(
      name,
      'signed again',
      await signed(file, { key: SECOND }),
    );
    expect(count).toBe(2);
    expect(first).toMatchObject({
      ...{ intact: true, coverage: 'ENTIRE_REVISION', modification: 'FORM_FILLING' },
      indication: 'INDETERMINATE',
    });
  });

  it.skipIf(missing !== null)(`is refused when a page is changed${says}`, async () => {
    const { first } = await judged(name, 'page changed', await withOtherContents(file));
    expect(first).toMatchObject({
      intact: true,
      modification: 'OTHER',
      indication: 'TOTAL_FAILED',
    });
  });

  it.skipIf(missing !== null)(`is refused when a signed byte is changed${says}`, async () => {
    const changed = Buffer.from(file);
    const at = changed.indexOf('/MediaBox');
    changed[at + 1] = 0x6d;
    const { first } = await judged(name, 'byte changed', changed);
    expect(first).toMatchObject({ intact: false, indication: 'TOTAL_FAILED' });
    expect(first.subIndication).toBe('HASH_FAILURE');
  });
});

const script = fileURLToPath(new URL('other-writers/later.py', import.meta.url));
const changers = spawnSync(python, ['-c', 'import pyhanko.sign, pypdf']).status === 0;
const NO_CHANGERS = changers ? '' : ' (skipped: no pyHanko and pypdf)';

describe.skipIf(!changers)(`changed afterwards by other programs${NO_CHANGERS}`, () => {
  let later: Record<string, Record<string, string>> = {};
  beforeAll(() => {
    const input = JSON.stringify(Object.fromEntries(made));
    const out = execFileSync(python, [script, key.p12, PASSPHRASE, folder], { input });
    later = JSON.parse(out.toString()) as typeof later;
  }, 180_000);

  it.each(WRITERS)('$name: every kind of change', async ({ name, missing, weak, formless }) => {
    if (missing !== null) return;
    const changed = Object.entries(later[name] ?? {});
    expect(changed.length).toBeGreaterThanOrEqual(formless === true ? 7 : 8);
    const found: unknown[] = [];
    const wanted: unknown[] = [];
    for (const [change, path] of changed) {
      const file = readFileSync(path);
      if (change.startsWith('written anew')) {
        expect({ change, ...(await afterRewriting(name, change, file)) }).toEqual({
          ...{ change, relied: false },
        });
        continue;
      }
      const { first, codes } = await judged(name, change, file);
      const expected = LATER_CHANGES[change];
      if (expected === undefined) throw new Error(`nothing is expected of ${change}`);
      const { modification, indication, subIndication, intact } = first;
      const verdict =
        indication === 'TOTAL_FAILED' ? 'refused' : subIndication === asIs(weak) ? 'kept' : 'asked';
      found.push({ change, intact, modification, verdict, told: codes.includes(expected.code) });
      wanted.push({
        ...{ change, intact: true, modification: expected.modification },
        ...{ verdict: expected.verdict, told: true },
      });
    }
    expect(found).toEqual(wanted);
  });
});

/** What is left of the signature where the whole file was written anew: nothing that may be relied on. */
async function afterRewriting(
  writer: string,
  what: string,
  file: Uint8Array,
): Promise<{ relied: boolean }> {
  const report = await validateDocument(memorySource(file), {
    ...{ anchors: [anchor], at: null, now: new Date(Date.now() + 60_000) },
  });
  const first = report.signatures[0];
  const said = first?.subIndication ?? first?.indication ?? report.verdict;
  const codes = first?.reasons.map(({ code }) => code) ?? [];
  table.row(writer, what, said, first?.coverage ?? '', first?.modification ?? '', codes.join(', '));
  return { relied: first !== undefined && first.indication !== 'TOTAL_FAILED' };
}
