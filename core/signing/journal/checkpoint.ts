// A checkpoint: an outside witness to the journal's last record, and with it to all before it. What was
// stamped yesterday cannot be written anew today without it showing.
import { readWholeBer } from '../../cms/ber.ts';
import { buildSignedAttributes, PADES_ATTRIBUTES } from '../../cms/signed-attributes.ts';
import { algorithmFor, readCertificate } from '../../cms/certificate.ts';
import { readContentInfo, readSignedData } from '../../cms/signed-data-reader.ts';
import { buildSignedData } from '../../cms/signed-data.ts';
import {
  isTokenIntact,
  readTimestampToken,
  verifyTimestampToken,
} from '../../cms/timestamp-token.ts';
import { onlySigner, verifySigner } from '../../cms/verify-signer.ts';
import { verifySignedData } from '../../cms/verify.ts';
import type { Checkpoint } from '../../domain/journal-entry.ts';
import { DIGEST_OF } from '../../domain/signature-algorithm.ts';
import { PenaError } from '../../domain/pena-error.ts';
import type { SigningKey } from '../../ports/token.ts';

export interface JournalHead {
  readonly n: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/**
 * @param timestamp gives an RFC 3161 token (DER) over a SHA-256 digest: here the record's hash itself
 * @throws {PenaError} what `timestamp` throws
 */
export async function timestampedCheckpoint(
  head: JournalHead,
  timestamp: (digest: Uint8Array) => Promise<Uint8Array>,
): Promise<Checkpoint> {
  const token = await timestamp(Buffer.from(head.hash, 'hex'));
  return checkpointOf(head, 'rfc3161', token);
}

/**
 * Signs the record's hash: a detached CMS over the record's line without its last member.
 * @throws {PenaError} TOKEN_*, CMS_*, CANCELLED
 */
export async function signedCheckpoint(head: JournalHead, key: SigningKey): Promise<Checkpoint> {
  const certificate = readCertificate(key.certificate);
  const algorithm = algorithmFor(certificate);
  // The hash is SHA-256 over the content; a key that wants another digest cannot speak for it.
  if (DIGEST_OF[algorithm] !== 'sha256') throw new PenaError('CMS_ALGORITHM_UNSUPPORTED');
  const signedAttributes = buildSignedAttributes(
    {
      digest: Buffer.from(head.hash, 'hex'),
      digestAlgorithm: 'sha256',
      certificate: certificate.der,
    },
    PADES_ATTRIBUTES,
  );
  const purpose = { documents: [{ name: `jurnal ${String(head.n)}`, sha256: head.hash }] };
  const signature = await key.sign(signedAttributes, algorithm, purpose);
  const { chain } = key;
  return checkpointOf(
    head,
    'cms',
    buildSignedData({
      ...{ algorithm, certificate: certificate.der, chain, signedAttributes, signature },
    }),
  );
}

function checkpointOf(
  { n, hash }: JournalHead,
  form: Checkpoint['form'],
  token: Uint8Array,
): Checkpoint {
  const base64 = Buffer.from(token).toString('base64');
  return { kind: 'checkpoint', head: n, hash, form, token: base64 };
}

export interface CheckedCheckpoint {
  /** Whether the token is sound and over this hash. Whether its maker is trusted is another question. */
  readonly ok: boolean;
  /** ISO 8601; of a time stamp. */
  readonly time: string | null;
  /** Common name. */
  readonly by: string | null;
}

export function checkCheckpoint({ form, hash, token }: Checkpoint): CheckedCheckpoint {
  const bytes = new Uint8Array(Buffer.from(token, 'base64'));
  const digest = new Uint8Array(Buffer.from(hash, 'hex'));
  try {
    return form === 'cms' ? checkCms(bytes, digest) : checkTimestamp(bytes, digest);
  } catch (thrown) {
    if (!(thrown instanceof PenaError)) throw thrown;
    return { ok: false, time: null, by: null };
  }
}

function checkCms(cms: Uint8Array, digest: Uint8Array): CheckedCheckpoint {
  const { signers, contentType, certificates } = readSignedData(cms);
  const signer = onlySigner(signers);
  const facts = verifySigner({ signer, contentType, certificates, contentDigest: digest });
  const by = facts.certificate?.commonName ?? null;
  return { ok: verifySignedData(cms, digest).ok, time: null, by };
}

function checkTimestamp(der: Uint8Array, digest: Uint8Array): CheckedCheckpoint {
  const token = readTimestampToken(readContentInfo(readWholeBer(der)));
  const facts = verifyTimestampToken(token, (hash) => (hash === 'sha256' ? digest : null));
  return {
    ok: isTokenIntact(facts) && facts.purposeRight,
    time: token.time.toISOString(),
    by: facts.certificate?.commonName ?? null,
  };
}
