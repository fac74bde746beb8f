// In practice mode the letters that the window writes say so, and its reports leave this computer on no way.
import { execFileSync } from 'node:child_process';
import { afterEach, expect, it, vi } from 'vitest';
import { letterFrom } from '../../../../electron/main/lost-key/files.ts';
import { createHttpClient } from '../../../../native/network/http-client.ts';
import { refusedWith } from '../../../support/rejection.ts';

const MARK = 'LATIHAN: surat ini dibuat untuk berlatih dan tidak berlaku';

afterEach(() => vi.unstubAllEnvs());

async function letterText(): Promise<string> {
  const fill = (template: Parameters<Parameters<typeof letterFrom>[1]>[0]) => ({
    template,
    fields: {},
  });
  const input = Buffer.from(await letterFrom('surat-keterangan', fill, 'uji'));
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
}

it('a letter is marked in practice mode, and in no other', async () => {
  expect(await letterText()).not.toContain('LATIHAN');
  vi.stubEnv('PENA_PRACTICE', '1');
  expect(await letterText()).toContain(MARK);
});

it('an authority is not reached in practice mode', async () => {
  vi.stubEnv('PENA_PRACTICE', '1');
  const http = createHttpClient({ environment: {}, proxy: null });
  const url = 'https://ra.example.id/laporan';
  const body = new Uint8Array(1);
  const sent = http.request({ method: 'POST', url, body, maxBytes: 1000, timeoutMs: 2_000 });
  expect(await refusedWith(sent)).toMatchObject({ code: 'PRACTICE_OFFLINE' });
});
