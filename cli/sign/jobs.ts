// Which file becomes which: found out, with what stands against it, before any PIN is asked.
import { stat } from 'node:fs/promises';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import { openFileSource, sameFile } from '../../native/files/file-source.ts';
import { UsageError } from '../usage-error.ts';

export interface Job {
  readonly file: string;
  readonly output: string;
  /** Why it need not be tried; null where nothing is seen against it yet. */
  readonly refusal: PenaError | null;
}

/** Beside its original, with this at the end of its name: with `lta`, `surat.pdf` becomes `surat-lta.pdf`. */
export interface Beside {
  readonly beside: string;
}

/** @throws {PenaError} USAGE, FILE_FOLDER_MISSING */
export async function planJobs(
  files: readonly string[],
  out: string | Beside,
  overwrite: boolean,
): Promise<Job[]> {
  const outputs =
    typeof out === 'string' ? await outputsFor(files, out) : outputsBeside(files, out);
  refuseCollisions(outputs);
  return Promise.all(
    files.map(async (file, index) => {
      const output = outputs[index] ?? '';
      return { file, output, refusal: await refusalOf(file, output, overwrite) };
    }),
  );
}

function outputsBeside(files: readonly string[], { beside }: Beside): string[] {
  return files.map((file) => {
    const { dir, name, ext } = parse(file);
    return join(dir, `${name}-${beside}${ext}`);
  });
}

async function outputsFor(files: readonly string[], out: string): Promise<string[]> {
  const kind = await stat(out).catch(() => null);
  const meantAsFolder = files.length > 1 || /[\\/]$/.test(out);
  if (kind?.isDirectory() === true) return files.map((file) => join(out, basename(file)));
  if (!meantAsFolder) return [out];
  if (kind !== null) throw new UsageError('outMustBeFolder');
  throw new PenaError('FILE_FOLDER_MISSING', { folder: basename(out) });
}

/** Two folders may hold documents of one name: neither result may take the other's place. */
function refuseCollisions(outputs: readonly string[]): void {
  // Windows and macOS do not tell capital letters apart; elsewhere they are different files.
  const folds = process.platform === 'win32' || process.platform === 'darwin';
  const seen = new Set<string>();
  for (const output of outputs) {
    const path = folds ? resolve(output).toLowerCase() : resolve(output);
    if (seen.has(path)) throw new UsageError('sameOutput', basename(output));
    seen.add(path);
  }
}

async function refusalOf(
  file: string,
  output: string,
  overwrite: boolean,
): Promise<PenaError | null> {
  try {
    await (await openFileSource(file)).close();
    if (await sameFile(file, output)) {
      return new PenaError('FILE_OUTPUT_IS_INPUT', { file: basename(output) });
    }
    const existing = await stat(output).catch(() => null);
    if (existing !== null && !(overwrite && existing.isFile())) {
      return new PenaError('FILE_OUTPUT_EXISTS', { file: basename(output) });
    }
    const folder = dirname(resolve(output));
    const place = await stat(folder).catch(() => null);
    return place?.isDirectory() === true
      ? null
      : new PenaError('FILE_FOLDER_MISSING', { folder: basename(folder) });
  } catch (thrown) {
    return toPenaError(thrown);
  }
}
