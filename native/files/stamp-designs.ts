// Stamp designs: those that ship with the program and those of the user's folder. A wrong one is reported
// and left out; the others are there all the same.
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { imageHeader } from '../../core/domain/image-size.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import {
  type LoadedStampDesign,
  STAMP_IMAGE_LIMITS,
  stampDesign,
  type StampDesign,
} from '../../core/domain/stamp-design.ts';
import { resourcePath } from './resources.ts';

/** In the same folder, and not a design. */
const FOOTERS = 'footer.json';
const MAX_FILES = 200;
const MAX_JSON = 256 << 10;

export interface DesignProblem {
  /** Absolute path. */
  readonly file: string;
  /** For the person who writes designs: where in the file, and what. */
  readonly problem: string;
}

export interface StampDesigns {
  /** By id; a user's design takes the place of a shipped one of the same id. */
  readonly designs: ReadonlyMap<string, LoadedStampDesign>;
  readonly problems: readonly DesignProblem[];
}

/** @param userFolder need not exist */
export async function loadStampDesigns(userFolder: string | null = null): Promise<StampDesigns> {
  const designs = new Map<string, LoadedStampDesign>();
  const problems: DesignProblem[] = [];
  for (const folder of [resourcePath('stamps'), userFolder]) {
    if (folder !== null) await loadFolder(folder, designs, problems);
  }
  return { designs, problems };
}

/** @throws {PenaError} STAMP_DESIGN_NOT_FOUND */
export function designOf({ designs }: StampDesigns, id: string): LoadedStampDesign {
  const found = designs.get(id);
  if (found === undefined) {
    throw new PenaError('STAMP_DESIGN_NOT_FOUND', { design: id.slice(0, 40) });
  }
  return found;
}

async function loadFolder(
  folder: string,
  designs: Map<string, LoadedStampDesign>,
  problems: DesignProblem[],
): Promise<void> {
  const own = new Set<string>();
  for (const name of await designFiles(folder)) {
    const file = join(folder, name);
    try {
      const loaded = await loadDesign(folder, file);
      const { id } = loaded.design;
      if (own.has(id)) throw new Unfit(`id: another file has ${id} too`);
      own.add(id);
      designs.set(id, loaded);
    } catch (thrown) {
      problems.push({ file, problem: problemOf(thrown) });
    }
  }
}

async function designFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json') && name !== FOOTERS)
    .sort()
    .slice(0, MAX_FILES);
}

async function loadDesign(folder: string, file: string): Promise<LoadedStampDesign> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await readUpTo(file, MAX_JSON));
  const design = stampDesign.parse(JSON.parse(text));
  return { design, images: await loadImages(folder, design) };
}

async function loadImages(
  folder: string,
  { elements }: StampDesign,
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
class Unfit extends Error {}

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

function problemOf(thrown: unknown): string {
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
