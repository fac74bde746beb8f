// Starts the practice OCSP responder and time-stamp authority, asks each once with openssl, stops them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../lib/language.mjs';
import { openssl } from '../practice/pki.mjs';
import { startServices } from '../practice/services.mjs';

/**
 * @typedef {{ ocsp: string, tsa: string, ok: boolean }} Answers what each said, in a few words
 */

/**
 * @param {import('../practice/practice-world.mjs').PracticeWorld} world
 * @returns {Promise<Answers & { note: string }>} a service that does not answer is said, not thrown
 */
export async function askServices(world) {
  const services = await startServices(world.pki, world.port);
  try {
    const ocsp = await askOcsp(world.pki, services.ocspUrl).catch(firstLine);
    const tsa = await askTsa(world.pki, services.tsaUrl).catch(firstLine);
    const ok = ocsp === 'good' && tsa === 'Verification: OK';
    return { ocsp, tsa, ok, note: ok ? 'ok' : say('tidak menjawab benar', 'no proper answer') };
  } finally {
    await services.stop();
  }
}

/**
 * @param {string} pki
 * @param {string} url
 * @returns {Promise<string>} good, revoked or unknown
 */
async function askOcsp(pki, url) {
  const { output } = await openssl(pki, [
    ...['ocsp', '-issuer', 'ca.pem', '-cert', 'signer.pem', '-url', url, '-CAfile', 'ca.pem'],
  ]);
  if (!output.includes('Response verify OK')) throw new Error(output);
  return /^signer\.pem: (\w+)/m.exec(output)?.[1] ?? 'unknown';
}

/**
 * @param {string} pki
 * @param {string} url
 */
async function askTsa(pki, url) {
  const dir = mkdtempSync(join(tmpdir(), 'pena-demo-'));
  try {
    const [query, reply] = [join(dir, 'query'), join(dir, 'reply')];
    await openssl(pki, ['ts', '-query', '-data', 'signer.der', '-sha256', '-cert', '-out', query]);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: readFileSync(query),
    });
    writeFileSync(reply, Buffer.from(await response.arrayBuffer()));
    const { output } = await openssl(pki, [
      ...['ts', '-verify', '-queryfile', query, '-in', reply, '-CAfile', 'ca.pem'],
    ]);
    return output.includes('Verification: OK') ? 'Verification: OK' : output.trim();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** @param {unknown} error */
const firstLine = (error) => String(error).split('\n', 1)[0] ?? '';
