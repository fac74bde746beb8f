// Stamps on tags and in designs, footers, and what the journal holds of it all.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { pdfsigSays } from '../support/other-validators.ts';
import { makeTestSigner } from '../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { pena, sampleIn, userFolder, type Run } from './support/pena.ts';

const folder = sharedTemporaryFolder();
const p12 = join(folder, 'ec-P-256.p12');
const KEY = ['--p12', p12, '--pin-stdin', '--offline'];
const PIN = { input: 'uji-saja\n' };

beforeAll(async () => {
  await makeTestSigner(folder, 'ec:P-256');
});

const jsonOf = ({ stdout }: Run) => JSON.parse(stdout) as Record<string, unknown>[];

/** One page with the words and a tag, as a word processor sets them. */
function tagged(path: string): string {
  const content = 'BT /F1 12 Tf 72 700 Td (Wali Kota) Tj 0 -60 Td (#) Tj ET';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${String(content.length)}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  let text = '%PDF-1.7\n';
  const rows = objects.map((body, index) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${String(index + 1)} 0 obj\n${body}\nendobj\n`;
    return row;
  });
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${rows.join('')}`;
  text += `trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF\n`;
  writeFileSync(path, text);
  return path;
}

const wordsOf = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });

test('a design stands on the tag, and the footer on the page; a signed document gets none', async () => {
  const work = temporaryFolder();
  const file = tagged(join(work, 'surat.pdf'));
  const output = join(work, 'ttd.pdf');
  const first = await pena(
    [
      ...['sign', file, '--out', output, ...KEY, '--tag', '#', '--design', 'kotak-qr'],
      ...['--text', 'WALI KOTA CONTOH', '--qr', 'https://surat.contoh.go.id/1'],
      ...['--footer', 'kode-qr', '--lang', 'en'],
    ],
    PIN,
  );
  expect(first.status).toBe(0);
  expect(pdfsigSays(output)).toEqual(['Signature is Valid.']);
  const words = wordsOf(output);
  expect(words).toContain('WALI KOTA CONTOH');
  const footer = /Surat ini dapat dibuktikan keasliannya/g;
  expect(words.match(footer)).toHaveLength(1);
  const second = await pena(
    ['sign', output, '--out', join(work, 'ttd2.pdf'), ...KEY, '--footer', 'kode-qr'],
    PIN,
  );
  expect(second.status).toBe(0);
  expect(wordsOf(join(work, 'ttd2.pdf')).match(footer)).toHaveLength(1);
});

test('a design of the user’s folder, and one that nobody has', async () => {
  const work = temporaryFolder();
  const stamps = join(userFolder, 'config', 'pena', 'stamps');
  mkdirSync(stamps, { recursive: true });
  const design = {
    ...{ format: 1, id: 'kelurahan', title: { id: 'Kelurahan', en: 'Village' } },
    size: { width: 150, height: 40 },
    elements: [{ kind: 'text', place: 'rest', lines: [{ text: 'LURAH {name} NIP {nip}' }] }],
  };
  writeFileSync(join(stamps, 'kelurahan.json'), JSON.stringify(design));
  const place = ['--page', '1', '--rect', '300,120,220,80'];
  const output = join(work, 'ttd.pdf');
  const sign = ['sign', sampleIn(work), '--out', output, ...KEY, ...place];
  const own = await pena([...sign, '--design', 'kelurahan', '--nip', '19800101 200501 1 001'], PIN);
  expect(own.status).toBe(0);
  expect(wordsOf(output).replace(/\s+/g, ' ')).toContain('NIP 19800101 200501 1 001');
  const none = await pena([...sign, '--overwrite', '--design', 'tiada', '--json'], PIN);
  expect(JSON.parse(none.stdout)).toMatchObject({ error: { code: 'STAMP_DESIGN_NOT_FOUND' } });
});

test('a design by its path; a wrong one is named, and the list skips it and says so', async () => {
  const work = temporaryFolder();
  const stamps = join(userFolder, 'config', 'pena', 'stamps');
  mkdirSync(stamps, { recursive: true });
  const design = {
    ...{ format: 1, id: 'camat', title: { id: 'Camat', en: 'District' } },
    size: { width: 150, height: 40 },
    elements: [{ kind: 'text', place: 'rest', lines: [{ text: 'CAMAT {name}' }] }],
  };
  const [right, wrong] = [join(work, 'camat.json'), join(stamps, 'rusak.json')];
  writeFileSync(right, JSON.stringify(design));
  writeFileSync(wrong, JSON.stringify({ ...design, size: { width: 1, height: 40 } }));
  const output = join(work, 'ttd.pdf');
  const sign = ['sign', tagged(join(work, 'surat.pdf')), '--out', output, ...KEY, '--tag', '#'];
  expect((await pena([...sign, '--design', right], PIN)).status).toBe(0);
  expect(wordsOf(output)).toContain('CAMAT');
  const refused = await pena([...sign, '--overwrite', '--design', wrong, '--json'], PIN);
  expect(refused.status).toBe(64);
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'STAMP_DESIGN_INVALID' } });
  expect(refused.stdout).toContain('size.width');
  const list = await pena(['designs', '--lang', 'en']);
  expect(list.status).toBe(0);
  expect(list.stdout).toContain('Box with QR code (220 × 80)');
  expect(list.stderr).toContain(`A wrong design was skipped: ${wrong}`);
  const footer = await pena(['sign', ...sign.slice(1), '--overwrite', '--footer', 'tiada'], PIN);
  expect(footer.stderr).toContain('Kode: STAMP_FOOTER_NOT_FOUND');
});

test('a footer alone takes the QR code; a tag that is missing stops no other file', async () => {
  const work = temporaryFolder();
  const out = join(work, 'hasil');
  mkdirSync(out);
  const alone = ['--footer', 'kode-qr', '--qr', 'https://surat.contoh.go.id/2', '--json'];
  const first = await pena(
    ['sign', sampleIn(work), '--out', join(out, 'sk.pdf'), ...KEY, ...alone],
    PIN,
  );
  expect(jsonOf(first)).toMatchObject([{ status: 'signed', footer: 'added' }]);
  const files = [sampleIn(work, 'tanpa.pdf'), tagged(join(work, 'surat.pdf'))];
  const both = await pena(['sign', ...files, '--out', out, ...KEY, '--tag', '#', '--json'], PIN);
  expect(jsonOf(both)).toMatchObject([
    { status: 'failed', error: { code: 'TAG_NOT_FOUND' } },
    { status: 'signed', error: null },
  ]);
});

test('what was signed and rebuilt is in the journal, by digests', async () => {
  const work = temporaryFolder();
  const file = sampleIn(work);
  await pena(['sign', file, '--out', join(work, 'ttd.pdf'), ...KEY], PIN);
  const { stdout } = await pena(['journal', 'show', '--json']);
  const records = JSON.parse(stdout) as { entry: Record<string, unknown> }[];
  expect(records.at(-1)?.entry).toMatchObject({ kind: 'signed', level: 'B-B', batch: null });
  const broken = join(work, 'rusak.pdf');
  copyFileSync(file, broken);
  const text = readFileSync(broken, 'latin1').replace(/startxref\s+\d+/, 'startxref\n7');
  writeFileSync(broken, text, 'latin1');
  const repaired = await pena(['repair', broken, '--out', join(work, 'utuh.pdf')]);
  expect(repaired.status).toBe(0);
  const after = await pena(['journal', 'show']);
  expect(after.stdout).toContain('repair');
  // What cannot be rebuilt leaves neither a file nor a record.
  const signed = await pena(['repair', join(work, 'ttd.pdf'), '--out', join(work, 'ttd-baru.pdf')]);
  expect(signed.status).not.toBe(0);
  expect(existsSync(join(work, 'ttd-baru.pdf'))).toBe(false);
  expect((await pena(['journal', 'show'])).stdout).toBe(after.stdout);
});

test('a document that was changed after its signature is refused, or signed on the record', async () => {
  const work = temporaryFolder();
  const signed = join(work, 'ttd.pdf');
  await pena(['sign', tagged(join(work, 'surat.pdf')), '--out', signed, ...KEY], PIN);
  // Another content for the page, in a revision of its own (ISO 32000-2 7.5.6).
  const before = readFileSync(signed, 'latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(before)?.[1]);
  const size = /\/Size (\d+)/.exec(before.slice(start))?.[1] ?? '';
  const root = /\/Root (\d+ 0 R)/.exec(before.slice(start))?.[1] ?? '';
  const content = 'BT /F1 12 Tf 72 700 Td (Lurah) Tj ET';
  const at = before.length + 1;
  const object = `4 0 obj\n<</Length ${String(content.length)}>>stream\n${content}\nendstream\nendobj\n`;
  appendFileSync(
    signed,
    `\n${object}xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \n` +
      `trailer\n<</Size ${size}/Root ${root}/Prev ${String(start)}>>\n` +
      `startxref\n${String(at + object.length)}\n%%EOF\n`,
    'latin1',
  );
  const again = ['sign', signed, '--out', join(work, 'ttd2.pdf'), ...KEY];
  const refused = await pena([...again, '--json'], PIN);
  expect(refused.status).toBe(65);
  expect(jsonOf(refused)).toMatchObject([{ error: { code: 'PDF_CHANGED_AFTER_SIGNING' } }]);
  const accepted = await pena([...again, '--accept-changes'], PIN);
  expect(accepted.status).toBe(0);
  const { stdout } = await pena(['journal', 'show', '--json']);
  const document = createHash('sha256').update(readFileSync(signed)).digest('hex');
  const noted = (JSON.parse(stdout) as { entry: unknown }[]).slice(-3).map(({ entry }) => entry);
  expect(noted).toMatchObject([
    { kind: 'refused', code: 'PDF_CHANGED_AFTER_SIGNING', document, batch: null },
    { kind: 'overridden', override: 'sign-after-changes', document },
    { kind: 'signed', document },
  ]);
});
