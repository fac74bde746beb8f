// What files of designs have in common: JSON of bounded size, images beside it, problems in words.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { imageHeader } from '../../core/domain/image-size.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { STAMP_IMAGE_LIMITS, type StampElement } from '../../core/domain/stamp-design.ts';

const MAX_JSON = 256 << 10;

export interface DesignProblem {
  /** Absolute path. */
  readonly file: string;
  /** For the person who writes designs: where in the file, and what. */
  readonly problem: string;
}

export async function readJson(file: string): Promise<unknown> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await readUpTo(file, MAX_JSON));
  return JSON.parse(text);
}

/** The images that a design's elements name, from its own folder. */
export async function loadImages(
  folder: string,
  elements: readonly StampElement[],
): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  for (const element of elements) {
    if (element.kind !== 'image' || element.source === 'specimen') continue;
    images.set(element.source, await loadStampImage(join(folder, element.source)));
  }
  return images;
}

/**
 * An emblem or a specimen of a signature.
 * @throws {PenaError} STAMP_IMAGE_INVALID
 */
export async function loadStampImage(file: string): Promise<Uint8Array> {
  const { bytes: maxBytes, pixels } = STAMP_IMAGE_LIMITS;
  const unfit = (problem: string): PenaError => new PenaError('STAMP_IMAGE_INVALID', { problem });
  const bytes = await readUpTo(file, maxBytes).catch((thrown: unknown) => {
    throw unfit(problemOf(thrown));
  });
  const header = imageHeader(bytes);
  if (header === null) throw unfit('PNG, JPEG');
  if (Math.max(header.width, header.height) > pixels) {
    throw unfit(`${String(header.width)} × ${String(header.height)} px`);
  }
  return bytes;
}

/** What makes a file no design, in words of ours. */
export class Unfit extends Error {}

/** Never more than `limit` bytes are read, whatever the file is. */
async function readUpTo(file: string, limit: number): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new Unfit('not a file');
    if (stat.size > limit) throw new Unfit(`larger than ${String(limit)} bytes`);
    const bytes = new Uint8Array(stat.size);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** In words for who writes designs. */
export function problemOf(thrown: unknown): string {
  if (thrown instanceof z.ZodError) {
    return thrown.issues
      .slice(0, 3)
      .map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)
      .join('; ');
  }
  if (thrown instanceof PenaError)
    return `${thrown.code} ${String(thrown.params['problem'] ?? '')}`;
  if (thrown instanceof Unfit || thrown instanceof SyntaxError) return thrown.message;
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unreadable';
}
