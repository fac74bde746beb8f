// Small files of a batch that were looked over and are to be signed: neither read nor digested nor parsed a
// second time while they lie there as they were. Those of a larger batch that find no room are read again.
import type { FileSource } from '../files/file-source.ts';
import { openInTurn } from './small-files.ts';
import type { SmallFile } from './small-source.ts';

/** Bytes of memory for all together. */
const MOST = 128 << 20;
/** For what is counted nowhere. */
const EACH = 4096;

interface Kept {
  readonly file: SmallFile;
  readonly bytes: number;
}

export class KeptFiles {
  readonly #files = new Map<string, Kept>();
  #bytes = 0;

  /**
   * Keeps what `openInTurn` gave, though it is closed afterwards, where it is small and there is room.
   * @param weight bytes of memory that are kept with it: what was parsed of it
   */
  keep(path: string, source: FileSource, weight: number): void {
    void this.#remove(path)?.close();
    if (!isSmall(source)) return;
    const bytes = source.memory + weight + EACH;
    if (this.#bytes + bytes > MOST) return;
    this.#files.set(path, { file: source.share(), bytes });
    this.#bytes += bytes;
  }

  /** As `openInTurn`: the kept one, once, unless the file has been changed meanwhile. */
  async take(path: string): Promise<FileSource> {
    const kept = this.#remove(path);
    if (kept?.isUnchanged() === true) return kept;
    await kept?.close();
    return openInTurn(path);
  }

  #remove(path: string): SmallFile | undefined {
    const kept = this.#files.get(path);
    if (kept === undefined) return undefined;
    this.#files.delete(path);
    this.#bytes -= kept.bytes;
    return kept.file;
  }
}

function isSmall(source: FileSource | SmallFile): source is SmallFile {
  return 'share' in source;
}
