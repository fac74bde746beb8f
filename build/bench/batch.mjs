// Signs a batch of small documents with a SoftHSM token, and measures beside it, in the same run, what
// bounds it: how many signatures the token makes in a second, and how many files of that size reach the
// disk. `node build/bench/batch.mjs [1000 [10000]]`; needs out/ built. Beside wall time stands processor
// time, of the program and of the token's own process together: it hardly depends on what else runs here.
import { createCipheriv } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childrenCpu } from './children-cpu.mjs';
import { run } from '../lib/command.mjs';
import { root } from '../lib/root.mjs';
import { issue, makeCa } from '../practice/pki.mjs';
import { PRACTICE_PIN } from '../practice/constants.mjs';
import { makeToken, missingForToken } from '../practice/token.mjs';

const counts = process.argv.slice(2).map(Number);
if (counts.length === 0) counts.push(1000);
/** With its signature, a document of 100 KB is about this long. */
const SIGNED_BYTES = 110_000;
const FLOOR_FILES = 300;
const FLOOR_SIGNATURES = 500;
const FILES_AT_ONCE = 4;
/** Documents of the batch in a warm process, and of the one that warmed it. */
const WARM = 1000;
const FIRST = 200;

const missing = missingForToken();
if (missing.length > 0) {
  console.log(`skipped: no ${missing.join(', ')}`);
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'pena-batch-bench-'));
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const ca = await makeCa(join(folder, 'ca'), {
    baseUrl: 'http://127.0.0.1:1',
    subject: '/C=ID/O=LATIHAN/CN=CA UKUR',
    algorithm: 'ec:P-256',
  });
  const subject = '/C=ID/O=LATIHAN/CN=PENANDA TANGAN LATIHAN';
  const signer = await issue(ca, 'rsa', 'signer', { subject, algorithm: 'rsa:2048' });
  const token = await makeToken(join(folder, 'token'), signer);
  process.env['SOFTHSM2_CONF'] = token.softhsmConf;

  const before = [await tokenFloor(token), await diskFloor()];
  const batches = [];
  for (const count of counts) batches.push(await batchRate(token, signer.certificateDer, count));
  const [first = 1000] = counts;
  const invisible = await batchRate(token, signer.certificateDer, first, false);
  const warm = await warmRate(token, signer.certificateDer);
  const after = [await tokenFloor(token), await diskFloor()];
  // The machine may have been busier at one end of the run: the middle of the two.
  const [signatures = 0, files = 0] = before.map((one, index) => (one + (after[index] ?? one)) / 2);
  const floor = Math.min(signatures, files);
  console.log(`Documents of 100 KB, RSA-2048 on SoftHSM, every result flushed`);
  console.log(`  token alone        ${signatures.toFixed(0)} signatures/s`);
  console.log(`  disk alone         ${files.toFixed(0)} files/s`);
  const named = batches.map((one) => ({ ...one, kind: 'visible stamps' }));
  named.splice(1, 0, { ...invisible, kind: 'invisible' });
  for (const { count, kind, rate, seconds, cpu } of named) {
    const spent = cpu === null ? '' : `, ${((1000 * cpu) / count).toFixed(2)} ms of processor each`;
    console.log(
      `  pena batch run of ${count}, ${kind}: started and ended in ${seconds.toFixed(2)} s${spent}`,
    );
    console.log(
      `    ${rate.toFixed(0)} documents/s, ${((100 * rate) / floor).toFixed(0)} % of the slower one`,
    );
  }
  console.log(
    `  the same of ${WARM} in a process that has signed ${FIRST} before (its code is warm; the token's process and login are new): ${warm.seconds.toFixed(2)} s`,
  );
  console.log(
    `    ${warm.rate.toFixed(0)} documents/s, ${((100 * warm.rate) / floor).toFixed(0)} % of the slower one`,
  );
  sayLinear(batches);
}

/** Whether ten times as many take ten times as long. @param {readonly { count: number, seconds: number, cpu: number | null }[]} batches */
function sayLinear(batches) {
  const [few, many] = [batches[0], batches.at(-1)];
  if (few === undefined || many === undefined || few === many) return;
  const ratio = (/** @type {number} */ a, /** @type {number} */ b) =>
    (b / many.count / (a / few.count)).toFixed(2);
  const cpu =
    few.cpu === null || many.cpu === null ? '' : `, ${ratio(few.cpu, many.cpu)} x the processor`;
  const time = ratio(few.seconds, many.seconds);
  console.log(`  each of ${many.count} beside each of ${few.count}: ${time} x the time${cpu}`);
}

/** Signatures one after the other, as the token's own host process makes them. @param {{ module: string, tokenSerial: string }} token */
async function tokenFloor({ module, tokenSerial }) {
  const { TokenService } = await import(join(root, 'out/native/pkcs11/token-service.js'));
  const service = new TokenService({
    modules: [module],
    env: { SOFTHSM2_CONF: process.env['SOFTHSM2_CONF'] },
  });
  try {
    const { tokens } = await service.list();
    const id = tokens.find((/** @type {any} */ one) => one.serial === tokenSerial).certificates[0]
      .id;
    const prompt = { ask: () => Promise.resolve(new TextEncoder().encode(PRACTICE_PIN)) };
    const key = await service.signingKey({ module, tokenSerial, id }, prompt);
    const sign = () => key.sign(new Uint8Array(100), 'RSA_PKCS1_SHA256', { documents: [] });
    await sign();
    const begun = performance.now();
    for (let index = 0; index < FLOOR_SIGNATURES; index += 1) await sign();
    return (1000 * FLOOR_SIGNATURES) / (performance.now() - begun);
  } finally {
    await service.close();
  }
}

/** New files of the results' size, each flushed, some at once. */
async function diskFloor() {
  const place = mkdtempSync(join(folder, 'disk-'));
  const bytes = Buffer.alloc(SIGNED_BYTES, 7);
  let next = 0;
  const work = async () => {
    while (next < FLOOR_FILES) {
      const file = await open(join(place, String(next++)), 'wx');
      await file.write(bytes);
      await file.sync();
      await file.close();
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
  // Its files stay until all is measured: ext4 takes longer to make new ones just after some were deleted.
  return (1000 * FLOOR_FILES) / (performance.now() - begun);
}

/**
 * Documents, and a plan to sign them.
 * @param {string} certificate @param {string} name @param {number} count @param {boolean} stamped
 */
async function makeBatch(certificate, name, count, stamped = true) {
  const { createHash } = await import('node:crypto');
  const sha256 = createHash('sha256').update(readFileSync(certificate)).digest('hex');
  const [plan, out] = [join(folder, `rencana-${name}.json`), join(folder, `keluar-${name}`)];
  const input = join(folder, `masuk-${name}`);
  for (const place of [input, out]) mkdirSync(place);
  for (let index = 0; index < count; index += 1) writeDocument(input, index);
  const files = readdirSync(input).map((file) => ({ file: `masuk-${name}/${file}`, output: file }));
  const stamp = { at: { page: 'last', rect: [300, 60, 200, 70] }, position: 'Wali Kota' };
  const looks = stamped ? { stamp } : {};
  writeFileSync(plan, JSON.stringify({ format: 1, certificate: sha256, ...looks, files }));
  return { plan, out, journal: join(folder, `jurnal-${name}`) };
}

/** @param {string} out @param {number} count */
function expectSigned(out, count) {
  if (readdirSync(out).length !== count) throw new Error('not all documents were signed');
}

/**
 * The whole command, from its start to its end.
 * @param {{ module: string }} token @param {string} certificate @param {number} count @param {boolean} stamped
 */
async function batchRate({ module }, certificate, count, stamped = true) {
  const name = stamped ? String(count) : `${count}-tanpa-stempel`;
  const { plan, out, journal } = await makeBatch(certificate, name, count, stamped);
  const args = ['batch', 'run', plan, '--out', out, '--module', module, '--pin-stdin', '--offline'];
  const spent = childrenCpu();
  const begun = performance.now();
  await run(process.execPath, [join(root, 'cli/bin.js'), ...args, '--journal', journal, '--json'], {
    input: `${PRACTICE_PIN}\n`,
  });
  const seconds = (performance.now() - begun) / 1000;
  const after = childrenCpu();
  expectSigned(out, count);
  const cpu = spent === null || after === null ? null : after - spent;
  return { count, seconds, rate: count / seconds, cpu };
}

/** @param {{ module: string }} token @param {string} certificate */
async function warmRate({ module }, certificate) {
  const batches = [
    await makeBatch(certificate, 'pertama', FIRST),
    await makeBatch(certificate, 'hangat', WARM),
  ];
  const order = JSON.stringify({ module, folder, batches });
  const { stdout } = await run(process.execPath, [join(root, 'build/bench/warm-batch.mjs'), order]);
  const { seconds } = JSON.parse(stdout.toString());
  expectSigned(batches[1]?.out ?? '', WARM);
  return { seconds, rate: WARM / seconds };
}

/** One page with a picture that does not compress: about 100 KB. @param {string} place @param {number} index */
function writeDocument(place, index) {
  const key = Buffer.alloc(16);
  key.writeUInt32BE(index);
  const picture = createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(97_000));
  /** @type {Buffer[]} */
  const parts = [];
  /** @type {number[]} */
  const offsets = [];
  let at = 0;
  const put = (/** @type {string | Buffer} */ part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    at += bytes.length;
  };
  const object = (/** @type {(string | Buffer)[]} */ ...body) => {
    offsets.push(at);
    put(`${offsets.length} 0 obj\n`);
    body.forEach(put);
    put('\nendobj\n');
  };
  put('%PDF-1.7\n');
  object('<</Type/Catalog/Pages 2 0 R>>');
  object('<</Type/Pages/Kids[3 0 R]/Count 1>>');
  object(
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>',
  );
  object('<</Length 29>>stream\n311 0 0 311 100 300 cm /I Do  \nendstream');
  object(
    '<</Type/XObject/Subtype/Image/Width 311/Height 311/ColorSpace/DeviceGray/BitsPerComponent 8/Length 97000>>stream\n',
    picture,
    '\nendstream',
  );
  const start = at;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  put(`xref\n0 6\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size 6/Root 1 0 R>>\n`);
  put(`startxref\n${start}\n%%EOF\n`);
  writeFileSync(join(place, `surat-${String(index).padStart(5, '0')}.pdf`), Buffer.concat(parts));
}
