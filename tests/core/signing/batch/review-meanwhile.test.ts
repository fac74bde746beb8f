// Batches whose files are looked over while earlier ones are being signed: where nobody is asked anything.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reviewsMeanwhile, unseen } from '../../../../cli/batch/reviews-meanwhile.ts';
import { openP12 } from '../../../../core/cms/p12-key.ts';
import { batchPlan } from '../../../../core/domain/batch.ts';
import type { JournalEntry } from '../../../../core/domain/journal-entry.ts';
import { PenaError } from '../../../../core/domain/pena-error.ts';
import type { SigningKey } from '../../../../core/ports/token.ts';
import { type BatchJob, runBatch } from '../../../../core/signing/batch/run-batch.ts';
import { GroupedFolder } from '../../../../native/batch/grouped-folder.ts';
import { createSmallOutput, openSmallOrLarge } from '../../../../native/batch/small-files.ts';
import { BatchStateFile } from '../../../../native/batch/state-file.ts';
import { manyDocuments, outputState, sha256Of } from '../../../cli/support/batch.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { makeAuthority, makeSigner } from '../../support/test-certificates.ts';
import { p12Of } from '../../support/p12.ts';

const signer = makeSigner('LATIHAN', makeAuthority('CA LATIHAN'));
const key = await openP12(p12Of(signer.key.privateKey, signer.der), new Uint8Array());
const certificate = sha256Of(signer.der);

async function batch(
  count: number,
  sign: SigningKey['sign'],
  review: (job: BatchJob, index: number) => Promise<BatchJob>,
) {
  const [work, out] = [temporaryFolder(), temporaryFolder()];
  const files = manyDocuments(work, count);
  const jobs = files.map((file) => ({
    ...{ file, output: file.slice(work.length + 1), sha256: null, refusal: null },
  }));
  const entries: JournalEntry[] = [];
  const care = new GroupedFolder();
  const state = await BatchStateFile.open(out, { plan: 'a'.repeat(64), certificate });
  try {
    const result = await runBatch({
      ...{ jobs, certificate, state, plan: 'a'.repeat(64) },
      key: { certificate: key.certificate, chain: key.chain, sign },
      review: (index) => {
        const [job] = jobs.slice(index);
        if (job === undefined) throw new Error('no such job');
        return review({ ...job, sha256: sha256Of(readFileSync(job.file)) }, index);
      },
      open: async ({ file, output }) => ({
        source: await openSmallOrLarge(file),
        ...{ name: output, field: null, stamp: null, reason: '', location: '' },
        clock: { now: () => new Date() },
        openOutput: () => createSmallOutput(resolve(out, output), care),
      }),
      openExisting: () => Promise.resolve(null),
      journal: {
        append: (...more) => {
          entries.push(...more);
          return Promise.resolve();
        },
      },
    });
    return { result, entries, files, out };
  } finally {
    await state.close(false);
  }
}

describe('files looked over while others are signed', () => {
  it('are looked over before their own signature, and not all before the first', async () => {
    const seen = new Set<string>();
    const early: number[] = [];
    let first = (): void => undefined;
    const begun = new Promise<void>((done) => (first = done));
    const { result, files, out } = await batch(
      12,
      (data, algorithm, purpose) => {
        first();
        early.push(seen.size);
        expect(seen).toContain(purpose.documents[0]?.sha256);
        return key.sign(data, algorithm, purpose);
      },
      async (job, index) => {
        // The last one is not let go on before something is signed.
        if (index === 11) await begun;
        seen.add(job.sha256 ?? '');
        return job;
      },
    );
    expect(result.items.map(({ status }) => status)).toEqual(files.map(() => 'signed'));
    expect(early[0]).toBeLessThan(12);
    for (const [index, { output }] of result.items.entries()) {
      expect(await outputState(files[index] ?? '', resolve(out, output), signer.der)).toEqual({
        signatures: 1,
        right: true,
      });
    }
  });

  it('are left behind where something stands against them, and the key is not asked', async () => {
    const asked: string[] = [];
    const { result, entries, files } = await batch(
      6,
      (data, algorithm, purpose) => {
        asked.push(purpose.documents[0]?.sha256 ?? '');
        return key.sign(data, algorithm, purpose);
      },
      (job, index) =>
        Promise.resolve(
          index % 2 === 1 ? { ...job, refusal: new PenaError('PREFLIGHT_REFUSED') } : job,
        ),
    );
    expect(result.items.map(({ error }) => error?.code ?? null)).toEqual([
      ...[null, 'PREFLIGHT_REFUSED', null, 'PREFLIGHT_REFUSED', null, 'PREFLIGHT_REFUSED'],
    ]);
    const refused = [1, 3, 5].map((index) => sha256Of(readFileSync(files[index] ?? '')));
    expect(asked).toHaveLength(3);
    expect(asked.filter((one) => refused.includes(one))).toEqual([]);
    const noted = entries.flatMap((one) => (one.kind === 'refused' ? [one.document] : []));
    expect(noted.toSorted()).toEqual(refused.toSorted());
  });

  it('are looked over no more once the key has failed', async () => {
    let looked = 0;
    const { result } = await batch(
      200,
      () => Promise.reject(new PenaError('TOKEN_PIN_INCORRECT')),
      (job) => {
        looked += 1;
        return Promise.resolve(job);
      },
    );
    expect(result.stopped).toBe('TOKEN_PIN_INCORRECT');
    expect(result.items.filter(({ status }) => status === 'left')).toHaveLength(199);
    expect(looked).toBeLessThan(200);
  });
});

describe('whether files may be looked over while others are signed', () => {
  const plan = batchPlan.parse({
    ...{ format: 1, certificate },
    files: [
      { file: 'satu.pdf', output: 'satu.pdf' },
      { file: 'dua.pdf', output: 'dua-ttd.pdf' },
    ],
  });
  const opened = {
    ...{ plan, sha256: 'b'.repeat(64), sealed: null },
    pathOf: (file: string) => resolve('/kerja', file),
  };
  const [alone, out] = [{ unattended: true }, { out: '/hasil' }];

  it('only where nobody is there, nothing was accepted, and no document is itself a result', () => {
    expect(reviewsMeanwhile(opened, alone, out)).toBe(true);
    expect(reviewsMeanwhile(opened, { unattended: false }, out)).toBe(false);
    expect(reviewsMeanwhile(opened, alone, { ...out, acceptFindings: true })).toBe(false);
    expect(reviewsMeanwhile(opened, alone, { out: '/kerja' })).toBe(false);
  });

  it('and not of a sealed batch', () => {
    const sealed = {
      ...{ plan, inputs: ['c'.repeat(64), 'd'.repeat(64)], sealedAt: new Date(0) },
      ...{ sha256: 'e'.repeat(64), sealedBy: null },
    };
    expect(reviewsMeanwhile({ ...opened, sealed }, alone, out)).toBe(false);
  });

  it('what was not looked at has nothing for it and nothing against it', () => {
    expect(unseen(plan).map(({ job, reviewed }) => [job.sha256, job.refusal, reviewed])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
  });
});
