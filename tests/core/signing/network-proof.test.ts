// Responders of which an authority says in each of three ways whether they are to be asked about
// (RFC 6960 4.2.2.2.1): what B-LT lacks is what could have been had.
import { describe, expect, it } from 'vitest';
import { der, derOid, derSequence, DER_NULL } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { NetworkProof } from '../../../core/signing/network-proof.ts';
import { createHttpClient } from '../../../native/network/http-client.ts';
import {
  type Behaviour,
  bytes,
  naughtyServer,
  status,
} from '../../support/services/naughty-server.ts';
import { makeOcsp } from '../../support/services/test-proofs.ts';
import { makeAuthority, makeSigner, type TestExtension } from '../support/test-certificates.ts';

const NOW = new Date('2026-11-24T02:15:00Z');
const root = makeAuthority('LATIHAN Root');
/** Where to ask about a certificate (4.2.2.1). */
function asks(base: string, path: string): TestExtension {
  const url = der(0x86, Buffer.from(base + path));
  const value = derSequence(derSequence(derOid(OID.accessOcsp), url));
  return { oid: OID.authorityInfoAccess, value };
}

async function lacking(
  extensionsAt: (base: string) => readonly TestExtension[],
): Promise<string[]> {
  let answer: Behaviour = status(500);
  const { url } = await naughtyServer({
    '/signer': (...asked) => answer(...asked),
    '/responder': status(500),
  });
  const extensions = extensionsAt(url);
  const signer = makeSigner('PEJABAT LATIHAN', root, { extensions: [asks(url, '/signer')] });
  const responder = makeSigner('PENJAWAB LATIHAN', root, {
    ...{ purposes: [OID.ocspSigning], extensions },
  });
  const held = { thisUpdate: '2026-11-24T02:00:00', nextUpdate: '2026-11-25T02:00:00' };
  answer = bytes(makeOcsp({ certificate: signer, issuer: root, responder, ...held }));
  const proof = new NetworkProof({
    ...{ http: createHttpClient({ environment: {} }), clock: { now: () => NOW } },
    ...{ random: (length: number) => new Uint8Array(length), cache: null, timestamps: null },
    anchors: [root.der],
  });
  const { missing, ocspResponses } = await proof.collect([signer.der], [], undefined);
  expect(ocspResponses).toHaveLength(1);
  return missing.map(({ name }) => name);
}

describe('an OCSP responder', () => {
  it('that is exempt is not asked about', async () => {
    expect(await lacking(() => [{ oid: OID.ocspNoCheck, value: DER_NULL }])).toEqual([]);
  });

  it('of which nobody can be asked lacks nothing, as verification takes it', async () => {
    expect(await lacking(() => [])).toEqual([]);
  });

  it('of which somebody can be asked and does not answer is lacking', async () => {
    expect(await lacking((url) => [asks(url, '/responder')])).toEqual(['PENJAWAB LATIHAN']);
  });
});
