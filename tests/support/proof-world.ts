// A practice authority with its services on loopback (openssl answers), and keys of any kind under it: for
// signatures of every level.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../build/practice/free-port.mjs';
import {
  issue,
  makeCa,
  revoke,
  writeP12,
  type Issued,
  type KeyAlgorithm,
} from '../../build/practice/pki.mjs';
import { startServices } from '../../build/practice/services.mjs';
import { openP12 } from '../../core/cms/p12-key.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import { NetworkProof } from '../../core/signing/network-proof.ts';
import { TimestampService } from '../../core/trust/timestamping.ts';
import { createHttpClient } from '../../native/network/http-client.ts';

const PASSPHRASE = 'uji-saja';

export const clock = { now: () => new Date() };
export const http = createHttpClient({ environment: {} });
export const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

export interface ProofWorld {
  /** PEM and DER of the authority. */
  readonly caFile: string;
  readonly anchor: Uint8Array;
  readonly tsaUrl: string;
  /** A key of that name and kind; `revoked` ones are revoked for keyCompromise at once. */
  key(name: string, algorithm?: KeyAlgorithm, options?: { revoked: boolean }): Promise<SigningKey>;
  /** Revokes a key of that name for keyCompromise. */
  revoke(name: string): Promise<void>;
  /** @param tsa where time stamps are asked for; the world's own by default */
  proof(tsa?: string): NetworkProof;
  stop(): Promise<void>;
}

export async function makeProofWorld(folder: string): Promise<ProofWorld> {
  const port = await freePort();
  const ca = await makeCa(join(folder, 'ca'), {
    baseUrl: `http://127.0.0.1:${String(port)}`,
    subject: '/C=ID/O=LATIHAN/CN=CA UJI',
  });
  await issue(ca, 'ocsp', 'ocsp', { subject: '/C=ID/O=LATIHAN/CN=OCSP UJI' });
  await issue(ca, 'tsa', 'tsa', { subject: '/C=ID/O=LATIHAN/CN=TSA UJI' });
  const services = await startServices(ca.dir, port);
  if (!services.expectedPort) throw new Error('the port of the certificates is taken');
  const made = new Map<string, Issued>();
  return {
    caFile: ca.certificate,
    anchor: new Uint8Array(readFileSync(ca.certificateDer)),
    tsaUrl: services.tsaUrl,
    key: async (name, algorithm = 'ec:P-256', options = { revoked: false }) => {
      const subject = `/C=ID/O=LATIHAN/CN=${name}`;
      const issued = await issue(ca, name, 'signer', { subject, algorithm });
      made.set(name, issued);
      const path = join(folder, `${name}.p12`);
      await writeP12(ca, issued, { path, passphrase: PASSPHRASE, friendlyName: name });
      if (options.revoked) await revoke(ca, issued, 'keyCompromise');
      return openP12(readFileSync(path), new TextEncoder().encode(PASSPHRASE));
    },
    revoke: async (name) => {
      const issued = made.get(name);
      if (issued !== undefined) await revoke(ca, issued, 'keyCompromise');
    },
    proof: (tsa = services.tsaUrl) => {
      const authorities = [{ name: 'TSA UJI', url: tsa }];
      const timestamps = new TimestampService({ http, clock, random, authorities });
      return new NetworkProof({ http, clock, random, cache: null, timestamps, anchors: [] });
    },
    stop: () => services.stop(),
  };
}
