// A time-stamp authority in memory that answers the question it is asked, rightly or wrong in one thing.
import { cursorOver, readWholeBer, TAG } from '../../../core/cms/ber.ts';
import { OID } from '../../../core/cms/oids.ts';
import { makeAuthority, makeCertificate } from '../../core/support/test-certificates.ts';
import type { Behaviour } from './naughty-server.ts';
import { makeStampResponse, type StampOptions } from './test-proofs.ts';

type Change = (question: StampOptions['question']) => Partial<StampOptions>;

/** Of the authority that stamps. */
export const stampRoot = makeAuthority('Root');
const certificate = {
  name: 'TSA',
  issuer: stampRoot,
  keyUsage: ['digitalSignature'],
  purposes: [OID.timeStamping],
} as const;
const authority = makeCertificate(certificate);
const expired = makeCertificate({ ...certificate, notAfter: '2025-06-01T00:00:00' });
const foreign = makeCertificate({ ...certificate, issuer: makeAuthority('Elsewhere') });

/** Stamps at 2026-01-02. */
export const stampWith =
  (change: Change = () => ({})): Behaviour =>
  (response, { body }) => {
    const question = questionIn(body);
    const at = '2026-01-02T00:00:00';
    response.end(makeStampResponse({ authority, question, at, ...change(question) }));
  };

/** Stamps that are wrong in one thing, and the code of each. */
export const WRONG_STAMPS = [
  [
    'a wrong nonce',
    stampWith((question) => ({ question: { ...question, nonce: Uint8Array.of(5) } })),
    'TSA_NONCE_MISMATCH',
  ],
  [
    'a wrong imprint',
    stampWith((question) => ({ question: { ...question, digest: new Uint8Array(32) } })),
    'TSA_IMPRINT_MISMATCH',
  ],
  ['an expired certificate', stampWith(() => ({ authority: expired })), 'TSA_CERTIFICATE_EXPIRED'],
  ['a foreign certificate', stampWith(() => ({ authority: foreign })), 'TSA_CERTIFICATE_UNTRUSTED'],
  [
    'a certificate of the wrong kind',
    stampWith(() => ({ authority: stampRoot })),
    'TSA_CERTIFICATE_UNFIT',
  ],
] as const satisfies readonly (readonly [string, Behaviour, string])[];

/** Digest and nonce of a TimeStampReq, read as an authority reads it. */
export function questionIn(body: Uint8Array) {
  const cursor = cursorOver(readWholeBer(body), TAG.SEQUENCE);
  cursor.next();
  const imprint = cursorOver(cursor.next(), TAG.SEQUENCE);
  imprint.next();
  const asked = imprint.next().content;
  const nonce = cursor.next(TAG.INTEGER).content;
  return {
    hash: 'sha256',
    digest: asked,
    nonce: nonce[0] === 0 ? nonce.subarray(1) : nonce,
  } as const;
}
