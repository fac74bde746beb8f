// OCSP answers, revocation lists and time-stamp answers of any shape, made in memory: right ones, and each
// wrong in one thing.
import { createHash } from 'node:crypto';
import { cursorOver, readWholeBer, TAG } from '../../../core/cms/ber.ts';
import {
  der,
  DER_NULL,
  derOctetString,
  derOid,
  derSequence,
  derSmallInteger,
} from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import type { StampQuestion } from '../../../core/cms/timestamp-request.ts';
import {
  signatureAlgorithm,
  signValue,
  type TestCertificate,
  type TestExtension,
  type TestKey,
} from '../../core/support/test-certificates.ts';
import { makeCms, type CmsOptions } from '../../core/support/test-cms.ts';

export const time = (iso: string): Uint8Array =>
  der(0x18, Buffer.from(`${iso.replace(/[-:T]/g, '').slice(0, 14)}Z`));

const bitString = (bytes: Uint8Array): Uint8Array => der(0x03, Uint8Array.of(0), bytes);
const enumerated = (value: number): Uint8Array => der(0x0a, Uint8Array.of(value));

function extensions(list: readonly TestExtension[]): Uint8Array {
  return derSequence(
    ...list.map(({ oid, critical = false, value }) =>
      derSequence(
        derOid(oid),
        ...(critical ? [der(0x01, Uint8Array.of(0xff))] : []),
        derOctetString(value),
      ),
    ),
  );
}

function signed(tbs: Uint8Array, key: TestKey, ...rest: readonly Uint8Array[]): Uint8Array {
  const value = signValue(key, 'sha256', tbs);
  return derSequence(tbs, signatureAlgorithm(key, 'sha256'), bitString(value), ...rest);
}

/** Octets of the public key, without the module's own code. */
function keyOctets({ spki }: TestKey): Uint8Array {
  const cursor = cursorOver(readWholeBer(spki), TAG.SEQUENCE);
  cursor.next();
  return cursor.next().content.subarray(1);
}

export interface OcspOptions {
  readonly certificate: TestCertificate;
  readonly issuer: TestCertificate;
  /** Absent: the issuer itself. */
  readonly responder?: TestCertificate;
  readonly byKey?: boolean;
  readonly hash?: 'sha1' | 'sha256';
  readonly status?: 'good' | 'unknown' | { readonly revokedAt: string; readonly reason?: number };
  readonly thisUpdate?: string;
  readonly nextUpdate?: string | null;
  readonly producedAt?: string;
  readonly nonce?: Uint8Array;
  readonly extensions?: readonly TestExtension[];
  readonly singleExtensions?: readonly TestExtension[];
  /** Certificates put in; absent: the responder's where it is not the issuer. */
  readonly certificates?: readonly Uint8Array[];
  readonly signedBy?: TestKey;
}

export function makeBasicOcsp(options: OcspOptions): Uint8Array {
  const { certificate, issuer, responder = issuer, hash = 'sha1', status = 'good' } = options;
  const digest = (bytes: Uint8Array): Uint8Array =>
    derOctetString(createHash(hash).update(bytes).digest());
  const certId = derSequence(
    derSequence(derOid(OID[hash]), DER_NULL),
    digest(issuer.name),
    digest(keyOctets(issuer.key)),
    certificate.serial,
  );
  const { thisUpdate = '2026-01-01T00:00:00', nextUpdate = '2026-01-08T00:00:00' } = options;
  const single = derSequence(
    certId,
    status === 'good'
      ? der(0x80)
      : status === 'unknown'
        ? der(0x82)
        : der(
            0xa1,
            time(status.revokedAt),
            ...(status.reason === undefined ? [] : [der(0xa0, enumerated(status.reason))]),
          ),
    time(thisUpdate),
    ...(nextUpdate === null ? [] : [der(0xa0, time(nextUpdate))]),
    ...(options.singleExtensions ? [der(0xa1, extensions(options.singleExtensions))] : []),
  );
  const more: TestExtension[] = [...(options.extensions ?? [])];
  if (options.nonce) more.push({ oid: OID.ocspNonce, value: derOctetString(options.nonce) });
  const keyHash = createHash('sha1').update(keyOctets(responder.key)).digest();
  const tbs = derSequence(
    options.byKey ? der(0xa2, derOctetString(keyHash)) : der(0xa1, responder.name),
    time(options.producedAt ?? thisUpdate),
    derSequence(single),
    ...(more.length === 0 ? [] : [der(0xa1, extensions(more))]),
  );
  const certificates = options.certificates ?? (responder === issuer ? [] : [responder.der]);
  const tail = certificates.length === 0 ? [] : [der(0xa0, derSequence(...certificates))];
  return signed(tbs, options.signedBy ?? responder.key, ...tail);
}

export function makeOcsp(options: OcspOptions): Uint8Array {
  const basic = derSequence(derOid(OID.ocspBasic), derOctetString(makeBasicOcsp(options)));
  return derSequence(enumerated(0), der(0xa0, basic));
}

/** An answer that says only why there is none. */
export const refusingOcsp = (status: number): Uint8Array => derSequence(enumerated(status));

export interface TestEntry {
  /** DER of the serial number. */
  readonly serial: Uint8Array;
  readonly at?: string;
  readonly extensions?: readonly TestExtension[];
}

export const reasonExtension = (reason: number): TestExtension => ({
  oid: OID.crlReason,
  value: enumerated(reason),
});

export interface CrlOptions {
  readonly issuer: TestCertificate;
  readonly entries?: readonly TestEntry[];
  readonly thisUpdate?: string;
  readonly nextUpdate?: string | null;
  readonly extensions?: readonly TestExtension[];
  readonly signedBy?: TestKey;
}

export function makeCrl(options: CrlOptions): Uint8Array {
  const {
    issuer,
    entries = [],
    signedBy = issuer.key,
    nextUpdate = '2026-01-08T00:00:00',
  } = options;
  const list = entries.map(({ serial, at = '2025-12-01T00:00:00', extensions: more }) =>
    derSequence(serial, time(at), ...(more === undefined ? [] : [extensions(more)])),
  );
  const tbs = derSequence(
    derSmallInteger(1),
    signatureAlgorithm(signedBy, 'sha256'),
    issuer.name,
    time(options.thisUpdate ?? '2026-01-01T00:00:00'),
    ...(nextUpdate === null ? [] : [time(nextUpdate)]),
    ...(list.length === 0 ? [] : [derSequence(...list)]),
    ...(options.extensions ? [der(0xa0, extensions(options.extensions))] : []),
  );
  return signed(tbs, signedBy);
}

export interface StampOptions {
  readonly authority: TestCertificate;
  readonly question: Pick<StampQuestion, 'hash' | 'digest' | 'nonce'>;
  readonly at: string;
  readonly policy?: string;
  readonly withNonce?: boolean;
  readonly cms?: Partial<CmsOptions>;
}

/** TimeStampResp that grants a token. */
export function makeStampResponse(options: StampOptions): Uint8Array {
  const { authority, question, at, policy = '2.999.1', withNonce = true } = options;
  const { nonce } = question;
  const positive = nonce[0]! >= 0x80 ? Buffer.concat([Uint8Array.of(0), nonce]) : nonce;
  const tstInfo = derSequence(
    derSmallInteger(1),
    derOid(policy),
    derSequence(derSequence(derOid(OID[question.hash])), derOctetString(question.digest)),
    derSmallInteger(7),
    time(at),
    derSequence(derSmallInteger(1)),
    der(0x01, Uint8Array.of(0xff)),
    ...(withNonce ? [der(0x02, positive)] : []),
  );
  const token = makeCms({
    signer: authority,
    content: tstInfo,
    contentType: OID.tstInfo,
    digest: createHash('sha256').update(tstInfo).digest(),
    ...options.cms,
  });
  return derSequence(derSequence(derSmallInteger(0)), token);
}

/** TimeStampResp that refuses, with a bit of PKIFailureInfo and a text. */
export function refusingStamp(status: number, failure: number, text: string): Uint8Array {
  const flags = new Uint8Array(5);
  flags[0] = 7 - (failure % 8);
  flags[1 + (failure >> 3)] = 0x80 >> (failure % 8);
  return derSequence(
    derSequence(
      derSmallInteger(status),
      derSequence(der(0x0c, Buffer.from(text))),
      der(0x03, flags.subarray(0, 2 + (failure >> 3))),
    ),
  );
}
