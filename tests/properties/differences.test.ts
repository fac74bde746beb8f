// What is compared after signing: objects that are written again as they were change nothing, and those
// that pages show never change unseen.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { baseDocument, PART } from '../vectors/support/base-document.ts';
import { bodyOf, startXref } from '../vectors/support/update.ts';
import { signed, verify } from '../vectors/support/in-memory.ts';
import { appendUpdate } from '../fuzz/hostile/update.ts';

let file: Buffer;
let previous: number;
beforeAll(async () => {
  file = await signed(baseDocument());
  previous = startXref(file);
});

async function afterUpdate(objects: readonly (readonly [number, string])[]) {
  const { bytes } = appendUpdate(file.length, previous, objects);
  return (await verify(Buffer.concat([file, bytes]))).signatures[0]!;
}

const { catalog, pages, page, content, font, picture, form, text, box, second, secondContent } =
  PART;
const all = [catalog, pages, page, content, font, picture, form, text, box, second, secondContent];

describe('an update', () => {
  it('that writes objects again as they were changes nothing', async () => {
    const some = fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(some, async (numbers) => {
        const judged = await afterUpdate(numbers.map((num) => [num, bodyOf(file, num)] as const));
        expect(judged).toMatchObject({ intact: true, modification: 'NONE' });
        expect(judged.indication).not.toBe('TOTAL_FAILED');
      }),
      { numRuns: 60 },
    );
  });

  it('that changes what a page shows is refused', async () => {
    const stream = (data: string): string =>
      `<< /Length ${data.length} >>\nstream\n${data}\nendstream`;
    const shown = fc.record({
      num: fc.constantFrom(content, picture, secondContent),
      data: fc.string({
        unit: fc.constantFrom(...Array.from('q Q BT ET 1 0 ( ) Tj re f S\n')),
        minLength: 1,
        maxLength: 40,
      }),
    });
    await fc.assert(
      fc.asyncProperty(shown, async ({ num, data }) => {
        const judged = await afterUpdate([[num, stream(data)]]);
        expect(judged).toMatchObject({
          intact: true,
          modification: 'OTHER',
          indication: 'TOTAL_FAILED',
        });
      }),
      { numRuns: 60 },
    );
  });

  it('that adds an entry of the standard to a page, a font or the page tree is refused', async () => {
    const entry = fc.record({
      num: fc.constantFrom(page, second, font, pages),
      key: fc.constantFrom(
        'Contents',
        'Resources',
        'MediaBox',
        'Rotate',
        'Kids',
        'CropBox',
        'Group',
        'UserUnit',
      ),
      value: fc.constantFrom('90', '[0 0 9 9]', '4 0 R', '<< >>', '/Courier', '2'),
    });
    await fc.assert(
      fc.asyncProperty(entry, async ({ num, key, value }) => {
        const body = bodyOf(file, num);
        fc.pre(!body.includes(`/${key}`));
        const judged = await afterUpdate([[num, body.replace(/>>$/, `/${key} ${value} >>`)]]);
        expect(judged).toMatchObject({
          intact: true,
          modification: 'OTHER',
          indication: 'TOTAL_FAILED',
        });
      }),
      { numRuns: 60 },
    );
  });
});
