// Level x algorithm x kind of file x stamp, each under pdfsig, openssl, qpdf and our own verifier; and three
// signers in a row on every odd file of the corpus. What pdfsig or openssl cannot do is said by name.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASELINE_LEVELS, type BaselineLevel } from '../../core/domain/signature-level.ts';
import type { AlgorithmPreference } from '../../core/domain/signature-algorithm.ts';
import { toPenaError } from '../../core/domain/pena-error.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import { validateDocument } from '../../core/validation/validate-document.ts';
import { resourcePath } from '../../native/files/resources.ts';
import { hybridFile } from '../core/support/small-files.ts';
import { memorySource } from '../core/support/memory-source.ts';
import { corpusDir, NO_CORPUS } from '../support/corpus.ts';
import { opensslAccepts, pdfsigSays, qpdfCheck } from '../support/other-validators.ts';
import { makeProofWorld, type ProofWorld } from '../support/proof-world.ts';
import { signFile, stampContent } from '../support/signing.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';

const folder = sharedTemporaryFolder();
let world: ProofWorld;
const keys: Record<string, SigningKey> = {};

/** Key kinds, and a preference where the key leaves a choice. */
const ALGORITHMS = [
  ['RSA PKCS#1 SHA-256', 'rsa', {}],
  ['RSA PSS SHA-384', 'rsa', { scheme: 'pss', hash: 'sha384' }],
  ['ECDSA P-256', 'p256', {}],
  ['ECDSA P-384', 'p384', {}],
] as const satisfies readonly (readonly [string, string, AlgorithmPreference])[];

const KINDS = ['classic', 'object streams', 'linearized', 'hybrid'] as const;

beforeAll(async () => {
  world = await makeProofWorld(folder);
  keys['rsa'] = await world.key('rsa', 'rsa:2048');
  keys['p256'] = await world.key('p256', 'ec:P-256');
  keys['p384'] = await world.key('p384', 'ec:P-384');
  const sample = resourcePath('samples', 'keputusan-wali-kota.pdf');
  const qpdf = (name: string, option: string): void => {
    execFileSync('qpdf', [option, sample, join(folder, `${name}.pdf`)]);
  };
  qpdf('classic', '--object-streams=disable');
  qpdf('object streams', '--object-streams=generate');
  qpdf('linearized', '--linearize');
  writeFileSync(join(folder, 'hybrid.pdf'), hybridFile());
});
afterAll(() => world.stop());

async function judged(file: string) {
  const report = await validateDocument(memorySource(readFileSync(file)), {
    ...{ anchors: [world.anchor], at: null, now: new Date() },
  });
  return report.signatures;
}

const LEVELS: Readonly<Record<BaselineLevel, string>> = {
  'B-B': 'PAdES-B-B',
  'B-T': 'PAdES-B-T',
  'B-LT': 'PAdES-B-LT',
  'B-LTA': 'PAdES-B-LTA',
};

describe.each(KINDS)('a file with %s', (kind) => {
  describe.each(BASELINE_LEVELS)('level %s', (level) => {
    it.each(ALGORITHMS)('%s, with and without a stamp', async (_name, key, algorithm) => {
      const content = await stampContent();
      const rect = { x: 40, y: 40, width: 180, height: 70 };
      for (const stamp of [null, { page: 1, rect, content }]) {
        const output = join(folder, 'keluar.pdf');
        rmSync(output, { force: true });
        const request = { level, stamp, algorithm, services: world.proof() };
        await signFile(join(folder, `${kind}.pdf`), output, keys[key]!, request);
        expect(pdfsigSays(output)[0]).toBe('Signature is Valid.');
        expect(qpdfCheck(output)).toEqual({ status: 0, complaints: 0 });
        expect(await opensslAccepts(output, world.caFile, folder)).toBe(true);
        const [ours] = await judged(output);
        expect(ours).toMatchObject({ intact: true, level: LEVELS[level] });
        // All that decides is in the document from B-LT on.
        const proven = level === 'B-LT' || level === 'B-LTA';
        expect(ours?.indication).toBe(proven ? 'TOTAL_PASSED' : 'INDETERMINATE');
        expect(ours?.modification).toBe(
          { 'B-B': 'NONE', 'B-T': 'NONE', 'B-LT': 'LTA_UPDATES', 'B-LTA': 'LTA_UPDATES' }[level],
        );
      }
    });
  });
});

const corpus = corpusDir();
const odd = corpus === null ? [] : readdirSync(join(corpus, 'odd')).filter((f) => /\.pdf$/.test(f));

describe.skipIf(corpus === null)(
  `the odd corpus${corpus === null ? ` (${NO_CORPUS})` : ''}`,
  () => {
    it.each(odd)('%s bears three signers in a row', async (name) => {
      let input = join(corpus ?? '', 'odd', name);
      const before = qpdfCheck(input);
      for (const [turn, key] of ['rsa', 'p256', 'p384'].entries()) {
        const output = join(folder, `${String(turn)}-${name}`);
        try {
          await signFile(input, output, keys[key]!);
        } catch (thrown) {
          // What cannot be signed at all is refused before the first signer, never after.
          expect(turn).toBe(0);
          expect(toPenaError(thrown).code).toMatch(/^PDF_/);
          expect(existsSync(output)).toBe(false);
          return;
        }
        input = output;
      }
      expect(pdfsigSays(input)).toEqual(Array.from({ length: 3 }, () => 'Signature is Valid.'));
      expect(await opensslAccepts(input, world.caFile, folder)).toBe(true);
      const after = qpdfCheck(input);
      expect(after.status).toBeLessThanOrEqual(before.status);
      const ours = await judged(input);
      expect(ours.map(({ intact, modification }) => [intact, modification])).toEqual([
        [true, 'FORM_FILLING'],
        [true, 'FORM_FILLING'],
        [true, 'NONE'],
      ]);
    });
  },
);
