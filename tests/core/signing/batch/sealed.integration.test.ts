// Sealed batches and plans: what openssl says of a seal, what is refused, and the summaries.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BatchResult } from '../../../../core/domain/batch.ts';
import { checkPlan, planDigest, readPlan } from '../../../../core/signing/batch/plan.ts';
import { openSealed, sealBatch } from '../../../../core/signing/batch/sealed.ts';
import { csvSummary } from '../../../../core/signing/batch/summary.ts';
import { toPenaError } from '../../../../core/domain/pena-error.ts';
import { makeTestSigner } from '../../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

const folder = sharedTemporaryFolder();
const certificate = 'c'.repeat(64);
const files = ['a.pdf', 'b.pdf'].map((file) => ({ file, output: file }));
const plan = checkPlan({ format: 1, certificate, files });
const inputs = ['1'.repeat(64), '2'.repeat(64)];
const now = new Date('2026-11-24T02:15:00Z');

function codeOf(work: () => unknown): { code: string; params: unknown } | null {
  try {
    work();
    return null;
  } catch (thrown) {
    const { code, params } = toPenaError(thrown);
    return { code, params };
  }
}

describe('a sealed batch', () => {
  it('says what was sealed: the digest of its first line', async () => {
    const { text, sha256 } = await sealBatch({ plan, inputs, now, key: null });
    const [line = ''] = text.split('\n');
    expect(createHash('sha256').update(line).digest('hex')).toBe(sha256);
    expect(openSealed(text)).toEqual({ plan, inputs, sealedAt: now, sha256, sealedBy: null });
  });

  it('signed by whoever prepared it, is what openssl verifies', async () => {
    const { key, caFile } = await makeTestSigner(folder);
    const { text } = await sealBatch({ plan, inputs, now, key });
    const { sealedBy } = openSealed(text);
    expect(sealedBy).toEqual({
      name: 'NAMA PEJABAT LATIHAN',
      certificateSha256: createHash('sha256').update(key.certificate).digest('hex'),
    });
    const [line = '', second = ''] = text.split('\n');
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'line'), line);
    const { signature } = JSON.parse(second) as { signature: string };
    writeFileSync(join(dir, 'cms'), Buffer.from(signature, 'base64'));
    const verified = execFileSync(
      'openssl',
      [
        ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'cms', '-content', 'line'],
        ...['-CAfile', caFile, '-purpose', 'any'],
      ],
      { cwd: dir, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    expect(verified.toString()).toBe(line);
    // The signature of another batch.
    const other = await sealBatch({ plan, inputs: inputs.toReversed(), now, key: null });
    const [otherLine = '', otherSeal = ''] = other.text.split('\n');
    const { sha256 } = JSON.parse(otherSeal) as { sha256: string };
    const forged = `${otherLine}\n${JSON.stringify({ sha256, signature })}\n`;
    expect(codeOf(() => openSealed(forged))?.code).toBe('SEAL_INVALID');
  });

  it('whatever character is changed is no longer one', async () => {
    const { text } = await sealBatch({ plan, inputs, now, key: null });
    for (let at = 0; at < text.length; at += 1) {
      const changed = `${text.slice(0, at)}${text[at] === '1' ? '3' : '1'}${text.slice(at + 1)}`;
      expect(codeOf(() => openSealed(changed))?.code, `at ${String(at)}`).toBe('SEAL_INVALID');
    }
    expect(codeOf(() => openSealed(`${text}x`))?.code).toBe('SEAL_INVALID');
    expect(codeOf(() => openSealed(text.slice(0, -1)))?.code).toBe('SEAL_INVALID');
  });
});

describe('a plan', () => {
  it('has one digest, however it is written', () => {
    const { files: list, certificate: cert, ...rest } = plan;
    expect(planDigest(readPlan(JSON.stringify({ files: list, ...rest, certificate: cert })))).toBe(
      planDigest(plan),
    );
    expect(planDigest(checkPlan({ ...plan, reason: 'lain' }))).not.toBe(planDigest(plan));
  });

  it.each([
    ['not JSON', '{', 'JSON'],
    [
      'two files with one output',
      { ...plan, files: [files[0], { ...files[1], output: 'A.PDF' }] },
      'files',
    ],
    [
      'an output that leads elsewhere',
      { ...plan, files: [{ file: 'a.pdf', output: '../a.pdf' }] },
      'files.0.output',
    ],
    [
      'a stream of Windows',
      { ...plan, files: [{ file: 'a.pdf', output: 'a.pdf:b' }] },
      'files.0.output',
    ],
    ['no files', { ...plan, files: [] }, 'files'],
    ['something unknown', { ...plan, pin: '482915' }, 'plan'],
    ['half a certificate', { ...plan, certificate: 'abc' }, 'certificate'],
  ])('with %s is refused, and where is said', (_name, value, detail) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    expect(codeOf(() => readPlan(text))).toEqual({
      ...{ code: 'BATCH_PLAN_INVALID', params: { detail } },
    });
  });
});

describe('the summary as CSV', () => {
  it('quotes what RFC 4180 wants quoted, and keeps names from being formulas', () => {
    const nothing = { field: null, level: null, documentSha256: null, size: null };
    const result: BatchResult = {
      stopped: null,
      items: [
        { ...nothing, file: 'a,"b".pdf', output: '=1+1.pdf', status: 'left', error: null },
        {
          ...{ ...nothing, file: 'c.pdf', output: 'c.pdf', status: 'signed', error: null },
          ...{ level: 'B-B', field: 'TTE1', size: 12 },
        },
      ],
    };
    expect(csvSummary(result)).toBe(
      'file,output,status,code,level,field,documentSha256,size\r\n' +
        '"a,""b"".pdf",\'=1+1.pdf,left,,,,,\r\n' +
        'c.pdf,c.pdf,signed,,B-B,TTE1,,12\r\n',
    );
  });
});
