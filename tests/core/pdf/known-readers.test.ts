// A document that is known is read as any other: the same is found in it, whatever was appended since.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { formFields } from '../../../core/pdf/form-fields.ts';
import { openKnown } from '../../../core/pdf/known-readers.ts';
import type { PdfObject } from '../../../core/pdf/objects.ts';
import { PdfError } from '../../../core/pdf/pdf-error.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { inventory } from '../../../core/pdf/signature-inventory.ts';
import type { ByteSource } from '../../../core/ports/byte-source.ts';
import { OBJECT_ATTACKS } from '../../vectors/attacks/objects.ts';
import { SHADOW_ATTACKS } from '../../vectors/attacks/shadow.ts';
import { STRUCTURE_ATTACKS } from '../../vectors/attacks/structure.ts';
import { baseDocument, PART } from '../../vectors/support/base-document.ts';
import { SECOND, signed } from '../../vectors/support/in-memory.ts';
import { bodyOf, update } from '../../vectors/support/update.ts';

function heldSource(bytes: Uint8Array): ByteSource {
  const held = Uint8Array.from(bytes);
  return {
    ...{ size: held.length, held },
    read: (offset, length) => Promise.resolve(held.subarray(offset, offset + length)),
  };
}

/** All that readers are asked for, or how they refuse. */
async function read(open: () => Promise<PdfReader>): Promise<unknown> {
  try {
    const reader = await open();
    const objects: (PdfObject | string)[] = [];
    for (let num = 1; num < reader.nextObjectNumber; num += 1) {
      objects.push(await reader.object(num, 0).catch((thrown: unknown) => String(thrown)));
    }
    const sections = reader.links.map(({ section }) => [section.offset, section.end]);
    const fields = (await formFields(reader)).map(({ name, type }) => [name, type]);
    return { objects, sections, fields, found: await inventory(reader) };
  } catch (thrown) {
    if (thrown instanceof PdfError) return thrown.code;
    throw thrown;
  }
}

const asKnown = (file: Uint8Array) => read(() => openKnown(heldSource(file), {}));
const anew = (file: Uint8Array) => read(() => PdfReader.open(heldSource(file)));

/** Long enough to be remembered. */
async function longDocument(): Promise<Buffer> {
  let file = await signed(baseDocument());
  for (let times = 0; times < 9; times += 1) file = await signed(file, { key: SECOND });
  return file;
}

it('is read the same again, and with what was appended', async () => {
  const file = await longDocument();
  const expected = await anew(file);
  expect(await asKnown(file)).toEqual(expected);
  expect(await asKnown(file)).toEqual(expected);
  const longer = await signed(file, { key: SECOND });
  expect(await asKnown(longer)).toEqual(await anew(longer));
});

it('is read the same by each of many who sign one after the other', async () => {
  let file = await longDocument();
  await asKnown(file);
  for (let times = 0; times < 18; times += 1) {
    file = await signed(file, { key: SECOND });
    expect(await asKnown(file)).toEqual(await anew(file));
  }
});

it('is nothing that two have in common who go on from it differently', async () => {
  const file = await longDocument();
  await asKnown(file);
  const page = bodyOf(file, PART.page);
  const further = [page.replace('/MediaBox', '/MediaBix'), page.replace('/MediaBox', '/MediaBux')];
  for (const body of [...further, page]) {
    let branch: Buffer = update(file, { objects: { [PART.page]: body, 91: `(${body.length})` } });
    expect(await asKnown(branch)).toEqual(await anew(branch));
    branch = update(branch, { objects: { 91: null, 92: '[ 91 0 R ]' } });
    expect(await asKnown(branch)).toEqual(await anew(branch));
  }
  expect(await asKnown(file)).toEqual(await anew(file));
});

it('is another reader each time, with work of its own to spend', async () => {
  const file = await longDocument();
  const one = await openKnown(heldSource(file), {});
  const other = await openKnown(heldSource(file), {});
  expect(other).not.toBe(one);
  expect(other.content).toBe(one.content);
  expect(other.links.at(-1)).not.toBe(one.links.at(-1));
  const spend = (): void => {
    for (;;) one.spend(1 << 28);
  };
  expect(spend).toThrow(PdfError);
  expect(() => other.spend(1)).not.toThrow();
});

it('is known for as long as its octets are kept, however short it is', async () => {
  const source = heldSource(baseDocument());
  const one = await openKnown(source, {});
  const other = await openKnown(source, {});
  expect(other).not.toBe(one);
  expect(other.content).toBe(one.content);
  expect((await openKnown(heldSource(baseDocument()), {})).content).not.toBe(one.content);
});

async function openedOnce(file: Uint8Array): Promise<WeakRef<Uint8Array>> {
  const source = heldSource(file);
  await openKnown(source, {});
  return new WeakRef(source.held ?? file);
}

it('is known without its octets, however many have signed it since', async () => {
  let file = await longDocument();
  const octets: WeakRef<Uint8Array>[] = [];
  for (let times = 0; times < 4; times += 1) {
    octets.push(await openedOnce(file));
    file = await signed(file, { key: SECOND });
  }
  // References that are weak are held until the turn in which they were made is over.
  await new Promise(setImmediate);
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  expect(octets.filter((one) => one.deref() !== undefined)).toHaveLength(0);
  expect(await asKnown(file)).toEqual(await anew(file));
});

it('is not what has the same length and another octet', async () => {
  const file = await longDocument();
  await asKnown(file);
  const other = Buffer.from(file);
  const at = other.lastIndexOf('/MediaBox');
  other.write('/MediaBix', at, 'latin1');
  const reader = await openKnown(heldSource(other), {});
  expect(
    (await reader.resolveDict(await reader.object(PART.page, 0)))?.get('MediaBox'),
  ).toBeUndefined();
});

it('says nothing of what stood at its very end and goes on in what was appended', async () => {
  const file = await longDocument();
  const last = update(file, { objects: { 90: '<< /A 1 >>' } });
  // The object that the section names stands behind the end of the file, and is no stream yet.
  const at = last.length;
  const open = Buffer.concat([last, Buffer.from('91 0 obj\n<< /Length 3 >>\n%%EOF\n')]);
  const named = update(open, { objects: { 92: 'null' }, offsets: { 91: at } });
  const unfinished = named.subarray(0, named.length);
  expect(await asKnown(unfinished)).toEqual(await anew(unfinished));
  const goesOn = update(unfinished, {
    ...{ before: 'stream\nabc\nendstream\nendobj\n' },
    objects: { [PART.page]: bodyOf(unfinished, PART.page) },
  });
  expect(await asKnown(goesOn)).toEqual(await anew(goesOn));
});

it.each([...STRUCTURE_ATTACKS, ...SHADOW_ATTACKS, ...OBJECT_ATTACKS])(
  'is read as it is though attacked: $name',
  async ({ build }) => {
    const file = await build();
    const expected = await anew(file);
    expect(await asKnown(file)).toEqual(expected);
    expect(await asKnown(file)).toEqual(expected);
  },
);
