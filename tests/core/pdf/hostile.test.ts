// Bytes made to break the reader: whatever they are, it ends, soon, and with no error but a PdfError.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latin1, Lexer, WindowTooSmall } from '../../../core/pdf/lexer.ts';
import { PdfStream } from '../../../core/pdf/objects.ts';
import { countPages, findPage } from '../../../core/pdf/pages.ts';
import { pageGeometry } from '../../../core/pdf/page-geometry.ts';
import { Parser } from '../../../core/pdf/parser.ts';
import { PdfError } from '../../../core/pdf/pdf-error.ts';
import { inventory } from '../../../core/pdf/signature-inventory.ts';
import { corpusDir, NO_CORPUS } from '../../support/corpus.ts';
import { codeOf } from './support/code-of.ts';
import { Draft, openBytes } from './support/draft.ts';
import { plain } from './support/plain.ts';
import { processorTime } from '../../support/processor-time.ts';

/** Bytes that are mostly PDF syntax, and mostly wrong. */
const syntax = fc
  .array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom(...'<< >> [ ] ( ) < > { } / % \\ # R obj endobj'.split(' ')),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(' ', '\n', '\r', '\0', '/A', 'true', 'null', '1', '0', '-.5'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 5 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => Buffer.from(parts.join(''), 'latin1'));
const bytes = fc.oneof(syntax, fc.uint8Array({ maxLength: 200 }));

describe('the lexer', () => {
  it('ends on any bytes, each token taking one at least', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const lexer = new Lexer(data, 0, true);
        const code = codeOf(() => {
          for (let before = -1; lexer.next() !== null; before = lexer.position) {
            expect(lexer.position).toBeGreaterThan(before);
          }
        });
        expect(['not refused', 'PDF_OBJECT_BROKEN']).toContain(code);
        expect(lexer.position).toBeLessThanOrEqual(data.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads the same through a window as from the whole, or asks for more', () => {
    fc.assert(
      fc.property(bytes, fc.nat(200), (data, cut) => {
        const size = Math.min(cut, data.length);
        const part = new Lexer(data.subarray(0, size), 0, size === data.length);
        const whole = new Lexer(data, 0, true);
        const step = (lexer: Lexer) => {
          try {
            const token = lexer.next();
            return { token, position: lexer.position };
          } catch (error) {
            if (error instanceof WindowTooSmall) return null;
            if (error instanceof PdfError) return error.code;
            throw error;
          }
        };
        for (;;) {
          const seen = step(part);
          if (seen === null) break;
          expect(seen).toEqual(step(whole));
          if (typeof seen === 'string' || seen.token === null) break;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the parser', () => {
  it('ends on any bytes', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const parser = new Parser(new Lexer(data, 0, true));
        expect(['not refused', 'PDF_OBJECT_BROKEN', 'PDF_LIMIT_EXCEEDED']).toContain(
          codeOf(() => parser.object()),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('reads what was written, with any white space between', () => {
    const name = fc
      .array(fc.constantFrom('A', 'b', 'Z', '0', '9', '-', '_', '.', '+', '*'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((letters) => `/${letters.join('')}`);
    const { object } = fc.letrec<{ object: Written }>((tie) => ({
      object: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constantFrom<Written>(['true', true], ['null', null], ['12 0 R', '12 0 R']),
        fc.integer().map((n): Written => [String(n), n]),
        name.map((n): Written => [n, n]),
        fc.uint8Array({ maxLength: 6 }).map((b): Written => {
          const hex = Buffer.from(b).toString('hex');
          return [`<${hex}>`, `<${hex}>`];
        }),
        fc
          .array(tie('object'), { maxLength: 4 })
          .map((items): Written => [
            `[\n${items.map(([text]) => text).join(' ')}]`,
            items.map(([, is]) => is),
          ]),
        fc
          .dictionary(name, tie('object'), {
            maxKeys: 4,
            noNullPrototype: true,
          })
          .map((entries): Written => [
            `<<${Object.entries(entries)
              .map(([key, [text]]) => `${key}%\r${text}\t`)
              .join('')}>>`,
            Object.fromEntries(Object.entries(entries).map(([key, [, is]]) => [key.slice(1), is])),
          ]),
      ),
    }));
    fc.assert(
      fc.property(object, ([text, expected]) => {
        const parser = new Parser(new Lexer(Buffer.from(text, 'latin1'), 0, true));
        expect(plain(parser.object())).toEqual(expected);
        expect(parser.lexer.position).toBe(text.length);
      }),
    );
  });
});

type Written = readonly [text: string, value: unknown];

/** A small file with all kinds of structure: tables, streams, a hybrid, an update, a signature. */
function sample(): Buffer {
  const draft = new Draft();
  draft.object(1, '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>');
  draft.object(2, '<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842] >>');
  draft.object(3, '<< /Type /Page /Parent 2 0 R /CropBox 6 0 R /Contents 5 0 R /Annots [4 0 R] >>');
  draft.object(
    4,
    '<< /FT /Sig /T (TTE1) /Subtype /Widget /Rect [0 0 9 9] /V << /Type /Sig /Filter /Adobe.PPKLite ' +
      '/ByteRange [0 10 20 30] /Contents <30820000> /M (D:20261124) >> >>',
  );
  draft.stream(5, '', '0 0 m 9 9 l S');
  draft.objectStream(7, [
    [6, '[0 0 500 800]'],
    [8, '<< /Title (Keputusan) >>'],
  ]);
  const stream = draft.length;
  draft.xrefStream(
    9,
    [
      [6, [{ stream: 7, index: 0 }, { offset: draft.offset(7) }, { stream: 7, index: 1 }]],
      [9, [{ offset: stream }]],
    ],
    '/Size 10',
  );
  const rows = [0, 1, 2, 3, 4, 5].map((num) =>
    num === 0 ? ({ free: true } as const) : { offset: draft.offset(num) },
  );
  const table = draft.table([[0, rows]], `/Size 10 /Root 1 0 R /XRefStm ${stream}`);
  draft.end(table);
  const at = draft.length;
  draft.xrefStream(10, [[10, [{ offset: at }]]], `/Size 11 /Root 1 0 R /Prev ${table}`);
  return draft.end(at).bytes;
}

async function readAll(data: Uint8Array): Promise<string> {
  try {
    const reader = await openBytes(data);
    const signatures = await inventory(reader);
    const pages = await countPages(reader);
    for (const number of [1, 'last'] as const) {
      if (pages > 0) await pageGeometry(reader, await findPage(reader, number));
    }
    for (let num = 0; num < 12; num += 1) {
      const object = await reader.object(num, 0);
      if (object instanceof PdfStream) await reader.decodedData(object);
    }
    return `${signatures.signatures.length} signature, ${signatures.revisionEnds.length} revisions`;
  } catch (error) {
    if (error instanceof PdfError) return error.code;
    throw error;
  }
}

type Change =
  | { readonly kind: 'flip'; readonly at: number; readonly with: number }
  | { readonly kind: 'cut' | 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'digit'; readonly at: number; readonly digit: number }
  | { readonly kind: 'end'; readonly at: number };

function changed(data: Buffer, change: Change): Buffer {
  const at = change.at % data.length;
  switch (change.kind) {
    case 'flip': {
      const copy = Buffer.from(data);
      copy[at] = (copy[at] ?? 0) ^ change.with;
      return copy;
    }
    case 'cut':
      return Buffer.concat([data.subarray(0, at), data.subarray(at + change.length)]);
    case 'repeat':
      return Buffer.concat([data.subarray(0, at + change.length), data.subarray(at)]);
    case 'insert':
      return Buffer.concat([data.subarray(0, at), change.bytes, data.subarray(at)]);
    case 'digit': {
      // Numbers are what leads a reader astray: the next digit from here on is another.
      const copy = Buffer.from(data);
      const digit = copy.findIndex((byte, i) => i >= at && byte >= 0x30 && byte <= 0x39);
      if (digit >= 0) copy[digit] = 0x30 + change.digit;
      return copy;
    }
    case 'end':
      return data.subarray(0, at);
  }
}

function changesOf(data: Buffer): fc.Arbitrary<Change[]> {
  const at = fc.nat(data.length - 1);
  const length = fc.integer({ min: 1, max: 40 });
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.record({ kind: fc.constant('flip' as const), at, with: fc.integer({ min: 1, max: 255 }) }),
    fc.record({ kind: fc.constantFrom('cut' as const, 'repeat' as const), at, length }),
    fc.record({ kind: fc.constant('insert' as const), at, bytes }),
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('digit' as const), at, digit: fc.nat(9) }),
    },
    fc.record({ kind: fc.constant('end' as const), at }),
  );
  return fc.array(change, { minLength: 1, maxLength: 4 });
}

async function survives(data: Buffer, changes: readonly Change[]): Promise<void> {
  const mutated = changes.reduce(
    (before, change) => (before.length === 0 ? before : changed(before, change)),
    data,
  );
  const took = processorTime();
  expect(await readAll(mutated)).toMatch(/^PDF_|^\d+ signature, \d+ revisions$/);
  expect(took()).toBeLessThan(10_000);
}

describe('a file with something changed in it', () => {
  const original = sample();

  it('is read as it is', async () => {
    expect(latin1(original.subarray(0, 8))).toBe('%PDF-1.7');
    expect(await readAll(original)).toBe('1 signature, 2 revisions');
  });

  it('is read or refused, and nothing else, soon', async () => {
    await fc.assert(
      fc.asyncProperty(changesOf(original), (changes) => survives(original, changes)),
      { numRuns: 3000 },
    );
  });

  it('is read or refused wherever it is cut off', async () => {
    // Without an %%EOF after it, a section ends no revision.
    const possible = /^PDF_|^1 signature, [012] revisions$/;
    for (let length = 0; length < original.length; length += 1) {
      const outcome = await readAll(original.subarray(0, length));
      expect(outcome).toMatch(length < original.indexOf('startxref') ? /^PDF_/ : possible);
    }
  });
});

const corpus = corpusDir();

describe.skipIf(corpus === null)(`real files${corpus === null ? ` (${NO_CORPUS})` : ''}`, () => {
  const odd = join(corpus ?? '', 'odd');
  const small =
    corpus === null
      ? []
      : readdirSync(odd)
          .filter((name) => name.endsWith('.pdf') && statSync(join(odd, name)).size < 16_384)
          .sort();

  it.each(small)('%s is read or refused with anything changed', async (name) => {
    const data = readFileSync(join(odd, name));
    await fc.assert(
      fc.asyncProperty(changesOf(data), (changes) => survives(data, changes)),
      { numRuns: 50 },
    );
  });
});
