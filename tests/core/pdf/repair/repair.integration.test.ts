// Broken files are put together again as qpdf accepts and poppler draws them; signed ones never are.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { repairDocument } from '../../../../core/signing/repair-document.ts';
import { createAtomicOutput } from '../../../../native/files/atomic-output.ts';
import { resourcePath } from '../../../../native/files/resources.ts';
import { memorySource } from '../../support/memory-source.ts';
import { classicFile, streamFile } from '../../support/small-files.ts';
import { pdfsigSays, qpdfCheck, renderPage } from '../../../support/other-validators.ts';
import { refusedWith } from '../../../support/rejection.ts';
import { makeTestSigner, signFile, type TestSigner } from '../../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

const SAMPLE = resourcePath('samples', 'keputusan-wali-kota.pdf');
const folder = sharedTemporaryFolder();
let signer: TestSigner;
/** The sample with its objects in object streams, made by qpdf. */
let packed: Buffer;
let secondPage: Buffer;

beforeAll(async () => {
  signer = await makeTestSigner(folder, 'ec:P-256');
  const path = join(folder, 'padat.pdf');
  execFileSync('qpdf', ['--object-streams=generate', SAMPLE, path]);
  packed = readFileSync(path);
  secondPage = Buffer.from(renderPage(SAMPLE, 2)?.pixels ?? []);
});

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

function repaired(bytes: Uint8Array): { output: string; dir: string; done: Promise<unknown> } {
  const dir = temporaryFolder();
  const output = join(dir, 'bersih.pdf');
  const openOutput = () => createAtomicOutput(output, { overwrite: false });
  return { output, dir, done: repairDocument({ source: memorySource(bytes), openOutput }) };
}

const FAULTS: readonly (readonly [string, (text: string) => string])[] = [
  ['a wrong startxref', (t) => t.replace(/startxref\s+\d+/, 'startxref\n7')],
  ['no cross-reference at all', (t) => t.slice(0, t.lastIndexOf('startxref'))],
  ['junk in front, so that every offset is wrong', (t) => `junk\n\n${t}`],
  ['wrong lengths of streams', (t) => t.replace(/\/Length \d+/g, '/Length 3')],
  ['a cut tail', (t) => t.slice(0, t.length - 30)],
];

describe.each([
  ['objects in the file', () => readFileSync(SAMPLE)],
  ['objects in object streams', () => packed],
] as const)('the sample decree with %s', (_kind, sample) => {
  it.each(FAULTS)('is rebuilt after %s', async (_name, damage) => {
    const { output, done } = repaired(bytesOf(damage(latin1(sample()))));
    await expect(done).resolves.toMatchObject({ pages: 2 });
    expect(qpdfCheck(output)).toEqual({ status: 0, complaints: 0 });
    const shown = Buffer.from(renderPage(output, 2)?.pixels ?? []);
    expect(secondPage.length).toBeGreaterThan(100_000);
    expect(shown.equals(secondPage)).toBe(true);
    const signed = output.replace('bersih', 'ttd');
    await signFile(output, signed, signer.key);
    expect(pdfsigSays(signed)).toEqual(['Signature is Valid.']);
  });
});

describe('rebuilding', () => {
  it('takes the newest of several objects of one number', async () => {
    const text = latin1(classicFile());
    const changed = `${text}3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>\nendobj\n`;
    const { output, done } = repaired(bytesOf(changed));
    await done;
    expect(renderPage(output, 1)).toMatchObject({ width: 99, height: 99 });
  });

  it('takes what looks like an object within a stream for data', async () => {
    const data = '3 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] >>\nendobj';
    const stream = `<< /Length ${String(data.length)} >>\nstream\n${data}\nendstream`;
    const text = latin1(classicFile({ objects: [stream] }));
    const { output, done } = repaired(bytesOf(text.replace(/startxref\s+\d+/, 'startxref\n1')));
    await done;
    expect(renderPage(output, 1)).toMatchObject({ width: 595, height: 842 });
  });

  it('refuses a signed file, however broken', async () => {
    const signed = join(folder, 'ttd.pdf');
    await signFile(SAMPLE, signed, signer.key);
    const broken = latin1(readFileSync(signed)).replace(/startxref\s+\d+\s+%%EOF\s*$/, '');
    const { done, dir } = repaired(bytesOf(broken));
    expect((await refusedWith(done)).code).toBe('PDF_REPAIR_SIGNED');
    expect(readdirSync(dir)).toEqual([]);
  });

  it.each([
    ['nothing of a PDF', 'hello', 'PDF_NOT_A_PDF'],
    ['no catalog', '%PDF-1.4\n1 0 obj\n<< >>\nendobj\n', 'PDF_REPAIR_IMPOSSIBLE'],
    [
      'a catalog without pages',
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 9 0 R >>\nendobj\n',
      'PDF_REPAIR_IMPOSSIBLE',
    ],
    [
      'encryption',
      `${latin1(streamFile())}trailer\n<< /Encrypt << /Filter /Standard >> >>`,
      'PDF_REPAIR_ENCRYPTED',
    ],
  ])('refuses %s', async (_name, text, code) => {
    const { done, dir } = repaired(bytesOf(text));
    expect((await refusedWith(done)).code).toBe(code);
    expect(readdirSync(dir)).toEqual([]);
  });
});

it('keeps the numbers of what is lost free, and tells how much that is', async () => {
  const page = '/Resources << /XObject << /Logo 7 0 R >> >>';
  const whole = latin1(classicFile({ page }));
  const { output, done } = repaired(bytesOf(whole.replace(/startxref\s+\d+/, 'startxref\n7')));
  expect(await done).toMatchObject({ lost: 1 });
  const signed = join(temporaryFolder(), 'ttd.pdf');
  await signFile(output, signed, signer.key);
  const numbers = [...latin1(readFileSync(signed)).matchAll(/^(\d+) 0 obj/gm)].map(([, n]) => n);
  expect(numbers.length).toBeGreaterThan(4);
  expect(numbers).not.toContain('7');
});
