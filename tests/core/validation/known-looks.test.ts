// What is remembered of a look never lets pass what a look from the beginning refuses.
import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { PdfError } from '../../../core/pdf/pdf-error.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { revisionHistory } from '../../../core/pdf/revisions.ts';
import { inventory } from '../../../core/pdf/signature-inventory.ts';
import type { ByteSource } from '../../../core/ports/byte-source.ts';
import { hasUnexplainedChanges } from '../../../core/validation/earlier-changes.ts';
import { KnownLooks } from '../../../core/validation/known-looks.ts';
import { documentHistory } from '../../../core/validation/modifications/signature-changes.ts';
import { CERTIFIED_ATTACKS } from '../../vectors/attacks/certified.ts';
import { COVERING_ATTACKS } from '../../vectors/attacks/covering.ts';
import { FURTHER_ATTACKS } from '../../vectors/attacks/further.ts';
import { OBJECT_ATTACKS } from '../../vectors/attacks/objects.ts';
import { PICTURE_ATTACKS } from '../../vectors/attacks/pictures.ts';
import { SHADOW_ATTACKS } from '../../vectors/attacks/shadow.ts';
import { STRUCTURE_ATTACKS } from '../../vectors/attacks/structure.ts';
import { LEGITIMATE_CHANGES } from '../../vectors/legitimate/changes.ts';
import { baseDocument, PART } from '../../vectors/support/base-document.ts';
import { SECOND, signed } from '../../vectors/support/in-memory.ts';
import { type Body, bodyOf, startXref, update } from '../../vectors/support/update.ts';

/** In memory as a whole, as the program has small files. */
function heldSource(bytes: Uint8Array): ByteSource {
  const held = Uint8Array.from(bytes);
  return {
    ...{ size: held.length, held },
    read: (offset, length) => Promise.resolve(held.subarray(offset, offset + length)),
  };
}

/** Null: it cannot be read. */
async function look(file: Uint8Array, known: KnownLooks): Promise<boolean | null> {
  const source = heldSource(file);
  try {
    return await hasUnexplainedChanges(await PdfReader.open(source), source, known);
  } catch (thrown) {
    if (thrown instanceof PdfError) return null;
    throw thrown;
  }
}

const remembered = (file: Uint8Array, known: KnownLooks) =>
  known.of(file.length, createHash('sha256').update(file).digest('hex'));

async function revisionEnds(file: Uint8Array): Promise<readonly number[]> {
  const reader = await PdfReader.open(heldSource(file)).catch(() => null);
  if (reader === null) return [];
  return (await revisionHistory(reader)).flatMap(({ end }) => end ?? []);
}

/** All that a comparison finds, in the order in which it is found. */
async function history(file: Uint8Array, known: KnownLooks | null) {
  const reader = await PdfReader.open(heldSource(file));
  const found = await inventory(reader);
  const beginning = known?.beginningOf(file, found.revisionEnds) ?? null;
  const { after, shared, revisions, soFar } = await documentHistory(
    ...([reader, found, beginning?.soFar] as const),
  );
  return {
    went: (beginning?.soFar ?? null) !== null,
    told: {
      after: [...after.values()],
      shared: [...shared].map((one) => one.fieldName),
      revisions,
    },
    places: soFar?.places,
  };
}

const ATTACKS = [
  ...[...STRUCTURE_ATTACKS, ...SHADOW_ATTACKS, ...OBJECT_ATTACKS, ...CERTIFIED_ATTACKS],
  ...[...COVERING_ATTACKS, ...FURTHER_ATTACKS, ...PICTURE_ATTACKS],
];

describe('an attack on a document whose beginnings were looked at', () => {
  it.each(ATTACKS)('$name', async ({ build }) => {
    const file = await build();
    const known = new KnownLooks();
    const fresh = await look(file, new KnownLooks());
    for (const end of await revisionEnds(file)) await look(file.subarray(0, end), known);
    expect(await look(file, known)).toBe(fresh);
    // Signed over by somebody who did not look.
    const over = await signed(file, { key: SECOND }).catch(() => null);
    if (over === null) return;
    const freshOver = await look(over, new KnownLooks());
    expect(await look(over, known)).toBe(freshOver);
    expect(fresh === false && freshOver === true).toBe(false);
  });
});

/** Objects made into something else, and sections that lead elsewhere. */
function changedFurther(file: Buffer): Buffer[] {
  const body = (num: number): string => bodyOf(file, num);
  const objects: readonly Record<number, Body>[] = [
    ...[PART.content, PART.text].map((num) => ({ [num]: null })),
    { [PART.page]: body(PART.page).replace(/MediaBox\s*\[[^\]]*\]/, 'MediaBox [0 0 9 9]') },
    { [PART.content]: ['', 'BT /F1 24 Tf 72 700 Td (Dibayar Rp 9) Tj ET'] },
    { [PART.catalog]: body(PART.catalog).replace('/AcroForm', '/Nothing') },
    { [PART.text]: body(PART.page) },
  ];
  const starts = file.toString('latin1').matchAll(/startxref\s+(\d+)/g);
  const earlier = [...starts].slice(0, 2).map((match) => Number(match[1]));
  return [
    ...objects.map((one) => update(file, { objects: one })),
    ...earlier.map((prev) => update(file, { objects: { [PART.page]: body(PART.page) }, prev })),
  ];
}

let wentOn = 0;
let begunAnew = 0;
afterAll(() => {
  // A test of going on in which nothing goes on would test nothing.
  expect(wentOn).toBeGreaterThan(100);
  expect(begunAnew).toBeGreaterThan(20);
});

describe('what was found clean, and was changed further', () => {
  it.each(LEGITIMATE_CHANGES)('$name: is told as from the beginning', async ({ build }) => {
    const base = await build();
    const known = new KnownLooks();
    expect(await look(base, known)).toBe(false);
    const again = await signed(base, { key: SECOND }).catch(() => null);
    for (const file of [...changedFurther(base), ...(again === null ? [] : [again])]) {
      const reader = await PdfReader.open(heldSource(file)).catch(() => null);
      if (reader === null) continue;
      const fresh = await history(file, null).catch((error: unknown) => error);
      const further = await history(file, known).catch((error: unknown) => error);
      if (fresh instanceof Error || further instanceof Error) {
        expect(further).toEqual(fresh);
        continue;
      }
      const { went, ...told } = further as Awaited<ReturnType<typeof history>>;
      if (went) wentOn += 1;
      else begunAnew += 1;
      expect(told).toEqual({ ...(fresh as object), went: undefined });
      const clean = told.told.after.every((one) => one.clean) && told.told.shared.length === 0;
      if (!clean) expect(await look(file, known)).toBe(true);
    }
  });
});

describe('what is remembered', () => {
  const thrice = async (): Promise<Buffer> =>
    signed(await signed(await signed(baseDocument()), { key: SECOND }));

  it('is the file as it was, and where a comparison can go on', async () => {
    const known = new KnownLooks();
    const file = await thrice();
    expect(await look(file, known)).toBe(false);
    const found = remembered(file, known);
    expect(found?.intact.size).toBe(3);
    expect(found?.soFar?.revisions).toHaveLength(4);
    const longer = await signed(file, { key: SECOND });
    expect(await look(longer, known)).toBe(false);
    expect(remembered(longer, known)?.intact.size).toBe(4);
  });

  it('is not a file of the same length with one octet changed', async () => {
    const file = await thrice();
    for (const place of [7, file.indexOf('/Contents 4') + 9, file.lastIndexOf('/ByteRange') - 3]) {
      const known = new KnownLooks();
      await look(file, known);
      const other = Buffer.from(file);
      other[place] = (other[place] ?? 0) ^ 1;
      expect(await look(other, known)).toBe(await look(other, new KnownLooks()));
      const longer = await signed(other, { key: SECOND }).catch(() => null);
      if (longer !== null) expect(await look(longer, known)).not.toBe(false);
    }
  });

  it('goes for no file in which a later section leads past the one that was looked at', async () => {
    const known = new KnownLooks();
    const twice = await signed(await signed(baseDocument()), { key: SECOND });
    await look(twice, known);
    const first = Number(/startxref\s+(\d+)/.exec(twice.toString('latin1'))?.[1]);
    expect(first).not.toBe(startXref(twice));
    const past = update(twice, {
      ...{ objects: { [PART.page]: bodyOf(twice, PART.page) }, prev: first },
    });
    const { went } = await history(past, known);
    const reader = await PdfReader.open(heldSource(past));
    const { revisionEnds: ends } = await inventory(reader);
    // Its beginning is not even among the ends of its revisions any more.
    expect(ends).not.toContain(twice.length);
    expect(went).toBe(false);
  });

  it('is nothing of a document that is not in memory as a whole, nor of one that was refused', async () => {
    const known = new KnownLooks();
    const file = await thrice();
    const held = heldSource(file);
    const source: ByteSource = { size: held.size, read: (from, length) => held.read(from, length) };
    expect(await hasUnexplainedChanges(await PdfReader.open(source), source, known)).toBe(false);
    expect(remembered(file, known)).toBeNull();
    const spoiled = update(file, { objects: { [PART.content]: ['', 'BT ET'] } });
    expect(await look(spoiled, known)).toBe(true);
    expect(remembered(spoiled, known)).toBeNull();
  });

  it('is bounded: what was not asked for lately goes', () => {
    const known = new KnownLooks();
    const name = (n: number): string => n.toString(16).padStart(64, '0');
    for (let n = 0; n < 1000; n += 1) {
      known.remember(name(n), { size: n, intact: new Set(['a']), soFar: null });
    }
    const kept = Array.from({ length: 1000 }, (_, n) => n).filter((n) => known.of(n, name(n)));
    expect(kept.length).toBeLessThanOrEqual(16);
    expect(kept).toContain(999);
    const many = new Set(Array.from({ length: 100_000 }, (_, n) => String(n)));
    known.remember(name(5000), { size: 5000, intact: many, soFar: null });
    expect(known.of(5000, name(5000))).toBeNull();
  });
});
