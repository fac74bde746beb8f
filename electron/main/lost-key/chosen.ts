// Which certificate the window means: found, and blocked in the same step, before anything else is asked.
import { commonName } from '../../../core/domain/common-name.ts';
import { type Meant, meantHandle, type MeantHandle } from '../../../core/contract/lost-key.ts';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import {
  block,
  type BlockPlaces,
  type PinFate,
  unblock,
} from '../../../core/lifecycle/lost-key/block.ts';
import type { LostKeyCase } from '../../../core/lifecycle/lost-key/case.ts';
import {
  certificateOf,
  typedCertificate,
} from '../../../core/lifecycle/lost-key/find-certificate.ts';
import { meantCertificate } from '../../../core/lifecycle/lost-key/meant-certificate.ts';
import { isIssuedBy } from '../../../core/trust/signed-by.ts';
import { readCertificateFile } from '../../../native/files/small-file.ts';
import { identify } from '../../hosts/file-identity.ts';
import { Handles } from '../../ipc/handles.ts';
import type { Documents } from '../documents.ts';
import { outsideOrder } from '../outside-orders.ts';

export interface Chosen {
  readonly certificate: LostKeyCase['certificate'];
  /** Null where only a serial number was typed. */
  readonly own: { readonly certificate: Uint8Array; readonly issuer: Uint8Array | null } | null;
}

interface Parts extends BlockPlaces {
  readonly documents: Pick<Documents, 'read'>;
}

export class ChosenCertificates {
  readonly #parts: Parts;
  readonly #handles = new Handles<MeantHandle, Chosen>('lck', (text) => meantHandle.parse(text));

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws {PenaError} HANDLE_UNKNOWN */
  get(handle: MeantHandle): Chosen {
    return this.#handles.get(handle);
  }

  /** @throws {PenaError} CERT_NOT_FOUND, and as `block` */
  async registry(sha256: string): Promise<Meant> {
    const found = await this.#parts.known.find(sha256);
    if (found === null) throw new PenaError('CERT_NOT_FOUND');
    return this.#take(new Uint8Array(Buffer.from(found.certificate, 'base64')), 'registry', []);
  }

  /** @throws {PenaError} PDF_*, SIGNATURE_NONE, CERT_*, FILE_*, and as `block` */
  async signedPdf(path: string): Promise<Meant> {
    const file = { path, identity: await identify(path) };
    const { certificate, chain } = await this.#parts.documents.read('last-signer', { file });
    return this.#take(certificate, 'signed-pdf', chain);
  }

  /** @throws {PenaError} FILE_*, CERT_MALFORMED, and as `block` */
  async file(path: string): Promise<Meant> {
    const bytes = await readCertificateFile(path);
    return this.#take(certificateOf(bytes), 'certificate-file', []);
  }

  /** Nothing can be blocked by a number alone. @throws {PenaError} CASE_DATA_INVALID */
  typed(serial: string, issuer: string): Meant {
    const certificate = typedCertificate(serial, issuer);
    const meant = this.#handles.issue({ certificate, own: null });
    return {
      ...{ meant, name: null, issuer, serial: certificate.serial, notAfter: null },
      ...{ blocked: false, pin: 'none', lastSigned: null },
    };
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, CERT_NOT_FOUND, JOURNAL_*, FILE_* */
  async unblock(handle: MeantHandle): Promise<void> {
    const { sha256 } = this.#handles.get(handle).certificate;
    if (sha256 !== null) await unblock(sha256, this.#parts);
    this.#handles.release(handle);
  }

  async #take(
    der: Uint8Array,
    source: LostKeyCase['certificate']['source'],
    chain: readonly Uint8Array[],
  ): Promise<Meant> {
    const one = readCertificate(der);
    const pin: PinFate = await block(der, new Date(), this.#parts);
    const certificate = meantCertificate(der, source);
    const own = { certificate: der, issuer: await issuerOf(der, chain) };
    const known = await this.#parts.known.find(one.sha256);
    return {
      meant: this.#handles.issue({ certificate, own }),
      name: one.commonName.slice(0, 200),
      issuer: commonName(one.issuer).slice(0, 200),
      ...{ serial: one.serial, notAfter: one.notAfter.toISOString(), blocked: true, pin },
      lastSigned: known?.lastSigned ?? null,
    };
  }
}

/** Whose word about revocation counts; null where that authority is not known here. */
async function issuerOf(der: Uint8Array, chain: readonly Uint8Array[]): Promise<Uint8Array | null> {
  const anchors = await outsideOrder(null).then(
    (outside) => outside.anchors,
    () => [],
  );
  const own = readCertificate(der);
  const issuer = [...chain, ...anchors].find((one) => {
    try {
      return isIssuedBy(own, readCertificate(one));
    } catch {
      return false;
    }
  });
  return issuer ?? null;
}
