// First step of a judgement: what one signature's bytes say, before anything is hashed or trusted.
import type { HashName } from '../cms/algorithms.ts';
import type { Attributes } from '../cms/attributes.ts';
import { CmsError } from '../cms/cms-error.ts';
import { embeddedRevocation } from '../cms/revocation-archival.ts';
import {
  type CertificateReader,
  readContentInfo,
  readSignedData,
  type SignedData,
} from '../cms/signed-data-reader.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import { OID } from '../cms/oids.ts';
import { readPlainValue } from '../cms/plain-value.ts';
import { signaturePolicyOf } from '../cms/signature-policy.ts';
import { readTimestampToken, type TimestampToken } from '../cms/timestamp-token.ts';
import { contentHashOf, onlySigner } from '../cms/verify-signer.ts';
import type { SignatureValue } from '../pdf/signature-value.ts';
import type { RangeFacts } from './byte-range.ts';
import { formatOf, type SignatureFormat } from './signature-format.ts';

/** Tokens looked at in one signature; more than two have not been seen. */
const MAX_TOKENS = 8;

export interface SignatureContents {
  readonly signedData: SignedData;
  readonly signer: SignerInfo;
  /** For format 'rfc3161': the token that the contents are. */
  readonly token: TimestampToken | null;
  /** Signature time stamps (ETSI EN 319 122-1 5.3); null stands for one that cannot be read. */
  readonly timestamps: readonly (TimestampToken | null)[];
  /** Time stamps over the content (ETSI EN 319 122-1 5.2.8), signed along; null as above. */
  readonly contentTimestamps: readonly (TimestampToken | null)[];
  /** OID of the signature policy that the signer names (EN 319 122-1 5.2.9.1); null where none is named. */
  readonly signaturePolicy: string | null;
  readonly revocation: readonly ('ocsp' | 'crl')[];
  /** The hash function whose digest over the byte range the contents are compared with; null if not known. */
  readonly rangeHash: HashName | null;
}

export interface SignatureRead {
  readonly value: SignatureValue;
  readonly format: SignatureFormat;
  readonly range: RangeFacts;
  /** Null where the contents cannot be read, or the format is not judged here. */
  readonly contents: SignatureContents | null;
}

export function readSignature(
  value: SignatureValue,
  range: RangeFacts,
  certificateReader: CertificateReader,
): SignatureRead {
  const format = formatOf(value);
  const contents = format === 'unsupported' ? null : readContents(value, format, certificateReader);
  return { value, format, range, contents };
}

/** One whose contents nobody looks into. */
export function unreadSignature(value: SignatureValue, range: RangeFacts): SignatureRead {
  return { value, format: formatOf(value), range, contents: null };
}

function readContents(
  { contents, certificates = [] }: SignatureValue,
  format: SignatureFormat,
  certificateReader: CertificateReader,
): SignatureContents | null {
  try {
    const signedData =
      format === 'plain-value'
        ? readPlainValue(contents, certificates, certificateReader)
        : readSignedData(contents, certificateReader);
    const signer = onlySigner(signedData.signers);
    if (!holdsWhatItShould(signedData, format)) return null;
    const token = format === 'rfc3161' ? readTimestampToken(signedData) : null;
    const tokensIn = (attributes: Attributes | null, type: string): (TimestampToken | null)[] =>
      (attributes?.get(type)?.slice(0, MAX_TOKENS) ?? []).map((element) =>
        orNull(() => readTimestampToken(readContentInfo(element, certificateReader))),
      );
    return {
      signedData,
      signer,
      token,
      timestamps: tokensIn(signer.unsignedAttributes, OID.signatureTimeStampToken),
      contentTimestamps: tokensIn(signer.signedAttributes, OID.contentTimestamp),
      signaturePolicy: orNull(() => signaturePolicyOf(signer)),
      revocation: embeddedRevocation(signedData, signer),
      rangeHash: token?.imprintHash ?? (format === 'pkcs7-sha1' ? 'sha1' : contentHashOf(signer)),
    };
  } catch (error) {
    if (error instanceof CmsError) return null;
    throw error;
  }
}

/** Detached formats carry no content: one that is there would not be what the page shows. */
function holdsWhatItShould({ contentType, content }: SignedData, format: SignatureFormat): boolean {
  if (format === 'rfc3161') return true;
  if (contentType !== OID.data) return false;
  return format === 'pkcs7-sha1' ? content !== null : content === null;
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof CmsError) return null;
    throw error;
  }
}
