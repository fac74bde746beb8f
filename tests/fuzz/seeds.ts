// What fuzzing starts from: files as signers and attackers make them, and the values of DER in them, all
// made in memory with practice keys.
import { OID } from '../../core/cms/oids.ts';
import { DER_NULL } from '../../core/cms/der-writer.ts';
import { readCertificate } from '../../core/cms/certificate.ts';
import { classicFile, hybridFile, streamFile } from '../core/support/small-files.ts';
import { makeAuthority, makeKey, makeSigner } from '../core/support/test-certificates.ts';
import { makeToken } from '../core/support/test-cms.ts';
import { p12Of } from '../core/support/p12.ts';
import {
  makeCrl,
  makeOcsp,
  makeStampResponse,
  reasonExtension,
} from '../support/services/test-proofs.ts';
import { encryptedFiles, provenFiles } from './proven-files.ts';
import { LEGITIMATE_CHANGES } from '../vectors/legitimate/changes.ts';
import { baseDocument } from '../vectors/support/base-document.ts';
import { signed, stamped } from '../vectors/support/in-memory.ts';

export const AUTHORITY = makeAuthority('LATIHAN Fuzz');
export const LEAF = makeSigner('PENANDA TANGAN LATIHAN', AUTHORITY, { serial: 0x33 });
const RESPONDER = makeSigner('OCSP LATIHAN', AUTHORITY, {
  purposes: [OID.ocspSigning],
  extensions: [{ oid: OID.ocspNoCheck, value: DER_NULL }],
});
const STAMPER = makeSigner('TSA LATIHAN', AUTHORITY, { purposes: ['1.3.6.1.5.5.7.3.8'] });

export const QUESTION = {
  ...{ hash: 'sha256' as const, digest: new Uint8Array(32).fill(7), policy: null },
  nonce: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
};

/** One signed file, quickly made. */
export function smallSigned(): Promise<Buffer> {
  return signed(baseDocument());
}

export function unsignedFiles(): Uint8Array[] {
  return [
    ...[classicFile(), hybridFile(), streamFile()],
    ...[baseDocument(), baseDocument({ compressed: true })],
    ...encryptedFiles(),
  ];
}

export async function signedFiles(): Promise<Uint8Array[]> {
  const files: Uint8Array[] = [await smallSigned(), await signed(hybridFile())];
  files.push(await signed(baseDocument({ compressed: true })), await stamped(files[0]!));
  for (const { build } of LEGITIMATE_CHANGES) files.push(await build());
  files.push(...(await provenFiles()));
  for (const file of encryptedFiles()) files.push(await signed(file));
  return files;
}

/** By target. */
export function derSeeds(): Readonly<
  Record<'cms' | 'certificate' | 'ocsp' | 'crl' | 'stamp' | 'p12', Uint8Array[]>
> {
  const at = '2026-01-02T00:00:00';
  const token = makeToken(new Uint8Array(8), { authority: STAMPER, time: at });
  const entries = [0x31, 0x32, 0x33].map((serial) => ({
    ...{ serial: Uint8Array.of(2, 1, serial), extensions: [reasonExtension(1)] },
  }));
  const file = p12Of(makeKey('p256', 'fuzz').privateKey, LEAF.der);
  const answer = { certificate: LEAF, issuer: AUTHORITY };
  return {
    cms: [token],
    certificate: [LEAF.der, AUTHORITY.der, RESPONDER.der, STAMPER.der],
    ocsp: [
      makeOcsp(answer),
      makeOcsp({ ...answer, responder: RESPONDER, byKey: true, status: { revokedAt: at } }),
    ],
    crl: [makeCrl({ issuer: AUTHORITY }), makeCrl({ issuer: AUTHORITY, entries })],
    stamp: [makeStampResponse({ authority: STAMPER, question: QUESTION, at })],
    p12: [file],
  };
}

export const CERTIFICATES = {
  leaf: readCertificate(LEAF.der),
  issuer: readCertificate(AUTHORITY.der),
};
