// A key of this program as a `Signer` of @signpdf, for other programs of Node (docs/signpdf.md). Pena's
// own window and command line do not sign this way: @signpdf holds the whole file in memory.
import { createHash } from 'node:crypto';
import { Signer } from '@signpdf/utils';
import { algorithmFor, readCertificate, refusalToSign } from '../../core/cms/certificate.ts';
import { buildSignedAttributes } from '../../core/cms/signed-attributes.ts';
import { buildSignedData } from '../../core/cms/signed-data.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { type AlgorithmPreference, DIGEST_OF } from '../../core/domain/signature-algorithm.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import { reportedLostSince } from '../certificates/certificate-registry.ts';

export interface KeySignerOptions {
  /** The document's name, as the person who is asked for the PIN is shown it. */
  readonly name: string;
  /** Where the key leaves a choice. */
  readonly algorithm?: AlgorithmPreference;
}

/** Signs one document; a new object for each, since each has its own name. */
export class KeySigner extends Signer {
  readonly #key: SigningKey;
  readonly #options: KeySignerOptions;

  /** @param key of a token (TokenService.signingKey) or of a PKCS#12 file (openP12) */
  constructor(key: SigningKey, options: KeySignerOptions) {
    super();
    this.#key = key;
    this.#options = options;
  }

  /**
   * @param pdfBuffer the document without its /Contents; what the person at the PIN window is shown is
   *   its SHA-256
   * @param signingTime for which the certificate must be valid; the signature carries no time of its
   *   own, as PAdES wants (EN 319 142-1 6.3): a reader is shown /M of the placeholder
   * @returns a detached SignedData, right for the SubFilters ETSI.CAdES.detached and
   *   adbe.pkcs7.detached
   * @throws {PenaError} CERT_*, CERTIFICATE_*, CMS_*, TOKEN_*, P12_*, CANCELLED
   */
  override async sign(pdfBuffer: Buffer, signingTime = new Date()): Promise<Buffer> {
    const certificate = readCertificate(this.#key.certificate);
    const refusal = refusalToSign(certificate, signingTime);
    if (refusal !== null) throw refusal;
    const { sha256: fingerprint, commonName } = certificate;
    const since = await reportedLostSince(fingerprint);
    if (since !== null) {
      throw new PenaError('CERTIFICATE_REPORTED_LOST', { name: commonName, since });
    }
    const algorithm = algorithmFor(certificate, this.#options.algorithm);
    const digestAlgorithm = DIGEST_OF[algorithm];
    const digest = createHash(digestAlgorithm).update(pdfBuffer).digest();
    const own = { algorithm, certificate: certificate.der, chain: this.#key.chain };
    const signedAttributes = buildSignedAttributes({ ...own, digest, digestAlgorithm });
    const sha256 = createHash('sha256').update(pdfBuffer).digest('hex');
    const purpose = { documents: [{ name: this.#options.name, sha256 }] };
    const signature = await this.#key.sign(signedAttributes, algorithm, purpose);
    return Buffer.from(buildSignedData({ ...own, signedAttributes, signature }));
  }
}
