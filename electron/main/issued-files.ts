// The issued certificate that the person chose last, and the key it belongs to, as far as that shows without a
// PIN: looked at before anything is typed.
import { equalBytes } from '../../core/cms/ber-values.ts';
import {
  type Certificate,
  mayMakeSignatures,
  readCertificate,
} from '../../core/cms/certificate.ts';
import type { ChosenCertificate } from '../../core/contract/token-keys.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { StoredKey } from '../../core/ports/token-keys.ts';
import { loadCertificates } from '../../native/files/certificate-files.ts';
import { short } from './certificates.ts';
import { shownKey } from './shown-key.ts';

interface Chosen {
  readonly name: string;
  /** DER. */
  readonly certificates: readonly Uint8Array[];
}

export class IssuedFiles {
  #chosen: Chosen | null = null;

  /** @param keys of the token it goes to. @throws {PenaError} CERT_MALFORMED, CERT_EXPIRED, FILE_* */
  async choose(files: readonly string[], keys: readonly StoredKey[]): Promise<ChosenCertificate> {
    this.#chosen = null;
    const certificates = await loadCertificates(files);
    const all = certificates.map(readCertificate);
    const keyOf = ({ spki }: Certificate): StoredKey | undefined =>
      keys.find((key) => key.spki !== null && equalBytes(key.spki, spki));
    const meant =
      all.find((one) => keyOf(one) !== undefined) ??
      all.find(({ extensions }) => extensions.basicConstraints?.ca !== true) ??
      all[0];
    if (meant === undefined) throw new PenaError('CERT_MALFORMED');
    const { commonName: name, notBefore, notAfter } = meant;
    if (notAfter < new Date()) {
      throw new PenaError('CERT_EXPIRED', { name, notAfter: notAfter.toISOString() });
    }
    this.#chosen = { name, certificates };
    const key = keyOf(meant);
    return {
      ...{ sha256: meant.sha256, name: short(name), issuer: short(meant.issuerCommonName) },
      ...{ notBefore: notBefore.toISOString(), notAfter: notAfter.toISOString() },
      ...{ signs: mayMakeSignatures(meant), others: all.length - 1 },
      key: key === undefined ? null : shownKey(key),
    };
  }

  /** @throws {PenaError} CERT_NOT_FOUND where none was chosen */
  chosen(): Chosen {
    if (this.#chosen === null) throw new PenaError('CERT_NOT_FOUND');
    return this.#chosen;
  }
}
