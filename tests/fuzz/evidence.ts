// What others said of a signature, fuzzed where it is weighed: an OCSP answer or CRL in the security store, and
// a time stamp in the signature. The judge of the judge: nobody signs here but the seeds' makers, so what
// counts must hold the very octets of a seed that were signed.
import { CmsError } from '../../core/cms/cms-error.ts';
import { OID } from '../../core/cms/oids.ts';
import { readCertificate } from '../../core/cms/certificate.ts';
import { readCertificateList } from '../../core/trust/crl/certificate-list.ts';
import { judgeOcsp } from '../../core/trust/ocsp/judge-ocsp.ts';
import { readOcspResponse } from '../../core/trust/ocsp/ocsp-response.ts';
import { makeAuthority, makeKey, makeSigner } from '../core/support/test-certificates.ts';
import { attribute, makeCms, makeToken } from '../core/support/test-cms.ts';
import { judgeOne, makeDocument } from '../core/support/test-document.ts';
import { makeCrl, makeOcsp } from '../support/services/test-proofs.ts';

const root = makeAuthority('LATIHAN Bukti');
const signer = makeSigner('PENANDA TANGAN LATIHAN', root);
const stamper = makeSigner('TSA LATIHAN', root, { purposes: [OID.timeStamping] });
const responder = makeSigner('OCSP LATIHAN', root, { purposes: [OID.ocspSigning] });
const anchors = [root.der];
const HELD = { thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2026-12-20T00:00:00' };
const about = { certificate: signer, issuer: root, ...HELD };

const PARTIES = { certificate: readCertificate(signer.der), issuer: readCertificate(root.der) };
const plain = makeDocument((digest) => makeCms({ signer, digest }));

/** Long enough to be nobody's by chance, and in the middle of what was signed. */
const SIGNED = 64;
function heart(octets: Uint8Array, start: number): Buffer {
  return Buffer.from(octets.subarray(start, start + SIGNED));
}

/** Of an answer's or list's data that is signed: certificates sent along and the value's wrapping may differ. */
function middle({ tbs }: { readonly tbs: Uint8Array }): Buffer {
  return heart(tbs, Math.floor((tbs.length - SIGNED) / 2));
}

export const ANSWERS: readonly Uint8Array[] = [
  makeOcsp(about),
  makeOcsp({ ...about, responder, byKey: true }),
  makeOcsp({ ...about, status: { revokedAt: '2026-11-01T00:00:00', reason: 1 } }),
  makeCrl({ issuer: root, ...HELD }),
  makeCrl({ issuer: root, ...HELD, entries: [{ serial: signer.serial }] }),
];
const NONE = new Uint8Array();
const GOOD = [
  middle(readOcspResponse(ANSWERS[0] ?? NONE)),
  middle(readOcspResponse(ANSWERS[1] ?? NONE)),
  middle(readCertificateList(ANSWERS[3] ?? NONE)),
];

/** Passed by an answer that nobody gave is a finding; how the answer itself is refused is told. */
export async function weighAnswer(bytes: Uint8Array): Promise<void> {
  const report = await judgeOne(plain, { anchors, ocsps: [bytes], crls: [bytes] });
  const given = Buffer.from(bytes);
  if (report.indication === 'TOTAL_PASSED' && !GOOD.some((octets) => given.includes(octets))) {
    throw new Error(`passed by an answer that nobody gave: ${JSON.stringify(report.revocation)}`);
  }
  const judged = judgeOcsp({ response: bytes, ...PARTIES, at: new Date(HELD.thisUpdate) });
  if (!judged.usable) throw judged.error;
}

/** RSA with PKCS #1 v1.5 signs the same digest to the same value: a stamp made once fits every time. */
const steady = makeSigner('PENANDA TANGAN LATIHAN RSA', root, { key: makeKey('rsa', 'fuzz') });
let value: Uint8Array = new Uint8Array();
makeDocument((digest) =>
  makeCms({
    ...{ signer: steady, digest },
    unsigned: (signature) => {
      value = signature;
      return [];
    },
  }),
);
const TIME = '2026-11-22T00:00:00';
export const TOKENS: readonly Uint8Array[] = [
  makeToken(value, { authority: stamper, time: TIME }),
  makeToken(value, { authority: steady, time: TIME }),
  makeToken(new Uint8Array(8), { authority: stamper, time: TIME }),
];
const TRUE_TIME = new Date(`${TIME}Z`).toISOString();
const TRUE_TOKEN = TOKENS[0] ?? NONE;
const TRUE = heart(TRUE_TOKEN, Math.floor(TRUE_TOKEN.length / 4));

/** For the CMS without a stamp. */
const ROOM = 4096;

/** A time proven by a stamp that nobody made is a finding. */
export async function weighStamp(bytes: Uint8Array): Promise<void> {
  const stamped = makeDocument(
    (digest) =>
      makeCms({
        ...{ signer: steady, digest },
        unsigned: () => [attribute(OID.signatureTimeStampToken, bytes)],
      }),
    // The gap is no part of what is signed.
    { room: bytes.length + ROOM },
  );
  const { bestTime, timestamps } = await judgeOne(stamped, { anchors, crls: ANSWERS.slice(3, 4) });
  if (timestamps.length === 0) throw new CmsError('CMS_MALFORMED');
  if (bestTime === null) return;
  if (bestTime !== TRUE_TIME || !Buffer.from(bytes).includes(TRUE)) {
    throw new Error(`a time proven by nobody: ${bestTime}`);
  }
}
