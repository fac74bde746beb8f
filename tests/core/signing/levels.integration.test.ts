// All levels against a real time-stamp authority and OCSP responder on loopback (openssl answers), and
// what comes out under pdfsig, openssl, qpdf and, where it is installed, pyHanko's long-term validation.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type { BaselineLevel } from '../../../core/domain/signature-level.ts';
import type { SigningKey } from '../../../core/ports/token.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { inventory } from '../../../core/pdf/signature-inventory.ts';
import { extendDocument, type ExtensionLevel } from '../../../core/signing/extend-document.ts';
import { NetworkProof } from '../../../core/signing/network-proof.ts';
import type { SigningRequest, SigningResult } from '../../../core/signing/request.ts';
import { createAtomicOutput } from '../../../native/files/atomic-output.ts';
import { openFileSource } from '../../../native/files/file-source.ts';
import { resourcePath } from '../../../native/files/resources.ts';
import { memorySource } from '../support/memory-source.ts';
import { opensslAccepts, pdfsigSays, qpdfCheck } from '../../support/other-validators.ts';
import { clock, makeProofWorld, type ProofWorld } from '../../support/proof-world.ts';
import { rejection } from '../../support/rejection.ts';
import { signFile } from '../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const SAMPLE = resourcePath('samples', 'keputusan-wali-kota.pdf');
const folder = sharedTemporaryFolder();
const python = process.env['PENA_PYTHON'] ?? 'python3';
let world: ProofWorld;
let keys: Record<'good' | 'revoked', SigningKey>;

beforeAll(async () => {
  world = await makeProofWorld(folder);
  keys = {
    good: await world.key('good'),
    revoked: await world.key('revoked', 'ec:P-256', { revoked: true }),
  };
});
afterAll(() => world.stop());

function sign(
  level: BaselineLevel,
  changes: Partial<SigningRequest> = {},
  input: string = SAMPLE,
): { output: string; dir: string; done: Promise<SigningResult> } {
  const dir = temporaryFolder();
  const output = join(dir, 'ttd.pdf');
  const request = { level, services: world.proof(), ...changes };
  return { output, dir, done: signFile(input, output, changes.key ?? keys.good, request) };
}

async function extend(input: string, level: ExtensionLevel): Promise<string> {
  const output = join(temporaryFolder(), 'lengkap.pdf');
  const source = await openFileSource(input);
  try {
    const openOutput = () => createAtomicOutput(output, { overwrite: false });
    await extendDocument({ source, clock, openOutput, level, services: world.proof() });
  } finally {
    await source.close();
  }
  return output;
}

/** poppler 22 does not look into document time stamps; openssl does. */
const PDFSIG = {
  signature: 'Signature is Valid.',
  docTimeStamp: 'Signature has not yet been verified.',
} as const;

async function accepted(file: string, dir: string): Promise<void> {
  const { signatures } = await inventory(await PdfReader.open(memorySource(readFileSync(file))));
  expect(pdfsigSays(file)).toEqual(signatures.map(({ type }) => PDFSIG[type]));
  expect(qpdfCheck(file)).toEqual({ status: 0, complaints: 0 });
  expect(await opensslAccepts(file, world.caFile, dir)).toBe(true);
}

/** What pyHanko makes of it, offline, from what is in the document. */
function pyhankoSays(file: string): string {
  const script = `
import asyncio, sys
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import ades
from pyhanko.sign.validation.policy_decl import (
    PdfSignatureValidationSpec, RevinfoOnlineFetchingRule, RevocationInfoGatheringSpec, SignatureValidationSpec)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager
trust = SimpleTrustManager.build([load_cert_from_pemder(sys.argv[2])])
policy = CertValidationPolicySpec(trust_manager=trust, revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO))
signature = PdfFileReader(open(sys.argv[1], 'rb')).embedded_regular_signatures[0]
local = RevocationInfoGatheringSpec(online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY)
spec = PdfSignatureValidationSpec(
    SignatureValidationSpec(cert_validation_policy=policy, revinfo_gathering_policy=local))
result = asyncio.run(ades.ades_lta_validation(signature, spec))
print(result.ades_subindic, result.failure_msg or '')
`;
  const { stdout, stderr } = spawnSync(python, ['-c', script, file, world.caFile]);
  return stdout.toString().trim() || stderr.toString().trim().split('\n').slice(-2).join(' ');
}

describe.each(['B-B', 'B-T', 'B-LT', 'B-LTA'] as const)('level %s', (level) => {
  it('is reached and accepted by other programs', async () => {
    const { output, dir, done } = sign(level);
    expect(await done).toMatchObject({ level, incomplete: null, field: 'TTE1' });
    await accepted(output, dir);
    const reader = await PdfReader.open(memorySource(readFileSync(output)));
    const { signatures, revisionEnds } = await inventory(reader);
    expect(signatures.map(({ type }) => type)).toEqual(
      level === 'B-LTA' ? ['signature', 'docTimeStamp'] : ['signature'],
    );
    const more = { 'B-B': 0, 'B-T': 0, 'B-LT': 1, 'B-LTA': 2 }[level];
    expect(revisionEnds).toHaveLength(2 + more);
    const store = await reader.resolveDict((await reader.catalog()).get('DSS'));
    expect(store !== undefined).toBe(more > 0);
    if (more > 0) {
      // CA, signer, TSA (the responder's is in its answers); an OCSP answer about signer and TSA each.
      expect(await reader.resolveArray(store?.get('Certs'))).toHaveLength(3);
      expect(await reader.resolveArray(store?.get('OCSPs'))).toHaveLength(2);
    }
  });
});

const noPyhanko = spawnSync(python, ['-c', 'import pyhanko']).status !== 0;
describe.skipIf(noPyhanko)(`pyHanko${noPyhanko ? ' (skipped: not installed)' : ''}`, () => {
  it('finds the proof of B-LTA in the document, with nothing from outside', async () => {
    const { output, done } = sign('B-LTA');
    await done;
    expect(pyhankoSays(output)).toMatch(/^AdESPassed.OK/);
  });
});

describe('extending what is signed already', () => {
  it('lifts B-B to LT and LTA, and renews the archive time stamp', async () => {
    const { output, dir, done } = sign('B-B');
    await done;
    const lt = await extend(output, 'LT');
    await accepted(lt, dir);
    const lta = await extend(lt, 'LTA');
    await accepted(lta, dir);
    const renewed = await extend(lta, 'LTA');
    await accepted(renewed, dir);
    const types = async (file: string) =>
      (await inventory(await PdfReader.open(memorySource(readFileSync(file))))).signatures.map(
        ({ type }) => type,
      );
    expect(await types(lt)).toEqual(['signature', 'docTimeStamp']);
    expect(await types(renewed)).toHaveLength(4);
  });

  it('doubles nothing in the store', async () => {
    const { output, done } = sign('B-LT');
    await done;
    const again = await extend(output, 'LT');
    const reader = await PdfReader.open(memorySource(readFileSync(again)));
    const store = await reader.resolveDict((await reader.catalog()).get('DSS'));
    expect(await reader.resolveArray(store?.get('Certs'))).toHaveLength(3);
  });

  it('stamps a certified and an unsigned document', async () => {
    const { output, dir, done } = sign('B-B', { certification: 1 });
    await done;
    await accepted(await extend(output, 'T'), dir);
    const stamped = await extend(SAMPLE, 'T');
    await accepted(stamped, dir);
  });

  it('says that an unsigned document has nothing to complete', async () => {
    expect((await rejection(extend(SAMPLE, 'LT'))).code).toBe('SIGNATURE_NONE');
  });
});

describe('what stands in the way', () => {
  it('a revoked certificate never signs', async () => {
    const { dir, done } = sign('B-B', { key: keys.revoked });
    const error = await rejection(done);
    expect(error.code).toBe('CERT_REVOKED');
    expect(error.params).toMatchObject({ name: 'revoked', reason: 'keyCompromise' });
    expect(readdirSync(dir)).toEqual([]);
  });

  it('a time-stamp authority out of reach: nothing is written, unless somebody decides so', async () => {
    const dead = world.proof('http://127.0.0.1:1/tsa');
    const refused = sign('B-LTA', { services: dead });
    expect((await rejection(refused.done)).code).toBe('NET_UNREACHABLE');
    expect(readdirSync(refused.dir)).toEqual([]);
    const asked: unknown[] = [];
    const keepIncomplete: NonNullable<SigningRequest['decide']>['keepIncomplete'] = (
      level,
      { code },
    ) => {
      asked.push([level, code]);
      return Promise.resolve(true);
    };
    const kept = sign('B-LTA', { services: dead, decide: { keepIncomplete } });
    const result = await kept.done;
    expect(result).toMatchObject({ level: 'B-B', incomplete: { code: 'NET_UNREACHABLE' } });
    expect(asked).toEqual([['B-B', 'NET_UNREACHABLE']]);
    // Completed later, in one step.
    await accepted(await extend(kept.output, 'LTA'), kept.dir);
  });

  it('an unknown status: the signer decides', async () => {
    const deaf = new NetworkProof({
      ...{
        http: { request: () => Promise.reject(new PenaError('NET_UNREACHABLE', { host: 'uji' })) },
        clock,
        cache: null,
        anchors: [],
      },
      ...{ random: (n: number) => new Uint8Array(n), timestamps: null },
    });
    const refused = sign('B-B', { services: deaf });
    expect((await rejection(refused.done)).code).toBe('CERT_STATUS_UNKNOWN');
    const signUnchecked = (): Promise<boolean> => Promise.resolve(true);
    const kept = sign('B-B', { services: deaf, decide: { signUnchecked } });
    await expect(kept.done).resolves.toMatchObject({ level: 'B-B' });
  });

  it('a token larger than expected: signed once more with more room', async () => {
    const real = world.proof();
    const small = {
      ...{ timestampSize: 64 },
      timestamp: real.timestamp.bind(real),
      status: real.status.bind(real),
      collect: real.collect.bind(real),
    };
    const { output, dir, done } = sign('B-LTA', { services: small });
    expect(await done).toMatchObject({ level: 'B-LTA' });
    await accepted(output, dir);
  });
});
