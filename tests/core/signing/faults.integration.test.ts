// Services that misbehave while a document is signed: each fault is named, nothing is damaged or left
// behind, nothing waits for ever, and the next authority of the list serves all the same.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OID } from '../../../core/cms/oids.ts';
import { openP12 } from '../../../core/cms/p12-key.ts';
import { toPenaError } from '../../../core/domain/pena-error.ts';
import type { BaselineLevel } from '../../../core/domain/signature-level.ts';
import type { SigningKey } from '../../../core/ports/token.ts';
import { NetworkProof } from '../../../core/signing/network-proof.ts';
import { trustsStamps } from '../../../core/trust/stamp-trust.ts';
import { TimestampService } from '../../../core/trust/timestamping.ts';
import { resourcePath } from '../../../native/files/resources.ts';
import { pdfsigSays } from '../../support/other-validators.ts';
import { clock, http, makeProofWorld, type ProofWorld, random } from '../../support/proof-world.ts';
import { rejection } from '../../support/rejection.ts';
import {
  type Behaviour,
  bytes,
  cut,
  drip,
  flood,
  garbage,
  hang,
  naughtyServer,
  redirect,
  slam,
  status,
} from '../../support/services/naughty-server.ts';
import { stampRoot, WRONG_STAMPS } from '../../support/services/stamping.ts';
import { makeCrl, makeOcsp, type OcspOptions } from '../../support/services/test-proofs.ts';
import { signFile } from '../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { p12Of } from '../support/p12.ts';
import { makeAuthority, makeCertificate, makeSigner } from '../support/test-certificates.ts';
import { accessTo, listsAt } from '../support/test-extensions.ts';

const SAMPLE = resourcePath('samples', 'keputusan-wali-kota.pdf');
const PATIENCE = 500;
let world: ProofWorld;
let key: SigningKey;

beforeAll(async () => {
  world = await makeProofWorld(sharedTemporaryFolder());
  key = await world.key('penanda tangan');
});
afterAll(() => world.stop());

const FAULTS: readonly (readonly [string, Behaviour])[] = [
  ['answers 500', status(500)],
  ['answers garbage', garbage],
  ['answers nothing at all', bytes('')],
  ['hangs', hang],
  ['drips', drip],
  ['sends 50 MB', flood({ announced: false })],
  ['breaks the line', cut],
  ['slams the door', slam],
  ['sends us in circles', redirect('/')],
];

function sign(services: NetworkProof, level: BaselineLevel = 'B-T') {
  const dir = temporaryFolder();
  const output = join(dir, 'ttd.pdf');
  return { dir, output, done: signFile(SAMPLE, output, key, { services, level }) };
}

const STAMP_FAULTS: readonly (readonly [string, Behaviour, RegExp | string])[] = [
  ...FAULTS.map(([name, behaviour]) => [name, behaviour, /^(?:NET|TSA)_/] as const),
  ...WRONG_STAMPS.map(([what, ...rest]) => [`stamps with ${what}`, ...rest] as const),
];

describe.each(STAMP_FAULTS)('a time-stamp authority that %s', (_name, behaviour, code) => {
  const proofWith = (urls: readonly string[]): NetworkProof => {
    const authorities = urls.map((url) => ({ name: url, url }));
    const timeoutMs = PATIENCE;
    const trusts = trustsStamps({ http, anchors: [world.anchor, stampRoot.der], pinned: [] });
    const timestamps = new TimestampService({
      ...{ http, clock, random, authorities, timeoutMs, trusts },
    });
    return new NetworkProof({ http, clock, random, cache: null, timestamps, anchors: [] });
  };

  it('is named, and nothing is written', async () => {
    const { url } = await naughtyServer({ '/': behaviour });
    const started = performance.now();
    const { dir, done } = sign(proofWith([url]));
    expect((await rejection(done)).code).toMatch(code);
    expect(readdirSync(dir)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('is passed over for the next one', async () => {
    const { url } = await naughtyServer({ '/': behaviour });
    const { output, done } = sign(proofWith([url, world.tsaUrl]));
    expect(await done).toMatchObject({ level: 'B-T', incomplete: null });
    expect(pdfsigSays(output)).toEqual(['Signature is Valid.']);
  });
});

describe.each(FAULTS)('an OCSP responder that %s', (_name, behaviour) => {
  /** Everything but the time stamp goes to the server that misbehaves. */
  async function misled(crlToo: boolean): Promise<NetworkProof> {
    const { url } = await naughtyServer({ '/': behaviour });
    const detour: typeof http = {
      request: (request) => {
        const wrong = /\/ocsp/.test(request.url) || (crlToo && /\/ca\.crl/.test(request.url));
        return http.request({
          ...request,
          ...(wrong ? { url, timeoutMs: PATIENCE } : {}),
        });
      },
    };
    return new NetworkProof({
      http: detour,
      clock,
      random,
      cache: null,
      timestamps: null,
      anchors: [],
    });
  }

  it('is passed over for the CRL', async () => {
    const { done } = sign(await misled(false), 'B-B');
    await expect(done).resolves.toMatchObject({ level: 'B-B' });
  });

  it('leaves the status unknown where there is no CRL either: nothing is written', async () => {
    const { dir, done } = sign(await misled(true), 'B-B');
    const { code, cause } = await rejection(done);
    expect(code).toBe('CERT_STATUS_UNKNOWN');
    expect(toPenaError(cause).code).toMatch(/^(?:NET|OCSP)_/);
    expect(readdirSync(dir)).toEqual([]);
  });
});

/** A practice authority in memory, on a day of its own, for answers that openssl would not give. */
const ca = makeAuthority('CA');
const TODAY = { now: () => new Date('2026-01-03T00:00:00Z') };
const responder = { name: 'Responder', issuer: ca, purposes: [OID.ocspSigning] } as const;

const WRONG_ANSWERS: readonly (readonly [string, Partial<OcspOptions>, code: string])[] = [
  ['with a wrong nonce', { nonce: Uint8Array.of(1) }, 'OCSP_NONCE_MISMATCH'],
  ['about another', { certificate: makeSigner('Lain', ca) }, 'OCSP_CERTIFICATE_MISMATCH'],
  [
    'with an expired certificate',
    { responder: makeCertificate({ ...responder, notAfter: '2025-12-31T00:00:00' }) },
    'OCSP_RESPONDER_UNAUTHORIZED',
  ],
  [
    'with a foreign certificate',
    { responder: makeCertificate({ ...responder, issuer: makeAuthority('Asing') }) },
    'OCSP_RESPONDER_UNAUTHORIZED',
  ],
];

describe.each(WRONG_ANSWERS)('an OCSP responder that answers %s', (_name, wrong, named) => {
  async function misled(list: Behaviour) {
    const paths: Record<string, Behaviour> = { '/crl': list };
    const { url } = await naughtyServer(paths);
    const extensions = [
      accessTo(OID.accessOcsp, `${url}/ocsp`),
      listsAt(OID.crlDistributionPoints, `${url}/crl`),
    ];
    const certificate = makeSigner('Penanda Tangan', ca, { extensions });
    paths['/ocsp'] = bytes(makeOcsp({ certificate, issuer: ca, ...wrong }));
    const file = p12Of(certificate.key.privateKey, certificate.der);
    const options = { http, random, cache: null, timestamps: null, anchors: [ca.der] };
    const dir = temporaryFolder();
    const done = signFile(SAMPLE, join(dir, 'ttd.pdf'), await openP12(file, new Uint8Array(0)), {
      ...{ level: 'B-B', clock: TODAY },
      services: new NetworkProof({ ...options, clock: TODAY }),
    });
    return { dir, done };
  }

  it('is passed over for the CRL', async () => {
    const { dir, done } = await misled(bytes(makeCrl({ issuer: ca })));
    await expect(done).resolves.toMatchObject({ level: 'B-B' });
    expect(pdfsigSays(join(dir, 'ttd.pdf'))).toEqual(['Signature is Valid.']);
  });

  it('leaves the status unknown where there is no CRL either, and is named', async () => {
    const { dir, done } = await misled(status(404));
    const { code, cause } = await rejection(done);
    expect([code, toPenaError(cause).code]).toEqual(['CERT_STATUS_UNKNOWN', named]);
    expect(readdirSync(dir)).toEqual([]);
  });
});
