// A virtual PIV card put in and pulled out again and again, read by OpenSC in a token host: seen, listed,
// every tenth time signed with, and half of those times pulled out in the middle of a signature.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/root.mjs';
import { issue, makeCa } from '../practice/pki.mjs';
import { SIGNER_SUBJECT } from '../practice/constants.mjs';
import { startCardService } from '../virtual-card/card-service.mjs';
import { PivCard } from '../virtual-card/piv-card.mjs';
import { read } from './readings.mjs';

const PIN = '246810';
const PURPOSE = { documents: [{ name: 'ketahanan.pdf', sha256: 'ab'.repeat(32) }] };
const DATA = new TextEncoder().encode('isi');
/** Milliseconds in which a card that was put in has to be seen, on a machine that does other things too. */
const PATIENCE = 60_000;

/** OpenSC's module, or null where it is not installed. */
export function findOpenscModule() {
  const triplets = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter((name) => name.includes('-linux-gnu'))
    : [];
  const paths = triplets.map((triplet) => `/usr/lib/${triplet}/opensc-pkcs11.so`);
  return [...paths, '/usr/lib64/opensc-pkcs11.so'].find((path) => existsSync(path)) ?? null;
}

/**
 * @param {string} folder
 * @param {number} count
 * @param {(reading: import('./readings.mjs').Reading) => void} onReading
 * @returns {Promise<{ cycles: number, signatures: number, pulled: Record<string, number>,
 *   pinsTried: number, seenAfter: number[] }>} codes of the signings that were cut off, how often the
 *   card had its PIN tried, and the milliseconds until each insertion was seen
 */
export async function insertMany(folder, count, onReading) {
  const { TokenService } = await import(join(root, 'out/native/pkcs11/token-service.js'));
  const module = findOpenscModule();
  const ca = await makeCa(join(folder, 'ca'), { baseUrl: 'http://127.0.0.1:1' });
  const key = await issue(ca, 'signer', 'signer', { subject: SIGNER_SUBJECT });
  const card = new PivCard({ keys: { '9a': key }, serial: randomBytes(14), pin: PIN });
  const reader = await startCardService(folder);
  const service = new TokenService({ modules: [module], env: reader.env });
  const watched = watchOf(service);
  const started = performance.now();
  const every = Math.max(1, Math.floor(count / 10));
  const prompt = { ask: () => Promise.resolve(new TextEncoder().encode(PIN)) };
  let signatures = 0;
  /** @type {Record<string, number>} */
  const pulled = {};
  /** @type {number[]} */
  const seenAfter = [];
  try {
    await service.list();
    for (let cycle = 1; cycle <= count; cycle++) {
      const before = performance.now();
      const seen = watched.next();
      await reader.slot.insert(card);
      await seen;
      seenAfter.push(Math.round(performance.now() - before));
      const { tokens } = await service.list();
      if (tokens.length !== 1) throw new Error(`cycle ${cycle}: ${tokens.length} tokens listed`);
      const gone = watched.next();
      if (cycle % 10 === 0) {
        const choice = { module, tokenSerial: tokens[0].serial, id: '01' };
        const signing = await service.signingKey(choice, prompt);
        card.onSign = cycle % 20 === 0 ? () => reader.slot.remove() : () => undefined;
        await signing.sign(DATA, 'RSA_PKCS1_SHA256', PURPOSE).then(
          () => signatures++,
          (/** @type {{ code?: string }} */ thrown) => {
            const code = thrown.code ?? String(thrown);
            pulled[code] = (pulled[code] ?? 0) + 1;
          },
        );
        await service.logOut();
      }
      reader.slot.remove();
      await gone;
      if (cycle === 1 || cycle % every === 0) onReading(read(cycle, started, reader.pid));
    }
    return { cycles: count, signatures, pulled, pinsTried: card.pinsTried, seenAfter };
  } finally {
    watched.end();
    await service.close();
    await reader.stop();
  }
}

/** @param {{ onChange: (listener: () => void) => () => void }} service */
function watchOf(service) {
  /** @type {() => void} */
  let told = () => undefined;
  const end = service.onChange(() => told());
  return {
    end,
    /** @returns {Promise<void>} the next time a token comes or goes */
    next: () =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('not seen in time')), PATIENCE);
        told = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
