// A request made with keys in memory, one of which lies: nothing is believed that was not checked.
import { createVerify, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { cursorOver, readWholeBer, TAG } from '../../../../core/cms/ber.ts';
import { bitStringOctetsOf } from '../../../../core/cms/ber-values.ts';
import { masked, type CertificateRequest } from '../../../../core/domain/certificate-request.ts';
import { makeRequest } from '../../../../core/lifecycle/certificate-request/make-request.ts';
import type { TokenKeys } from '../../../../core/ports/token-keys.ts';
import { rejection } from '../../../support/rejection.ts';

const REQUEST: CertificateRequest = {
  ...{ type: 'individual', uses: ['signature'], name: 'SITI AMINAH' },
  ...{ organisation: 'Dinas Kominfo', country: 'ID' },
};
const NEW = { kind: 'ec-p256', label: 'kunci' } as const;
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }));

/** Stands for a token that signs what it is not asked to, where `lies`. */
function keysInMemory(lies = false): TokenKeys & { readonly calls: string[] } {
  const calls: string[] = [];
  const refuse = (): Promise<never> => Promise.reject(new Error('not asked for here'));
  return {
    calls,
    make: () => {
      calls.push('make');
      return Promise.resolve({ id: '0a', spki });
    },
    list: () => Promise.resolve([{ id: '0a', label: '', spki: null, certificates: [] }]),
    sign: (_id, data) => {
      calls.push('sign');
      const signed = lies ? Buffer.concat([data, Buffer.of(0)]) : data;
      return Promise.resolve(new Uint8Array(sign('sha256', signed, privateKey)));
    },
    putCertificate: refuse,
    removeCertificate: refuse,
    removeKey: refuse,
  };
}

describe('a request for a certificate', () => {
  test('is signed by the key that it names', async () => {
    const told: string[] = [];
    const { request, keyId } = await makeRequest(REQUEST, NEW, keysInMemory(), (id) =>
      told.push(id),
    );
    expect({ keyId, told }).toEqual({ keyId: '0a', told: ['0a'] });
    const parts = cursorOver(readWholeBer(request), TAG.SEQUENCE);
    const info = parts.next(TAG.SEQUENCE).bytes;
    parts.next(TAG.SEQUENCE);
    const value = bitStringOctetsOf(parts.next(TAG.BIT_STRING));
    expect(createVerify('sha256').update(info).verify(publicKey, value)).toBe(true);
  });

  test('is not given out where the token signed something else', async () => {
    const refused = await rejection(makeRequest(REQUEST, NEW, keysInMemory(true)));
    expect(refused.code).toBe('TOKEN_SIGNATURE_WRONG');
  });

  test('asks nothing of the token where its fields do not go together', async () => {
    const keys = keysInMemory();
    const refused = await rejection(makeRequest({ ...REQUEST, uses: ['server'] }, NEW, keys));
    expect(refused.code).toBe('REQUEST_DATA_INVALID');
    expect(keys.calls).toEqual([]);
  });

  test('needs the public key of a key that is there', async () => {
    const refused = await rejection(makeRequest(REQUEST, { keyId: '0a' }, keysInMemory()));
    expect(refused.code).toBe('CERT_KEY_MISSING');
  });

  test('shows two characters of a number', () => {
    expect(masked('6472014505850003')).toBe('**************03');
    expect(masked('7')).toBe('7');
  });
});
