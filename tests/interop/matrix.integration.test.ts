// Level x algorithm x kind of file x stamp, each under pdfsig, openssl, qpdf and our own verifier; and three
// signers in a row on every odd file of the corpus. Prints the table, with what a program cannot judge.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BaselineLevel } from '../../core/domain/signature-level.ts';
import {
  DIGEST_OF,
  SCHEME_OF,
  SIGNATURE_ALGORITHMS,
  type SignatureAlgorithm,
} from '../../core/domain/signature-algorithm.ts';
import type { SignatureReport } from '../../core/domain/report.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import { validateDocument } from '../../core/validation/validate-document.ts';
import { resourcePath } from '../../native/files/resources.ts';
import { designOf, loadStampDesigns } from '../../native/files/stamp-designs.ts';
import { hybridFile } from '../core/support/small-files.ts';
import { memorySource } from '../core/support/memory-source.ts';
import { corpusDir, NO_CORPUS } from '../support/corpus.ts';
import { encryptFile } from '../support/encrypted-files.ts';
import {
  opensslSays,
  type Password,
  pdfsigSays,
  qpdfCheck,
  qpdfIsEncrypted,
} from '../support/other-validators.ts';
import { makeProofWorld, type ProofWorld } from '../support/proof-world.ts';
import { signFile, stampContent } from '../support/signing.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { ENCRYPTED, KEY_OF, KINDS, type Row, ROWS, STAMPS } from './matrix-rows.ts';

const VALID = 'Signature is Valid.';
/** NSS, on which pdfsig 22.12 stands, has no Ed25519 in CMS; and pdfsig judges no document time stamp. */
const NOT_KNOWN = "Document isn't signed or corrupted data.";
const NOT_JUDGED = 'Signature has not yet been verified.';

const folder = sharedTemporaryFolder();
const keys = new Map<string, SigningKey>();
const lines: string[] = [];
let world: ProofWorld;

beforeAll(async () => {
  world = await makeProofWorld(folder);
  for (const kind of new Set(Object.values(KEY_OF))) {
    keys.set(kind, await world.key(kind.replace(':', '-'), kind));
  }
  await makeFiles();
}, 120_000);
afterAll(async () => {
  await world.stop();
  console.log(lines.join('\n'));
});

const PASSWORD: Password = { whose: 'user', text: 'buka-saja' };

async function makeFiles(): Promise<void> {
  const sample = resourcePath('samples', 'keputusan-wali-kota.pdf');
  const qpdf = (kind: Row['kind'], option: string): void => {
    execFileSync('qpdf', [option, sample, fileOf(kind)]);
  };
  qpdf('classic', '--object-streams=disable');
  qpdf('object streams', '--object-streams=generate');
  qpdf('linearized', '--linearize');
  writeFileSync(fileOf('hybrid'), hybridFile());
  await signFile(sample, fileOf('signed before'), keys.get('ec:P-256')!);
  for (const kind of ENCRYPTED) {
    encryptFile(sample, fileOf(kind), { kind, user: PASSWORD.text, owner: 'boleh-semua' });
  }
}

function fileOf(kind: Row['kind']): string {
  return join(folder, `${kind.replace(/\W/g, '-')}.pdf`);
}

async function stampOf(stamp: Row['stamp']) {
  if (stamp === 'none') return null;
  const design = stamp === 'paraf' ? designOf(await loadStampDesigns(), 'paraf') : undefined;
  const content = await stampContent({
    design,
    qr: stamp === 'text and QR' ? 'https://contoh.invalid/verifikasi' : null,
  });
  return { page: 1, rect: { x: 40, y: 40, width: 180, height: 70 }, content };
}

async function judged(file: string, password?: Password) {
  const report = await validateDocument(memorySource(readFileSync(file)), {
    ...{ anchors: [world.anchor], at: null, now: new Date(), password: bytesOf(password) },
  });
  return report.signatures;
}

function bytesOf(password: Password | undefined): Uint8Array | undefined {
  return password === undefined ? undefined : new TextEncoder().encode(password.text);
}

const LEVELS = {
  'B-B': { level: 'PAdES-B-B', indication: 'INDETERMINATE', modification: 'NONE' },
  'B-T': { level: 'PAdES-B-T', indication: 'INDETERMINATE', modification: 'NONE' },
  // All that decides is in the document from B-LT on.
  'B-LT': { level: 'PAdES-B-LT', indication: 'TOTAL_PASSED', modification: 'LTA_UPDATES' },
  'B-LTA': { level: 'PAdES-B-LTA', indication: 'TOTAL_PASSED', modification: 'LTA_UPDATES' },
} as const satisfies Readonly<Record<BaselineLevel, object>>;

describe('the matrix', () => {
  it('has every two values of two columns in one row', () => {
    const columns = { level: Object.keys(LEVELS), algorithm: SIGNATURE_ALGORITHMS } as const;
    const all = Object.entries({ ...columns, kind: KINDS, stamp: STAMPS });
    for (const [one, ones] of all) {
      for (const [other, others] of all.filter(([name]) => name > one)) {
        const pairs = new Set(
          ROWS.map((row) => `${row[one as keyof Row]} / ${row[other as keyof Row]}`),
        );
        expect(pairs.size, `${one} x ${other}`).toBe(ones.length * others.length);
      }
    }
  });

  it.each(ROWS)('$level, $algorithm, $kind, stamp: $stamp', async (row) => {
    const { level, algorithm, kind } = row;
    const encrypted = (ENCRYPTED as readonly string[]).includes(kind);
    const password = encrypted ? PASSWORD : undefined;
    const output = join(folder, 'keluar.pdf');
    rmSync(output, { force: true });
    await signFile(fileOf(kind), output, keys.get(KEY_OF[algorithm])!, {
      ...{ level, stamp: await stampOf(row.stamp), services: world.proof() },
      ...{ algorithm: preferenceFor(algorithm), password: bytesOf(password) },
    });
    const pdfsig = pdfsigSays(output, password);
    const openssl = await opensslSays(output, world.caFile, folder, password);
    const qpdf = qpdfCheck(output, password);
    const ours = await judged(output, password);
    note({ ...row, pdfsig, openssl, qpdf: qpdf.status, ours });

    // The signature that was there, the new one, the time stamp of the document.
    const before = kind === 'signed before' ? 1 : 0;
    const after = level === 'B-LTA' ? 1 : 0;
    const each = <T>(earlier: T, own: T, stamp: T): T[] => [
      ...(before ? [earlier] : []),
      own,
      ...(after ? [stamp] : []),
    ];
    const edwards = algorithm === 'ED25519';
    expect(pdfsig).toEqual(each(VALID, edwards ? NOT_KNOWN : VALID, NOT_JUDGED));
    expect(openssl).toEqual(each('accepted', edwards ? 'value' : 'accepted', 'accepted'));
    expect(qpdf).toEqual({ status: 0, complaints: 0 });
    expect(qpdfIsEncrypted(output)).toBe(encrypted);
    expect(ours.map(({ intact }) => intact)).toEqual(each(true, true, true));
    expect(ours[before]).toMatchObject(LEVELS[level]);
    if (before) expect(ours[0]).toMatchObject({ modification: 'FORM_FILLING' });
  });
});

function preferenceFor(algorithm: SignatureAlgorithm) {
  const scheme = SCHEME_OF[algorithm];
  return scheme === 'pkcs1' || scheme === 'pss' ? { scheme, hash: DIGEST_OF[algorithm] } : {};
}

interface Judged {
  readonly level: string;
  readonly algorithm: string;
  readonly kind: string;
  readonly stamp: string;
  readonly pdfsig: readonly string[];
  readonly openssl: readonly string[];
  /** Its exit code: 0 sound, 3 warnings. */
  readonly qpdf: number;
  readonly ours: readonly SignatureReport[];
}

const SHORT: Readonly<Record<string, string>> = {
  [VALID]: 'valid',
  [NOT_KNOWN]: 'knows it not',
  [NOT_JUDGED]: 'not judged',
};

/** A line of the table; of several signatures of one file the first is named first. */
function note({ level, algorithm, kind, stamp, pdfsig, openssl, qpdf, ours }: Judged): void {
  const own = ours.map(({ intact, type, level: found, indication }) => {
    const what = type === 'docTimeStamp' ? 'time stamp' : found;
    return `${intact ? 'intact' : 'BROKEN'} ${what} ${indication}`;
  });
  const said = [
    `pdfsig: ${pdfsig.map((one) => SHORT[one] ?? one).join(', ')}`,
    `openssl: ${openssl.join(', ')}`,
    `qpdf: ${String(qpdf)}`,
    `Pena: ${own.join(', ')}`,
  ];
  const row = [level.padEnd(5), algorithm.padEnd(17), kind.padEnd(18), stamp.padEnd(11)];
  lines.push([...row, ...said].join(' | '));
}

const corpus = corpusDir();
const odd = corpus === null ? [] : readdirSync(join(corpus, 'odd')).filter((f) => /\.pdf$/.test(f));

describe.skipIf(corpus === null)(
  `the odd corpus${corpus === null ? ` (${NO_CORPUS})` : ''}`,
  () => {
    const signers = ['rsa:2048', 'ec:P-256', 'ec:P-384'] as const;

    it.each(odd)('%s bears three signers in a row', async (name) => {
      let input = join(corpus ?? '', 'odd', name);
      const before = qpdfCheck(input);
      for (const [turn, key] of signers.entries()) {
        const output = join(folder, `${String(turn)}-${name}`);
        await signFile(input, output, keys.get(key)!);
        input = output;
      }
      const pdfsig = pdfsigSays(input);
      const openssl = await opensslSays(input, world.caFile, folder);
      const qpdf = qpdfCheck(input);
      const ours = await judged(input);
      const row = { level: 'B-B', algorithm: 'RSA, P-256, P-384', kind: name, stamp: 'none' };
      note({ ...row, pdfsig, openssl, qpdf: qpdf.status, ours });

      expect(pdfsig).toEqual([VALID, VALID, VALID]);
      expect(openssl).toEqual(['accepted', 'accepted', 'accepted']);
      expect(qpdf.status).toBeLessThanOrEqual(before.status);
      expect(qpdf.complaints).toBeLessThanOrEqual(before.complaints);
      expect(ours.map(({ intact, modification }) => [intact, modification])).toEqual([
        [true, 'FORM_FILLING'],
        [true, 'FORM_FILLING'],
        [true, 'NONE'],
      ]);
    });
  },
);
