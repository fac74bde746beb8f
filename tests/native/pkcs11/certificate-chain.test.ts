import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { issue, makeCa } from '../../../build/practice/pki.mjs';
import { issuersOf, subjectName } from '../../../native/pkcs11/certificate-chain.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = sharedTemporaryFolder();
let signer: Uint8Array;
let root: Uint8Array;
let impostor: Uint8Array;

beforeAll(async () => {
  const options = { baseUrl: 'http://127.0.0.1:1', algorithm: 'ec:P-256' } as const;
  const ca = await makeCa(join(folder, 'ca'), options);
  // The same name, another key.
  const other = await makeCa(join(folder, 'other'), options);
  const issued = await issue(ca, 'signer', 'signer', {
    subject: '/C=ID/O=LATIHAN/CN=Ny. Sri, S.H.',
    algorithm: 'ec:P-256',
  });
  [signer, root, impostor] = [issued, ca, other].map(
    ({ certificateDer }) => new Uint8Array(readFileSync(certificateDer)),
  ) as [Uint8Array, Uint8Array, Uint8Array];
});

test('finds the issuer that has really signed, and ends at the root', () => {
  expect(issuersOf(signer, [signer, impostor, root])).toEqual([root]);
  expect(issuersOf(signer, [impostor])).toEqual([]);
  expect(issuersOf(root, [root, signer])).toEqual([]);
  expect(issuersOf(signer, [Uint8Array.of(1, 2, 3)])).toEqual([]);
  expect(issuersOf(Uint8Array.of(1, 2, 3), [root])).toEqual([]);
});

test("gives the subject's common name as it was written", () => {
  expect(subjectName(signer)).toBe('Ny. Sri, S.H.');
  expect(subjectName(Uint8Array.of(1))).toBe('');
});
