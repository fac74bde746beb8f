// Batches below the shells: what goes on, what stops, what is not signed twice, and what the person at the
// PIN window is shown.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openP12 } from '../../../../core/cms/p12-key.ts';
import type { BatchResult } from '../../../../core/domain/batch.ts';
import type { JournalEntry } from '../../../../core/domain/journal-entry.ts';
import { PenaError } from '../../../../core/domain/pena-error.ts';
import type { SigningKey, SigningPurpose } from '../../../../core/ports/token.ts';
import { type BatchRun, runBatch } from '../../../../core/signing/batch/run-batch.ts';
import { GroupedFolder } from '../../../../native/batch/grouped-folder.ts';
import { createSmallOutput, openSmallOrLarge } from '../../../../native/batch/small-files.ts';
import { BatchStateFile } from '../../../../native/batch/state-file.ts';
import { rejection } from '../../../support/rejection.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { manyDocuments, outputState, sha256Of } from '../../../cli/support/batch.ts';
import { makeAuthority, makeSigner } from '../../support/test-certificates.ts';
import { p12Of } from '../../support/p12.ts';

const authority = makeAuthority('CA LATIHAN');
const signer = makeSigner('LATIHAN', authority);
const key = await openP12(p12Of(signer.key.privateKey, signer.der), new Uint8Array());
const certificate = sha256Of(signer.der);
const PLAN = 'a'.repeat(64);

interface Office {
  readonly work: string;
  readonly out: string;
  readonly files: readonly string[];
  readonly entries: JournalEntry[];
  readonly run: (changes?: Partial<BatchRun>) => Promise<BatchResult>;
}

function office(count: number): Office {
  const [work, out] = [temporaryFolder(), temporaryFolder()];
  const files = manyDocuments(work, count);
  const entries: JournalEntry[] = [];
  const care = new GroupedFolder();
  const run = async (changes: Partial<BatchRun> = {}): Promise<BatchResult> => {
    const state = await BatchStateFile.open(out, { plan: PLAN, certificate });
    try {
      return await runBatch({
        jobs: files.map((file) => ({
          ...{ file, output: file.slice(work.length + 1), refusal: null },
          sha256: sha256Of(readFileSync(file)),
        })),
        ...{ key, certificate, state, plan: PLAN },
        open: async ({ file, output }) => ({
          source: await openSmallOrLarge(file),
          ...{ name: output, field: null, stamp: null, reason: '', location: '' },
          clock: { now: () => new Date() },
          openOutput: () => createSmallOutput(join(out, output), care),
        }),
        openExisting: ({ output }) =>
          readdirSync(out).includes(output)
            ? openSmallOrLarge(join(out, output))
            : Promise.resolve(null),
        journal: {
          append: (...more) => {
            entries.push(...more);
            return Promise.resolve();
          },
        },
        ...changes,
      });
    } finally {
      await state.close(false);
    }
  };
  return { work, out, files, entries, run };
}

const statuses = ({ items }: BatchResult): string[] =>
  items.map(({ status, error }) => (error === null ? status : `${status} ${error.code}`));

function keyThat(sign: SigningKey['sign']): SigningKey {
  return { certificate: key.certificate, chain: key.chain, sign };
}

describe('a batch', () => {
  it('goes on after a bad file, and writes each result into the journal', async () => {
    const { files, out, entries, run } = office(5);
    writeFileSync(files[2] ?? '', 'bukan PDF');
    const result = await run();
    expect(statuses(result)).toEqual([
      ...['signed', 'signed', 'failed PDF_NOT_A_PDF', 'signed', 'signed'],
    ]);
    expect(result.stopped).toBeNull();
    expect(readdirSync(out).filter((name) => !name.startsWith('.'))).toHaveLength(4);
    expect(entries.map(({ kind }) => kind).sort()).toEqual([
      ...['batch-begun', 'batch-ended', 'refused', 'signed', 'signed', 'signed', 'signed'],
    ]);
    expect(entries.at(-1)).toEqual({
      ...{ kind: 'batch-ended', batch: PLAN, signed: 4, failed: 1, left: 0, stopped: null },
    });
  });

  it('signs with the key one at a time, and prepares others meanwhile', async () => {
    const { run } = office(12);
    let [now, most, opened, ahead, signed] = [0, 0, 0, 0, 0];
    const slow = keyThat(async (...asked) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const signature = await key.sign(...asked);
      now -= 1;
      signed += 1;
      return signature;
    });
    const result = await run({
      key: slow,
      journal: { append: () => Promise.resolve() },
      openExisting: () => {
        opened += 1;
        ahead = Math.max(ahead, opened - signed);
        return Promise.resolve(null);
      },
    });
    expect(new Set(statuses(result))).toEqual(new Set(['signed']));
    expect(most).toBe(1);
    // Bounded: as many as may be under way, and no more.
    expect(ahead).toBeGreaterThan(2);
    expect(ahead).toBeLessThanOrEqual(12);
  });

  it('spends one PIN on a wrong PIN, and begins nothing more', async () => {
    const { out, run } = office(10);
    let asked = 0;
    const wrong = keyThat(() => {
      asked += 1;
      return Promise.reject(new PenaError('TOKEN_PIN_INCORRECT'));
    });
    const result = await run({ key: wrong });
    expect(asked).toBe(1);
    expect(result.stopped).toBe('TOKEN_PIN_INCORRECT');
    expect(statuses(result).filter((one) => one !== 'left')).toEqual([
      'failed TOKEN_PIN_INCORRECT',
    ]);
    expect(readdirSync(out).filter((name) => !name.startsWith('.'))).toEqual([]);
  });

  it('goes on after a pulled token, and signs nothing twice', async () => {
    const { out, files, run } = office(12);
    let signed = 0;
    const pulled = keyThat((...asked) => {
      if (signed === 5) return Promise.reject(new PenaError('TOKEN_REMOVED'));
      signed += 1;
      return key.sign(...asked);
    });
    const first = await run({ key: pulled });
    expect(first.stopped).toBe('TOKEN_REMOVED');
    expect(statuses(first).filter((one) => one === 'signed')).toHaveLength(5);
    let again = 0;
    const counting = keyThat((...asked) => {
      again += 1;
      return key.sign(...asked);
    });
    const second = await run({ key: counting });
    expect(again).toBe(7);
    expect(statuses(second).filter((one) => one === 'already-signed')).toHaveLength(5);
    for (const item of second.items) {
      const output = join(out, item.output);
      expect(
        await outputState(files[second.items.indexOf(item)] ?? '', output, signer.der),
      ).toEqual({ signatures: 1, right: true });
    }
  });

  it('does not sign again what was signed and then moved away by somebody', async () => {
    const { out, run } = office(3);
    await run();
    for (const name of readdirSync(out).filter((one) => !one.startsWith('.'))) {
      writeFileSync(join(temporaryFolder(), name), readFileSync(join(out, name)));
      rmSync(join(out, name));
    }
    expect(statuses(await run())).toEqual(['already-signed', 'already-signed', 'already-signed']);
  });

  it('leaves alone what is there and is not its own', async () => {
    const { out, files, run } = office(3);
    const foreign = readFileSync(files[1] ?? '');
    writeFileSync(join(out, 'surat-0001.pdf'), foreign);
    expect(statuses(await run())).toEqual(['signed', 'failed FILE_OUTPUT_EXISTS', 'signed']);
    expect(readFileSync(join(out, 'surat-0001.pdf')).equals(foreign)).toBe(true);
  });

  it('refuses what has changed since it was reviewed, and says so of a sealed one', async () => {
    const { files, run } = office(3);
    const jobs = files.map((file) => ({
      ...{ file, output: file.split('/').at(-1) ?? '', refusal: null },
      sha256: sha256Of(readFileSync(file)),
    }));
    writeFileSync(files[0] ?? '', readFileSync(files[2] ?? ''));
    expect(statuses(await run({ jobs }))).toEqual([
      ...['failed BATCH_INPUT_CHANGED', 'signed', 'signed'],
    ]);
    const sealed = { sha256: 'b'.repeat(64), count: 3 };
    const [first] = (await run({ jobs, sealed })).items;
    expect(first?.error).toEqual({ code: 'SEAL_BROKEN', params: { file: 'surat-0000.pdf' } });
  });

  describe('with a key that takes three at once', () => {
    /** As a token's: one until the login is made, and after trouble. */
    function keyOfThree(sign: SigningKey['sign']): SigningKey & { most: number } {
      let [open, now] = [false, 0];
      return {
        ...{ certificate: key.certificate, chain: key.chain, most: 0 },
        get atOnce() {
          return open ? 3 : 1;
        },
        async sign(...asked) {
          now += 1;
          this.most = Math.max(this.most, now);
          try {
            await new Promise((resolve) => setTimeout(resolve, 5));
            const value = await sign(...asked);
            open = true;
            return value;
          } catch (thrown) {
            open = false;
            throw thrown;
          } finally {
            now -= 1;
          }
        },
      };
    }

    it('gives it so many, and the first one alone', async () => {
      const { run, files, out } = office(12);
      const seen: number[] = [];
      const three = keyOfThree((data, algorithm, purpose) => {
        seen.push(three.most);
        return key.sign(data, algorithm, purpose);
      });
      const result = await run({ key: three });
      expect(new Set(statuses(result))).toEqual(new Set(['signed']));
      expect(seen[0]).toBe(1);
      expect(three.most).toBe(3);
      for (const [index, file] of files.entries()) {
        const output = join(out, result.items[index]?.output ?? '');
        expect(await outputState(file, output, signer.der)).toEqual({ signatures: 1, right: true });
      }
    });

    it('keeps what it has signed when one fails, begins nothing more, and ends the rest later', async () => {
      const { run } = office(12);
      let asked = 0;
      const pulled = keyOfThree((...given) => {
        asked += 1;
        return asked === 5 ? Promise.reject(new PenaError('TOKEN_REMOVED')) : key.sign(...given);
      });
      const first = await run({ key: pulled });
      expect(first.stopped).toBe('TOKEN_REMOVED');
      const signed = statuses(first).filter((one) => one === 'signed').length;
      // The one that failed, and at most two beside it, which were under way.
      expect(asked).toBe(signed + 1);
      expect(signed).toBeGreaterThanOrEqual(4);
      expect(signed).toBeLessThanOrEqual(6);
      let again = 0;
      const second = await run({
        key: keyThat((...given) => {
          again += 1;
          return key.sign(...given);
        }),
      });
      expect(again).toBe(12 - signed);
      expect(statuses(second).filter((one) => one === 'already-signed')).toHaveLength(signed);
    });
  });

  it('shows with the PIN what the login will serve, and the seal', async () => {
    const { run } = office(8);
    const seen: SigningPurpose[] = [];
    const sealed = { sha256: 'b'.repeat(64), count: 8 };
    const watching = keyThat((data, algorithm, purpose) => {
      // As whoever asks for the PIN does: looked at now, not when others have been signed.
      seen.push({ ...purpose });
      return key.sign(data, algorithm, purpose);
    });
    await run({ key: watching, sealed });
    expect(seen.map(({ documents }) => documents.length)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(new Set(seen[0]?.documents.map(({ name }) => name)).size).toBe(8);
    expect(seen.every((purpose) => purpose.sealed === sealed)).toBe(true);
    // The one at hand is the first.
    expect(new Set(seen.map(({ documents }) => documents[0]?.name)).size).toBe(8);
  });

  it('is stopped after the signature under way', async () => {
    const { run } = office(12);
    const stop = new AbortController();
    let signed = 0;
    const stopping = keyThat(async (...asked) => {
      signed += 1;
      if (signed === 4) stop.abort();
      return key.sign(...asked);
    });
    const result = await run({ key: stopping, signal: stop.signal });
    expect(result.stopped).toBe('CANCELLED');
    expect(signed).toBe(4);
    expect(statuses(result).sort()).toEqual([
      ...Array.from({ length: 8 }, () => 'left'),
      ...Array.from({ length: 4 }, () => 'signed'),
    ]);
  });

  it('keeps to the certificate of the plan', async () => {
    const { run } = office(1);
    const other = makeSigner('LAIN', authority);
    const foreign = await openP12(p12Of(other.key.privateKey, other.der), new Uint8Array());
    expect((await rejection(run({ key: foreign }))).code).toBe('BATCH_CERTIFICATE');
  });

  it('is held by one process at a time, and its record by one plan', async () => {
    const folder = temporaryFolder();
    const identity = { plan: PLAN, certificate };
    const state = await BatchStateFile.open(folder, identity);
    expect((await rejection(BatchStateFile.open(folder, identity))).code).toBe('BATCH_BUSY');
    await state.done('a.pdf', PLAN);
    await state.close(false);
    const name = readdirSync(folder)[0] ?? '';
    // Half a line, as a kill leaves it.
    writeFileSync(join(folder, name), `${readFileSync(join(folder, name), 'utf8')}{"kind":"do`);
    const next = await BatchStateFile.open(folder, identity);
    expect([...next.signed]).toEqual([['a.pdf', PLAN]]);
    await next.done('b.pdf', PLAN);
    await next.close(false);
    const last = await BatchStateFile.open(folder, identity);
    expect([...last.signed.keys()]).toEqual(['a.pdf', 'b.pdf']);
    await last.close(false);
    const { publicKey } = generateKeyPairSync('ed25519');
    const others = sha256Of(publicKey.export({ format: 'der', type: 'spki' }));
    const problem = await rejection(
      BatchStateFile.open(folder, { plan: PLAN, certificate: others }),
    );
    expect(problem.code).toBe('BATCH_OTHER_RUN');
    await (await BatchStateFile.open(folder, identity)).close(true);
    expect(readdirSync(folder)).toEqual([]);
  });
});
