// The sample decree: what the generator makes is what is shipped, and other programs find it in order.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, which } from '../../../build/lib/command.mjs';
import { root } from '../../../build/lib/root.mjs';
import { makeDecree } from '../../../build/samples/decree.mjs';
import { STAMP_ROOM } from '../../../build/samples/stamp-room.mjs';

const SAMPLE = join(root, 'resources/samples/keputusan-wali-kota.pdf');
const resource = (name: string) => readFileSync(join(root, 'resources/fonts', name));

async function text(...args: string[]): Promise<string> {
  return (await run('pdftotext', [...args, SAMPLE, '-'])).stdout.toString();
}

describe('the sample decree', () => {
  it('is what the generator makes, byte for byte, again and again', async () => {
    const fonts = {
      regular: resource('NotoSans-Regular.ttf'),
      bold: resource('NotoSans-Bold.ttf'),
    };
    const shipped = readFileSync(SAMPLE);
    expect(shipped.equals(await makeDecree(fonts))).toBe(true);
    expect(shipped.equals(await makeDecree(fonts))).toBe(true);
  });

  it.skipIf(which('qpdf') === null)('is accepted by qpdf, with two pages', async () => {
    const check = await run('qpdf', ['--check', SAMPLE]);
    expect(check.output).toContain('No syntax or stream encoding errors found');
    expect((await run('qpdf', ['--show-npages', SAMPLE])).stdout.toString().trim()).toBe('2');
  });

  it.skipIf(which('pdffonts') === null)('has every font embedded and subset', async () => {
    const { stdout } = await run('pdffonts', [SAMPLE]);
    const rows = stdout.toString().trim().split('\n').slice(2);
    const fonts = rows.map((row) =>
      /^(\S+) +CID TrueType +Identity-H +(\S+) (\S+) (\S+)/.exec(row)?.slice(1),
    );
    expect(fonts).toHaveLength(2);
    // Columns: embedded, subset, mapped to Unicode (so that text can be copied and read aloud).
    for (const [name, ...flags] of fonts.map((font) => font ?? [])) {
      expect(name).toMatch(/^[A-Z]{6}\+NotoSans-(Regular|Bold)$/);
      expect(flags).toEqual(['yes', 'yes', 'yes']);
    }
  });

  describe.skipIf(which('pdftotext') === null)('as pdftotext reads it', () => {
    it('says on every page that it is practice, and keeps room for a QR code', async () => {
      for (const page of ['1', '2']) {
        const shown = await text('-f', page, '-l', page);
        expect(shown).toContain('CONTOH/LATIHAN');
        expect(shown).toContain('ruang QR');
        expect(shown).toContain('menggunakan sertifikat elektronik LATIHAN.');
      }
    });

    it('keeps the words of a justified line apart', async () => {
      expect(await text('-raw')).toContain(
        'Menunjuk Dinas Komunikasi dan Informatika Kota Latihan sebagai\n',
      );
    });

    it('leaves the room for the stamp empty, between office and name', async () => {
      const { x, y, width, height } = STAMP_ROOM;
      // At 72 dots an inch a pixel is a point; pdftotext counts from the upper edge (935.43 high).
      const area = (bottom: number, high: number) =>
        text(
          ...['-r', '72', '-f', '2', '-x', String(x), '-W', String(width)],
          ...['-y', String(Math.round(935.43 - bottom - high)), '-H', String(high)],
        );
      expect((await area(y, height)).trim()).toBe('');
      expect(await area(y + height, 24)).toContain('WALI KOTA LATIHAN,');
      expect(await area(y - 24, 24)).toContain('NAMA PEJABAT LATIHAN');
    });
  });
});
