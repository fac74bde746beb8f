// Who has acknowledged a letter: the same letter, and on it one good signature more, which is neither the lost key's nor
// the owner's own (Pasal 16(4): signed by the owner, and acknowledged by the superior).
import { readCertificate } from '../../cms/certificate.ts';
import { equalBytes } from '../../cms/ber-values.ts';
import { readSignedData } from '../../cms/signed-data-reader.ts';
import { identifies } from '../../cms/signer-info.ts';
import { commonName } from '../../domain/common-name.ts';
import type { Indication } from '../../domain/indication.ts';
import { PenaError } from '../../domain/pena-error.ts';
import type { SignatureReport } from '../../domain/report.ts';
import { PdfReader } from '../../pdf/reader.ts';
import { readSignatures } from '../../pdf/signature-inventory.ts';
import type { SignatureValue } from '../../pdf/signature-value.ts';
import type { ByteSource } from '../../ports/byte-source.ts';
import { onlySignedSince } from '../../validation/signed-since.ts';
import { type ValidationOptions, validateDocument } from '../../validation/validate-document.ts';
import { examine, suspectOf } from '../doubt/examine.ts';

/** Whose signature does not count: the owner's, with whatever certificate. */
export interface Owner {
  /** The reported certificate's DER; null where only its serial number is known. */
  readonly certificate: Uint8Array | null;
  readonly serial: string;
  /** As told, and as in the certificate. */
  readonly names: readonly string[];
}

export interface Acknowledger {
  readonly name: string;
  /** Of the signer's certificate; lower-case hexadecimal. */
  readonly sha256: string;
  /** TOTAL_PASSED, or INDETERMINATE where nobody could yet be asked about its revocation. */
  readonly indication: Indication;
}

/**
 * @param asked the letter as it was sent; @param answered as it came back
 * @throws {PenaError} PAPER_OTHER_LETTER, PAPER_NOT_ACKNOWLEDGED, PAPER_SIGNED_BY_LOST_KEY, PAPER_SIGNED_BY_OWNER,
 *   PAPER_SIGNATURE_BROKEN, PAPER_SIGNER_UNTRUSTED, PDF_*, CMS_MALFORMED, CANCELLED
 */
export async function acknowledgerOf(
  asked: Uint8Array,
  answered: Uint8Array,
  owner: Owner,
  options: ValidationOptions,
): Promise<Acknowledger> {
  if (!equalBytes(answered.subarray(0, asked.length), asked)) {
    throw new PenaError('PAPER_OTHER_LETTER');
  }
  if (answered.length === asked.length) throw new PenaError('PAPER_NOT_ACKNOWLEDGED');
  const source = sourceOf(answered);
  if ((await examine(source, suspectOf(owner.certificate, owner.serial), options)) !== null) {
    throw new PenaError('PAPER_SIGNED_BY_LOST_KEY');
  }
  const { signatures } = await validateDocument(source, options);
  const inventory = await readSignatures(source, options);
  const isNew = (_: unknown, i: number): boolean => endOf(inventory.signatures[i]) > asked.length;
  const added = signatures.filter(isNew).filter(({ type }) => type === 'signature');
  const [first] = added;
  if (first === undefined) throw new PenaError('PAPER_NOT_ACKNOWLEDGED');
  const broken = signatures.find(({ intact, signer }) => !intact || signer === null);
  if (broken !== undefined) throw new PenaError('PAPER_SIGNATURE_BROKEN', { field: broken.field });
  // Trust, like PDF readers, looks at what is shown: an added page would be signed by the superior alone.
  const reader = await PdfReader.open(source, options);
  if (!(await onlySignedSince(reader, asked.length))) throw new PenaError('PAPER_OTHER_LETTER');
  const earlier = inventory.signatures.filter((one) => endOf(one) <= asked.length);
  const own = ownKeys(owner, earlier);
  const keys = inventory.signatures.filter(isNew).flatMap(signerKeys);
  if (added.some(({ signer }) => isNamedAs(commonName(signer?.subject ?? ''), owner.names))) {
    throw new PenaError('PAPER_SIGNED_BY_OWNER');
  }
  if (keys.some((key) => own.some((one) => equalBytes(one, key)))) {
    throw new PenaError('PAPER_SIGNED_BY_OWNER');
  }
  const untrusted = added.find((one) => !isTrusted(one));
  if (untrusted !== undefined) {
    const signer = commonName(untrusted.signer?.subject ?? '').slice(0, 200);
    throw new PenaError('PAPER_SIGNER_UNTRUSTED', { signer });
  }
  const { signer, indication } = first;
  return {
    name: commonName(signer?.subject ?? '').slice(0, 200),
    ...{ sha256: signer?.sha256 ?? '', indication },
  };
}

/** Also where nothing is known yet of its revocation: whoever receives the papers asks again. */
function isTrusted({ indication, subIndication, trustAnchor }: SignatureReport): boolean {
  if (indication === 'TOTAL_PASSED') return true;
  return indication === 'INDETERMINATE' && subIndication === 'TRY_LATER' && trustAnchor !== null;
}

function endOf(value: SignatureValue | undefined): number {
  const [, , second = 0, rest = 0] = value?.byteRange ?? [];
  return second + rest;
}

/** The lost key, also in another certificate, and the keys that had signed before the superior was asked. */
function ownKeys({ certificate }: Owner, earlier: readonly SignatureValue[]): Uint8Array[] {
  const lost = certificate === null ? [] : [readCertificate(certificate).spki];
  return [...lost, ...earlier.flatMap(signerKeys)];
}

/** Of the certificates that sign; chains and time stamps aside. */
function signerKeys({ type, contents }: SignatureValue): Uint8Array[] {
  if (type !== 'signature') return [];
  const { signers, certificates } = readSignedData(contents);
  return certificates
    .filter((one) => signers.some(({ identifier }) => identifies(identifier, one)))
    .map(({ spki }) => spki);
}

/** Without titles, which come before a full stop or after the first comma. */
function isNamedAs(name: string, names: readonly string[]): boolean {
  const plain = plainName(name);
  return plain !== '' && names.some((one) => plainName(one) === plain);
}

function plainName(name: string): string {
  const [before = ''] = name.normalize('NFKC').toUpperCase().split(',');
  const words = before.split(/\s+/).filter((word) => !word.endsWith('.'));
  return words
    .join(' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
  };
}
