// Checkpoints of the journal: what openssl stamps holds here, what is signed here holds under openssl.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { issue, makeCa } from '../../../../build/practice/pki.mjs';
import {
  checkCheckpoint,
  signedCheckpoint,
  timestampedCheckpoint,
} from '../../../../core/signing/journal/checkpoint.ts';
import { openJournal, signedEntry, verify } from '../../../native/journal/support.ts';
import { makeTestSigner } from '../../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

const folder = sharedTemporaryFolder();

async function journalWith(count: number) {
  const place = temporaryFolder();
  const journal = openJournal(place);
  await journal.append(...Array.from({ length: count }, (_, index) => signedEntry(index)));
  return { place, journal };
}

describe('a checkpoint', () => {
  it('stamped by openssl is accepted, and speaks for its record alone', async () => {
    const { place, journal } = await journalWith(3);
    const ca = await makeCa(join(folder, 'ca'), {
      baseUrl: 'http://127.0.0.1:1',
      subject: '/C=ID/O=LATIHAN/CN=CA UJI',
      algorithm: 'ec:P-256',
    });
    await issue(ca, 'tsa', 'tsa', { subject: '/C=ID/O=LATIHAN/CN=TSA UJI', algorithm: 'rsa:2048' });
    const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: ca.dir });
    const stamp = (digest: Uint8Array): Promise<Uint8Array> => {
      const hex = Buffer.from(digest).toString('hex');
      openssl('ts', '-query', '-digest', hex, '-sha256', '-cert', '-out', 'q');
      openssl(
        ...['ts', '-reply', '-config', 'ca.cnf', '-section', 'tsa_service'],
        ...['-queryfile', 'q', '-token_out', '-out', 'token'],
      );
      return Promise.resolve(readFileSync(join(ca.dir, 'token')));
    };
    const checkpoint = await timestampedCheckpoint(await journal.head(), stamp);
    await journal.append(checkpoint, signedEntry(9));
    const report = await verify(place, { checkpoint: checkCheckpoint });
    expect(report).toMatchObject({
      ok: true,
      checkpoints: [{ n: 4, head: 3, form: 'rfc3161', ok: true, by: 'TSA UJI' }],
    });
    expect(Date.parse(report.checkpoints[0]?.time ?? '')).toBeGreaterThan(0);
    const other = { ...checkpoint, hash: 'a'.repeat(64) };
    expect(checkCheckpoint(other).ok).toBe(false);
    expect(checkCheckpoint({ ...checkpoint, token: 'AAAA' })).toEqual({
      ...{ ok: false, time: null, by: null },
    });
  });

  it('signed with a key is what openssl verifies over the line without its hash', async () => {
    const { place, journal } = await journalWith(2);
    const { key, caFile } = await makeTestSigner(folder);
    const checkpoint = await signedCheckpoint(await journal.head(), key);
    await journal.append(checkpoint);
    expect(await verify(place, { checkpoint: checkCheckpoint })).toMatchObject({
      ok: true,
      checkpoints: [{ n: 3, head: 2, form: 'cms', by: 'NAMA PEJABAT LATIHAN' }],
    });
    const lines = readFileSync(join(place, 'journal-000001.jsonl'), 'utf8').split('\n');
    const content = `${(lines[1] ?? '').replace(/,"hash":"[0-9a-f]{64}"\}$/, '')}}`;
    writeFileSync(join(place, 'content'), content);
    writeFileSync(join(place, 'token'), Buffer.from(checkpoint.token, 'base64'));
    const verified = execFileSync(
      'openssl',
      [
        ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'token', '-content', 'content'],
        ...['-CAfile', caFile, '-purpose', 'any'],
      ],
      { cwd: place, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    expect(verified.toString()).toBe(content);
  });
});
