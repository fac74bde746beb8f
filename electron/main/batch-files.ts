// The files of a batch, as they were chosen: single ones, those of a folder, or what a sealed file says.
import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { MOST_FILES, type BatchStamp } from '../../core/contract/batch.ts';
import type { CertificationChoice } from '../../core/contract/signing.ts';
import type { BatchPlan, StampRule } from '../../core/domain/batch.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { BaselineLevel } from '../../core/domain/signature-level.ts';
import { checkPlan } from '../../core/signing/batch/plan.ts';
import { openSealed, type SealedBatch } from '../../core/signing/batch/sealed.ts';
import { readError } from '../../native/files/file-error.ts';
import { openFileSource } from '../../native/files/file-source.ts';

export interface BatchFiles {
  /** Of the sealed file, or of the folder; null: single files. */
  readonly name: string | null;
  /** Absolute. */
  readonly paths: readonly string[];
  readonly sealed: SealedBatch | null;
}

export interface BatchWish {
  readonly certificate: string;
  readonly stamp: BatchStamp | null;
  /** An empty signature field of each document; null: a new one. */
  readonly field: string | null;
  readonly reason: string;
  readonly location: string;
  readonly level: BaselineLevel;
  /** Of what goes to the foot of every page; null: nothing. */
  readonly footer: string | null;
  readonly certification: CertificationChoice;
}

const MAX_SEALED = 64 << 20;

/** In the order of their names, so that the same choice is the same batch. */
export function singleFiles(paths: readonly string[]): BatchFiles {
  return { name: null, paths: checked([...paths].sort()), sealed: null };
}

/** The PDF files right in it. @throws {FileError} */
export async function filesOfFolder(folder: string): Promise<BatchFiles> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.flatMap((entry) =>
      entry.isFile() && extname(entry.name).toLowerCase() === '.pdf' ? [entry.name] : [],
    );
    const paths = checked(names.sort().map((name) => join(folder, name)));
    return { name: basename(folder).slice(0, 255), paths, sealed: null };
  } catch (thrown) {
    throw thrown instanceof PenaError ? thrown : readError(thrown, folder);
  }
}

/** @throws {PenaError} SEAL_INVALID, FILE_* */
export async function sealedFiles(path: string): Promise<BatchFiles> {
  const source = await openFileSource(path);
  try {
    if (source.size > MAX_SEALED) throw new PenaError('SEAL_INVALID');
    const sealed = openSealed(Buffer.from(await source.read(0, source.size)).toString('utf8'));
    const folder = dirname(resolve(path));
    const paths = checked(sealed.plan.files.map(({ file }) => resolve(folder, file)));
    return { name: basename(path).slice(0, 255), paths, sealed };
  } finally {
    await source.close();
  }
}

/** The plan: the seal's own, or one made of what the person wishes. @throws {PenaError} BATCH_PLAN_INVALID */
export function planOf({ paths, sealed }: BatchFiles, wish: BatchWish): BatchPlan {
  if (sealed !== null) return sealed.plan;
  const { certificate, level, reason, location, stamp, field, footer, certification } = wish;
  const outputs = outputNames(paths);
  return checkPlan({
    ...{ format: 1, certificate, level, reason, location },
    stamp: stamp === null ? null : ruleOf(stamp),
    ...(footer === null ? {} : { footer: { design: footer } }),
    ...(certification === null ? {} : { certification }),
    files: paths.map((path, index) => ({ file: path, output: outputs[index], field })),
  });
}

function ruleOf({ at, position, design }: BatchStamp): StampRule {
  const common = { position, design, qr: null };
  if (at.kind === 'field') return { at: { ofField: true }, ...common };
  if (at.kind === 'tag') {
    const { tag, width, height } = at;
    const occurrence = at.occurrence === 'next' ? ('all-in-order' as const) : undefined;
    return { at: { tag, size: [width, height], occurrence }, ...common };
  }
  const { x, y, width, height } = at.rect;
  if (at.free) {
    return { at: { page: at.page, size: [width, height], near: [x, y] }, ...common };
  }
  return { at: { page: at.page, rect: [x, y, width, height] }, ...common };
}

/** The originals' names; where two folders have the same, the later gets a number. */
function outputNames(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const { name, ext } = { name: basename(path, extname(path)), ext: extname(path) };
    for (let number = 1; ; number += 1) {
      const output = number === 1 ? `${name}${ext}` : `${name} (${String(number)})${ext}`;
      const key = output.normalize('NFC').toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return output;
    }
  });
}

function checked(paths: readonly string[]): readonly string[] {
  if (paths.length <= MOST_FILES) return paths;
  throw new PenaError('BATCH_PLAN_INVALID', { detail: 'files' });
}
