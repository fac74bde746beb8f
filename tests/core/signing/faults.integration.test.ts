// Services that misbehave while a document is signed: each fault is named, nothing is damaged or left
// behind, nothing waits for ever, and the next authority of the list serves all the same.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BaselineLevel } from '../../../core/domain/signature-level.ts';
import type { SigningKey } from '../../../core/ports/token.ts';
import { NetworkProof } from '../../../core/signing/network-proof.ts';
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
import { signFile } from '../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';

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

describe.each(FAULTS)('a time-stamp authority that %s', (_name, behaviour) => {
  const proofWith = (urls: readonly string[]): NetworkProof => {
    const authorities = urls.map((url) => ({ name: url, url }));
    const timeoutMs = PATIENCE;
    const timestamps = new TimestampService({ http, clock, random, authorities, timeoutMs });
    return new NetworkProof({ http, clock, random, cache: null, timestamps, anchors: [] });
  };

  it('is named, and nothing is written', async () => {
    const { url } = await naughtyServer({ '/': behaviour });
    const started = performance.now();
    const { dir, done } = sign(proofWith([url]));
    expect((await rejection(done)).code).toMatch(/^(?:NET|TSA)_/);
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
    expect((await rejection(done)).code).toBe('CERT_STATUS_UNKNOWN');
    expect(readdirSync(dir)).toEqual([]);
  });
});
