// Reads the picture of a document of one page by pdf.js, which draws the pages in the window too: JPEG, JPEG 2000,
// JBIG2, fax, palettes and colour spaces of all kinds. Nothing is drawn. To be called in a thread that can be ended.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Shades } from '../../core/ports/picture-decoder.ts';
import { isBounded } from './codec-sizes.ts';
import { reduce, type Samples } from './reduce.ts';

// The build puts what is named here beside itself, and its place for the name (build/pictures.mjs).
const find = createRequire(import.meta.url).resolve;
const WORKER = find('pdfjs-dist/legacy/build/pdf.worker.mjs');
const WASM: ReadonlyMap<string, string> = new Map([
  ['openjpeg.wasm', find('pdfjs-dist/wasm/openjpeg.wasm')],
  ['jbig2.wasm', find('pdfjs-dist/wasm/jbig2.wasm')],
  ['qcms_bg.wasm', find('pdfjs-dist/wasm/qcms_bg.wasm')],
]);

/** Gives pdf.js the decoders that it asks for by name. */
class Decoders {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const path = WASM.get(filename);
    if (path === undefined) throw new Error(`no ${filename}`);
    return new Uint8Array(await readFile(path));
  }
}

/** Null for a picture that cannot be read. @param document as `PictureDecoder` has it; taken over */
export async function decodePicture(document: Uint8Array): Promise<Shades | null> {
  if (!isBounded(document)) return null;
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = pathToFileURL(WORKER).href;
  const task = pdfjs.getDocument({
    ...{ data: document, verbosity: 0, stopAtErrors: true, isEvalSupported: false },
    ...{ BinaryDataFactory: Decoders, wasmUrl: 'wasm/', useWorkerFetch: false },
    ...{ disableFontFace: true, useSystemFonts: false },
  });
  try {
    const page = await (await task.promise).getPage(1);
    const { fnArray, argsArray } = await page.getOperatorList();
    const { paintImageXObject, paintInlineImageXObject } = pdfjs.OPS;
    const operands: readonly unknown[] = argsArray;
    for (const [at, operation] of fnArray.entries()) {
      const all = operands[at];
      const given: unknown = Array.isArray(all) ? all[0] : undefined;
      if (operation === paintInlineImageXObject) return shadesOf(given);
      if (operation !== paintImageXObject || typeof given !== 'string') continue;
      const kept = given.startsWith('g_') ? page.commonObjs : page.objs;
      return shadesOf(await new Promise((resolve) => void kept.get(given, resolve)));
    }
    return null;
  } catch {
    return null;
  } finally {
    await task.destroy();
  }
}

function shadesOf(picture: unknown): Shades | null {
  return isSamples(picture) ? reduce(picture) : null;
}

function isSamples(picture: unknown): picture is Samples {
  if (typeof picture !== 'object' || picture === null) return false;
  const { width, height, kind, data }: Partial<Record<keyof Samples, unknown>> = picture;
  const sized = Number.isSafeInteger(width) && Number.isSafeInteger(height);
  return sized && typeof kind === 'number' && ArrayBuffer.isView(data);
}
