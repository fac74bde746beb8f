// Changes that are asked for at once: each finds what the one before has left, and one that fails takes none along.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KeptJson } from '../../../native/files/kept-json.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

type Pair = Readonly<Record<string, string>>;
const onDisk = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('KeptJson', () => {
  it('keeps every one of many changes at once, in memory and on disk', async () => {
    const path = join(temporaryFolder(), 'new', 'pairs.json');
    const kept = new KeptJson<Pair>(path, {});
    const names = Array.from({ length: 20 }, (_, at) => `part${String(at)}`);
    await Promise.all(names.map((name) => kept.change((now) => ({ ...now, [name]: 'set' }))));
    const all = Object.fromEntries(names.map((name) => [name, 'set']));
    expect(kept.current).toEqual(all);
    expect(onDisk(path)).toEqual(all);
  });

  it('leaves out the one that fails, and makes those before and behind it', async () => {
    const path = join(temporaryFolder(), 'pairs.json');
    const kept = new KeptJson<Pair>(path, {});
    const refused = (): Pair => {
      throw new Error('not this one');
    };
    const ended = await Promise.allSettled([
      kept.change((now) => ({ ...now, first: 'kept' })),
      kept.change(refused),
      kept.change((now) => ({ ...now, third: 'kept' })),
    ]);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(kept.current).toEqual({ first: 'kept', third: 'kept' });
    expect(onDisk(path)).toEqual({ first: 'kept', third: 'kept' });
  });

  it('holds what was kept where the next cannot be written, and writes again once it can', async () => {
    const path = join(temporaryFolder(), 'pairs.json');
    const kept = new KeptJson<Pair>(path, { first: 'kept' });
    mkdirSync(path);
    await expect(kept.change((now) => ({ ...now, second: 'lost' }))).rejects.toMatchObject({
      code: 'FILE_OUTPUT_EXISTS',
    });
    expect(kept.current).toEqual({ first: 'kept' });
    rmSync(path, { recursive: true });
    await kept.change((now) => ({ ...now, third: 'kept' }));
    expect(onDisk(path)).toEqual({ first: 'kept', third: 'kept' });
  });
});
