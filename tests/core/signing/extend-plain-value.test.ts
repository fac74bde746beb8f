// An RSA value without a CMS is not damaged, and cannot be extended: that is what is said, and nothing is written.
import { sign } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { derOctetString } from '../../../core/cms/der-writer.ts';
import { extendDocument } from '../../../core/signing/extend-document.ts';
import type { ProofServices } from '../../../core/signing/proof-services.ts';
import { memorySource } from '../support/memory-source.ts';
import { plainFile, signFile } from '../support/signed-file.ts';
import { makeAuthority, makeKey, makeSigner } from '../support/test-certificates.ts';

const signer = makeSigner('Penanda Tangan Lama', makeAuthority('Root'), { key: makeKey('rsa') });

it.each(['LT', 'LTA'] as const)('%s: says which signature, and why', async (level) => {
  const value = (_: Uint8Array, content: Uint8Array): Uint8Array =>
    derOctetString(sign('sha256', content, signer.key.privateKey));
  const file = signFile(plainFile(), value, {
    ...{ subFilter: 'adbe.x509.rsa_sha1', hash: 'sha256' },
    entries: `/Cert <${Buffer.from(signer.der).toString('hex')}> `,
  });
  const openOutput = vi.fn();
  const request = { source: memorySource(file), clock: { now: () => new Date() }, openOutput };
  // Not one of them is asked before it is refused.
  const services = {} as ProofServices;
  await expect(extendDocument({ ...request, level, services })).rejects.toMatchObject({
    code: 'SIGNATURE_NOT_EXTENDABLE',
    params: { format: 'adbe.x509.rsa_sha1' },
  });
  expect(openOutput).not.toHaveBeenCalled();
});
