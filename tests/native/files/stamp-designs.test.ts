// Stamp designs from disk: the shipped ones are all right, a wrong one is reported and harms no other.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stampDesign } from '../../../core/domain/stamp-design.ts';
import { STANDARD_STAMP } from '../../../core/domain/standard-stamp.ts';
import { loadStampImage } from '../../../native/files/design-file.ts';
import { loadFooters } from '../../../native/files/footer-designs.ts';
import { designOf, loadStampDesigns } from '../../../native/files/stamp-designs.ts';
import { rejection } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const OWN = {
  format: 1,
  id: 'dinas',
  title: { id: 'Dinas', en: 'Office' },
  size: { width: 100, height: 40 },
  elements: [{ kind: 'text', place: 'rest', lines: [{ text: '{name}' }] }],
};

function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const raw = content instanceof Uint8Array || typeof content === 'string';
    writeFileSync(join(folder, name), raw ? content : JSON.stringify(content));
  }
  return folder;
}

/** The header of a PNG of that size; no more is looked at when it is loaded. */
function pngHeader(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').copy(bytes);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('the shipped designs', () => {
  it('are five, without a fault', async () => {
    const { designs, problems } = await loadStampDesigns();
    expect(problems).toEqual([]);
    expect([...designs.keys()]).toEqual(['kotak-qr', 'logo', 'paraf', 'spesimen', 'standar']);
  });

  it('hold the standard one as the program draws it unasked', () => {
    const file: unknown = JSON.parse(readFileSync('resources/stamps/standar.json', 'utf8'));
    expect(stampDesign.parse(file)).toEqual(STANDARD_STAMP.design);
  });
});

describe("the user's folder", () => {
  it('may be missing', async () => {
    const { designs } = await loadStampDesigns([join(temporaryFolder(), 'tidak-ada')]);
    expect(designs.size).toBe(5);
  });

  it('adds designs with their images, and replaces shipped ones', async () => {
    const emblem = {
      ...OWN,
      id: 'logo',
      elements: [{ kind: 'image', place: 'rest', source: 'lambang.png' }],
    };
    const image = pngHeader(10, 10);
    const found = await loadStampDesigns([
      folderWith({ 'a.json': OWN, 'b.json': emblem, 'lambang.png': image }),
    ]);
    expect(found.problems).toEqual([]);
    expect(designOf(found, 'dinas').design.title.en).toBe('Office');
    expect(designOf(found, 'logo').images.get('lambang.png')).toEqual(Uint8Array.from(image));
  });

  const withImage = (source: string) => ({
    ...OWN,
    elements: [{ kind: 'image', place: 'rest', source }],
  });
  it.each([
    ['no JSON', '{', /JSON/],
    ['not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), /ERR_ENCODING/],
    ['too large', ' '.repeat((256 << 10) + 1), /larger than 262144/],
    [
      'a field that there is not',
      { ...OWN, elements: [{ ...OWN.elements[0], lines: [{ text: '{nik}' }] }] },
      /elements\.0\.lines\.0\.text: unknown field/,
    ],
    ['an entry that there is not', { ...OWN, script: 'x' }, /Unrecognized key/],
    [
      'a place outside',
      { ...OWN, elements: [{ ...OWN.elements[0], place: { x: 2, y: 0, width: 1, height: 1 } }] },
      /elements\.0\.place/,
    ],
    ['an image elsewhere', withImage('../rahasia.png'), /elements\.0\.source/],
    ['an image that is missing', withImage('x.png'), /STAMP_IMAGE_INVALID ENOENT/],
    ['an image of too many pixels', withImage('besar.png'), /STAMP_IMAGE_INVALID 4001 × 10 px/],
    ['an image that is none', withImage('teks.png'), /STAMP_IMAGE_INVALID PNG, JPEG/],
  ])('reports %s, and keeps the rest', async (_name, wrong, problem) => {
    const folder = folderWith({
      'baik.json': { ...OWN, id: 'baik' },
      'salah.json': wrong,
      'besar.png': pngHeader(4001, 10),
      'teks.png': 'teks',
    });
    mkdirSync(join(folder, 'sub.json'));
    const { designs, problems } = await loadStampDesigns([folder]);
    expect(designs.has('baik')).toBe(true);
    expect(problems.map(({ file }) => file)).toEqual([
      join(folder, 'salah.json'),
      join(folder, 'sub.json'),
    ]);
    expect(problems[0]?.problem).toMatch(problem);
  });

  it('names one design only once', async () => {
    const { problems } = await loadStampDesigns([folderWith({ 'a.json': OWN, 'b.json': OWN })]);
    expect(problems.map(({ problem }) => problem)).toEqual(['id: another file has dinas too']);
  });
});

describe('loadStampImage', () => {
  it('refuses more than 4 MB unread', async () => {
    const folder = folderWith({ 'spesimen.png': new Uint8Array((4 << 20) + 1) });
    const error = await rejection(loadStampImage(join(folder, 'spesimen.png')));
    expect(error).toMatchObject({ code: 'STAMP_IMAGE_INVALID' });
    expect(error.params['problem']).toMatch(/larger than 4194304/);
  });
});

describe('designOf', () => {
  it('says which design is not there', async () => {
    const designs = await loadStampDesigns();
    expect(() => designOf(designs, 'entah')).toThrow(
      expect.objectContaining({ code: 'STAMP_DESIGN_NOT_FOUND', params: { design: 'entah' } }),
    );
  });
});

describe('footers', () => {
  const footer = {
    ...{ id: 'dinas', title: OWN.title, height: 20, margin: { side: 30, bottom: 10 } },
    elements: OWN.elements,
  };

  it('ship in three wordings', async () => {
    const { footers, problems } = await loadFooters([temporaryFolder()]);
    expect(problems).toEqual([]);
    expect([...footers.keys()]).toEqual(['penerbit-dan-tautan', 'undang-undang', 'kode-qr']);
  });

  it("are the user's own too", async () => {
    const folder = folderWith({ 'footer.json': { format: 1, footers: [footer] } });
    expect((await loadFooters([folder])).footers.get('dinas')?.footer.margin.side).toBe(30);
    expect((await loadStampDesigns([folder])).problems).toEqual([]);
  });

  it('are reported where they are wrong', async () => {
    const wrong = { format: 1, footers: [{ ...footer, height: 1 }] };
    const { footers, problems } = await loadFooters([folderWith({ 'footer.json': wrong })]);
    expect(footers.size).toBe(3);
    expect(problems[0]?.problem).toMatch(/^footers\.0\.height: /);
  });
});
