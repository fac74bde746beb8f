// A real authority (openssl ts): whose stamps are taken, by anchor, by fingerprint, and by name.
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StampTrust, trustsStamps } from '../../../core/trust/stamp-trust.ts';
import { TimestampService } from '../../../core/trust/timestamping.ts';
import { clock, http, makeProofWorld, type ProofWorld, random } from '../../support/proof-world.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';
import { makeAuthority } from '../support/test-certificates.ts';

const folder = sharedTemporaryFolder();
const digest = createHash('sha256').update('nilai').digest();
let world: ProofWorld;

beforeAll(async () => {
  world = await makeProofWorld(folder);
});
afterAll(() => world.stop());

async function codeWith(trust: Partial<StampTrust>, certificate?: string): Promise<string | null> {
  const authority = { name: 'TSA UJI', url: world.tsaUrl };
  const outcome = await new TimestampService({
    ...{ http, clock, random, trusts: trustsStamps({ http, anchors: [], pinned: [], ...trust }) },
    authorities: [certificate === undefined ? authority : { ...authority, certificate }],
  }).stamp('sha256', digest);
  return outcome.ok ? null : (outcome.failures.at(-1)?.error.code ?? 'none');
}

const fingerprint = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');
const tsaCertificate = (): Uint8Array =>
  new X509Certificate(readFileSync(join(folder, 'ca', 'tsa.pem'))).raw;

test('an anchor at hand, or one known by its fingerprint alone, vouches for it', async () => {
  expect(await codeWith({ anchors: [world.anchor] })).toBeNull();
  // The root comes with the token, or from where the certificate says it is.
  expect(await codeWith({ pinned: [fingerprint(world.anchor)] })).toBeNull();
});

test('nobody, or somebody else, does not', async () => {
  expect(await codeWith({})).toBe('TSA_CERTIFICATE_UNTRUSTED');
  const other = makeAuthority('Lain');
  expect(await codeWith({ anchors: [other.der] })).toBe('TSA_CERTIFICATE_UNTRUSTED');
});

test('one that is named needs no anchor, and no other one will do', async () => {
  expect(await codeWith({}, fingerprint(tsaCertificate()))).toBeNull();
  const all = { anchors: [world.anchor] };
  expect(await codeWith(all, '0'.repeat(64))).toBe('TSA_CERTIFICATE_UNTRUSTED');
});
