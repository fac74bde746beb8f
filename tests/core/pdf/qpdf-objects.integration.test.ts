// Every object of the odd files that qpdf is content with: the same value by us and by qpdf's JSON.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isArray,
  PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '../../../core/pdf/objects.ts';
import { textOf } from '../../../core/pdf/text-string.ts';
import { corpusDir, NO_CORPUS } from '../../support/corpus.ts';
import { openBytes } from './support/draft.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface QpdfObject {
  readonly value?: Json;
  readonly stream?: { readonly dict: { readonly [key: string]: Json } };
}

function byQpdf(path: string): Map<string, QpdfObject> {
  const options = ['--json=2', '--json-key=qpdf', '--json-stream-data=none'];
  const { stdout } = spawnSync('qpdf', [...options, path], {
    encoding: 'utf8',
    maxBuffer: 256 << 20,
  });
  const { qpdf } = JSON.parse(stdout) as { qpdf: [unknown, Record<string, QpdfObject>] };
  return new Map(Object.entries(qpdf[1]));
}

/**
 * Our object in qpdf's words. `beside` is qpdf's own, which chooses how a string is shown; `exists`
 * tells which objects there are: qpdf leaves out an entry that refers to none (7.3.7, 7.3.10).
 */
function inQpdfWords(
  object: PdfObject,
  beside: Json | undefined,
  exists: (ref: string) => boolean,
): Json {
  if (object instanceof PdfName) {
    const text = Buffer.from(object.value, 'latin1').toString('utf8');
    return typeof beside === 'string' && beside.startsWith('n:') ? beside : `/${text}`;
  }
  if (object instanceof PdfRef) return `${object.num} ${object.gen} R`;
  if (object instanceof PdfString) {
    const isText = typeof beside === 'string' && beside.startsWith('u:');
    return isText ? `u:${textOf(object)}` : `b:${Buffer.from(object.bytes).toString('hex')}`;
  }
  if (isArray(object)) {
    return object.map((item, i) =>
      inQpdfWords(item, isList(beside) ? beside[i] : undefined, exists),
    );
  }
  if (object instanceof PdfDict) {
    const entries = [...object.entries].filter(
      ([, value]) =>
        value !== null && !(value instanceof PdfRef && !exists(`${value.num} ${value.gen} R`)),
    );
    return Object.fromEntries(
      entries.map(([key, value]) => {
        const name = `/${Buffer.from(key, 'latin1').toString('utf8')}`;
        return [name, inQpdfWords(value, isRecord(beside) ? beside[name] : undefined, exists)];
      }),
    );
  }
  if (object instanceof PdfStream) throw new Error('a stream within an object');
  return object;
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}
function isRecord(json: Json | undefined): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

const corpus = corpusDir();
const missing =
  corpus === null
    ? NO_CORPUS
    : spawnSync('qpdf', ['--version']).status === 0
      ? null
      : 'skipped: no qpdf';

describe.skipIf(missing !== null)(`objects${missing === null ? '' : ` (${missing})`}`, () => {
  const dir = join(corpus ?? '', 'odd');
  const names =
    missing === null
      ? readdirSync(dir)
          .filter((name) => name.endsWith('.pdf'))
          .filter((name) => spawnSync('qpdf', ['--check', join(dir, name)]).status === 0)
      : [];

  it.each(names)('of %s', async (name) => {
    const reader = await openBytes(readFileSync(join(dir, name)));
    const objects = byQpdf(join(dir, name));
    const exists = (ref: string): boolean =>
      (objects.get(`obj:${ref}`)?.value ?? objects.get(`obj:${ref}`)?.stream ?? null) !== null;
    let compared = 0;
    for (const [key, { value, stream }] of objects) {
      const id = /^obj:(\d+) (\d+) R$/.exec(key);
      if (id === null) continue;
      const ours = await reader.object(Number(id[1]), Number(id[2]));
      compared += 1;
      if (stream === undefined) {
        expect([key, inQpdfWords(ours, value, exists)]).toEqual([key, value]);
        continue;
      }
      if (!(ours instanceof PdfStream)) throw new Error(`${key} is no stream`);
      const dict = inQpdfWords(ours.dict, stream.dict, exists);
      expect([key, dict]).toEqual([key, stream.dict]);
    }
    expect(compared).toBeGreaterThan(2);
  });
});
