// The comparison of revisions is bounded: linear in signatures, and in whatever a hostile file holds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PdfStream } from '../../../../core/pdf/objects.ts';
import { PdfError } from '../../../../core/pdf/pdf-error.ts';
import { PdfReader } from '../../../../core/pdf/reader.ts';
import { inventory } from '../../../../core/pdf/signature-inventory.ts';
import { documentHistory } from '../../../../core/validation/modifications/signature-changes.ts';
import { baseDocument, CONTENT, PART } from '../../../vectors/support/base-document.ts';
import { signed, told, verify } from '../../../vectors/support/in-memory.ts';
import { bodyOf, update } from '../../../vectors/support/update.ts';
import { stampContent } from '../../../support/signing.ts';
import { memorySource } from '../../support/memory-source.ts';
import { processorTime } from '../../../support/processor-time.ts';

async function timeOf(file: Buffer): Promise<number> {
  const reader = await PdfReader.open(memorySource(file));
  const signatures = await inventory(reader);
  const took = processorTime();
  const { after } = await documentHistory(reader, signatures);
  expect(after.size).toBe(signatures.signatures.length);
  return took();
}

const best = async (file: Buffer): Promise<number> =>
  Math.min(await timeOf(file), await timeOf(file), await timeOf(file));

describe('many signatures', () => {
  it('take time in proportion', async () => {
    let file: Buffer = baseDocument();
    let fifty = 0;
    for (let i = 1; i <= 200; i += 1) {
      file = await signed(file);
      if (i === 50) fifty = await best(file);
    }
    // Four times as many; the form's own list, rewritten by every signature, makes it a little more.
    expect(await best(file)).toBeLessThan(fifty * 12);
  });
});

const HOSTILE: Readonly<Record<string, () => Promise<Buffer>>> = {
  'ten thousand updates': async () => {
    const file = await signed(baseDocument());
    const parts: Buffer[] = [file];
    let at = file.length;
    let prev = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1'))?.[1]);
    for (let i = 0; i < 10_000; i += 1) {
      const object = `13 0 obj\n<< /Title (${i}) >>\nendobj\n`;
      const section = at + object.length;
      const text = `${object}xref\n13 1\n${String(at).padStart(10, '0')} 00000 n\r\ntrailer\n<< /Size 60 /Root 1 0 R /Info 13 0 R /Prev ${prev} >>\nstartxref\n${section}\n%%EOF\n`;
      parts.push(Buffer.from(text));
      at += text.length;
      prev = section;
    }
    return Buffer.concat(parts);
  },
  'one appearance of very many fields': async () => {
    const count = 20_000;
    const refs = Array.from({ length: count }, (_, i) => `${i + 100} 0 R`).join(' ');
    const objects: Record<number, string> = { 99: '<< /N 98 0 R >>', 97: `[${refs}]` };
    const states = Array.from({ length: 500 }, (_, i) => `/S${i} 6 0 R`).join(' ');
    objects[98] = `<< ${states} >>`;
    for (let i = 0; i < count; i += 1) {
      objects[i + 100] = `<< /Subtype /Widget /FT /Btn /T (f${i}) /AP 99 0 R >>`;
    }
    const file = await signed(baseDocument({ objects, annotations: refs }));
    return update(file, { objects: { [PART.info]: '<< >>' } });
  },
  'arrays within arrays': async () => {
    const file = await signed(baseDocument());
    const deep = `${'['.repeat(150)}${']'.repeat(150)}`;
    const objects = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [i + 100, `<< /A ${deep} /B ${i + 101} 0 R >>`]),
    );
    return update(file, { objects: { ...objects, [PART.info]: '<< /X 100 0 R >>' } });
  },
  'fields in a circle': async () => {
    const file = await signed(baseDocument());
    return update(file, {
      objects: {
        [PART.form]: bodyOf(file, PART.form).replace('[8 0 R', '[60 0 R 8 0 R'),
        60: '<< /T (a) /Kids [61 0 R] >>',
        61: '<< /T (b) /Kids [60 0 R] /Parent 60 0 R >>',
      },
    });
  },
  'a page tree that names every node twice': async () => {
    const objects: Record<number, string> = {
      [PART.pages]: '<< /Type /Pages /Kids [3 0 R 14 0 R 100 0 R] /Count 2 >>',
      160: '<< /Type /Pages /Kids [] /Count 0 /Parent 2 0 R >>',
    };
    for (let num = 100; num < 160; num += 1) {
      objects[num] = `<< /Type /Pages /Parent 2 0 R /Kids [${num + 1} 0 R ${num + 1} 0 R] >>`;
    }
    const file = await signed(baseDocument({ objects }));
    return update(file, { objects: { [PART.content]: ['', ''] } });
  },
  'a signature field that names every kid twice': async () => {
    const file = await signed(baseDocument());
    const objects: Record<number, string> = {
      [PART.form]: bodyOf(file, PART.form).replace('[8 0 R', '[100 0 R 8 0 R'),
    };
    for (let num = 100; num < 200; num += 1) {
      objects[num] = `<< /FT /Sig /Kids [${num + 1} 0 R ${num + 1} 0 R] >>`;
    }
    return update(file, { objects });
  },
  'stamps over a page of very many lines': async () => {
    const content = '0 0 m 1 1 l S '.repeat(100_000);
    let file: Buffer = await signed(baseDocument({ content }));
    const rect = { x: 72, y: 690, width: 428, height: 40 };
    const stamp = { page: 1 as const, rect, content: await stampContent({ opaque: true }) };
    for (let i = 0; i < 10; i += 1) file = await signed(file, { stamp });
    return file;
  },
  'parents in a circle': async () => {
    const file = await signed(baseDocument());
    return update(file, {
      objects: {
        [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 60 0 R'),
        60: '<< /Subtype /Widget /Parent 61 0 R >>',
        61: '<< /Parent 60 0 R >>',
      },
    });
  },
};

describe('a hostile file', () => {
  it.each(Object.entries(HOSTILE))('%s', async (_, build) => {
    const file = await build();
    const took = processorTime();
    try {
      await verify(file);
    } catch (error) {
      if (!(error instanceof PdfError)) throw error;
    }
    expect(took()).toBeLessThan(10_000);
  });
});

describe('a damaged update', () => {
  it('passes only where the page is as it was signed', async () => {
    const file = await signed(baseDocument());
    const forged = 'BT /F1 24 Tf 72 700 Td (Rp 9.000.000.000) Tj ET';
    const changed = update(file, {
      objects: { [PART.content]: ['', forged], [PART.info]: '<< /Title (Lain) >>' },
    });
    const place = fc.integer({ min: file.length, max: changed.length - 1 });
    const damage = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        const copy = Buffer.from(changed);
        for (const [at, byte] of bytes) copy[at] = byte;
        try {
          const { signatures } = await verify(copy);
          const first = signatures[0];
          if (first === undefined || !first.intact) return;
          const reasons = told(first).filter((code) => code !== 'LATER_CHANGES_ALLOWED');
          if (reasons.length > 0) return;
          const reader = await PdfReader.open(memorySource(copy));
          const content = await reader.object(PART.content, 0);
          const data = content instanceof PdfStream ? await reader.decodedData(content) : null;
          expect(Buffer.from(data ?? []).toString('latin1')).toBe(CONTENT);
        } catch (error) {
          if (!(error instanceof PdfError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});
