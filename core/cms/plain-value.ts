// adbe.x509.rsa_sha1 (ISO 32000-1 12.8.3.2, table 257; ISO 32000-2 deprecates it): the contents are one RSA value
// over the byte range as an OCTET STRING, and the certificates stand beside it in /Cert. Read as what it amounts to,
// a signature without signed attributes (RFC 5652 5.4).
import { type AlgorithmIdentifier, readAlgorithm } from './algorithms.ts';
import { cursorOver, readBer, readWholeBer, TAG } from './ber.ts';
import { octetsOf } from './ber-values.ts';
import type { Certificate } from './certificate.ts';
import { CmsError } from './cms-error.ts';
import { OID } from './oids.ts';
import type { CertificateReader, SignedData } from './signed-data-reader.ts';
import { recoverDigestInfo } from './verify-signer.ts';

const MOST_CERTIFICATES = 256;
const SHA1: AlgorithmIdentifier = { oid: '1.3.14.3.2.26', parameters: null };

/**
 * @param contents an OCTET STRING; only zeros may follow it, as padding
 * @param written DER of each certificate, the signer's first
 * Throws CMS_MALFORMED.
 */
export function readPlainValue(
  contents: Uint8Array,
  written: readonly Uint8Array[],
  certificateReader: CertificateReader,
): SignedData {
  const element = readBer(contents);
  if (contents.subarray(element.bytes.length).some((octet) => octet !== 0)) {
    throw new CmsError('CMS_MALFORMED');
  }
  if (element.tag !== TAG.OCTET_STRING) throw new CmsError('CMS_MALFORMED');
  const signature = octetsOf(element);
  const [first, ...others] = written.slice(0, MOST_CERTIFICATES);
  if (first === undefined) throw new CmsError('CMS_MALFORMED');
  const signer = certificateReader(first);
  return {
    contentType: OID.data,
    content: null,
    certificates: [signer, ...others.flatMap((der) => orNone(() => certificateReader(der)))],
    revocation: [],
    revocationValues: { ocsp: [], crl: [] },
    signers: [
      {
        identifier: {
          ...({ kind: 'issuer-serial', issuerKey: signer.issuerKey } as const),
          serial: signer.serial,
        },
        digestAlgorithm: digestAlgorithmOf(signer, signature),
        signedAttributes: null,
        signedBytes: null,
        signatureAlgorithm: { oid: OID.rsaEncryption, parameters: null },
        signature,
        unsignedAttributes: new Map(),
      },
    ],
  };
}

/** From PDF 1.6 other hash functions are allowed: the value itself names its own (RFC 8017 9.2). */
function digestAlgorithmOf(signer: Certificate, signature: Uint8Array): AlgorithmIdentifier {
  const shown = recoverDigestInfo(signer, signature);
  if (shown === null) return SHA1;
  return (
    orNone(() => readAlgorithm(cursorOver(readWholeBer(shown), TAG.SEQUENCE).next()))[0] ?? SHA1
  );
}

function orNone<T>(read: () => T): readonly T[] {
  try {
    return [read()];
  } catch (error) {
    if (error instanceof CmsError) return [];
    throw error;
  }
}
