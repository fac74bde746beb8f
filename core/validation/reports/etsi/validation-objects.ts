// What the reports of single signatures point at (TS 119 102-2 4.4): certificates, time stamps, the files.
// Each has one identifier in the document, however often it is named.
import { createHash } from 'node:crypto';
import type { FileReport, TimestampSummary } from '../../../domain/report.ts';
import { NAMESPACES, objectType, SHA256 } from './names.ts';
import { element, type Element, leaf } from './xml.ts';

export class ValidationObjects {
  readonly #objects = new Map<string, Element>();

  /** @param sha256 of the DER, hexadecimal */
  certificate(sha256: string): string {
    return this.#add(`C-${sha256.toUpperCase()}`, 'certificate', digestOf(sha256));
  }

  timestamp(stamp: TimestampSummary, owner: string): string {
    const { time, authority, intact, trusted, type } = stamp;
    const id = `T-${hashed(owner, type, time, authority)}`;
    // The token itself stays in the document; this is what was read in it.
    const said = element('p:Timestamp', {
      time,
      authority,
      intact: String(intact),
      ...(trusted === null ? {} : { trusted: String(trusted) }),
    });
    return this.#add(id, 'timestamp', element('vr:direct', {}, said));
  }

  file({ sha256, file }: Pick<FileReport, 'file'> & { readonly sha256: string }): string {
    const id = `F-${sha256.toUpperCase()}`;
    const name = leaf('vr:URI', encodeURIComponent(file.replace(/\p{Cs}/gu, '\ufffd')));
    return this.#add(id, 'signedData', digestOf(sha256), name);
  }

  /** Null where nothing was pointed at: an empty list is none. */
  list(): Element | null {
    return this.#objects.size === 0
      ? null
      : element('vr:SignatureValidationObjects', {}, [...this.#objects.values()]);
  }

  #add(
    id: string,
    type: Parameters<typeof objectType>[0],
    ...representation: readonly Element[]
  ): string {
    if (!this.#objects.has(id)) {
      const object = element(
        'vr:ValidationObject',
        { id },
        leaf('vr:ObjectType', objectType(type)),
        element('vr:ValidationObjectRepresentation', {}, representation),
      );
      this.#objects.set(id, object);
    }
    return id;
  }
}

/** @param sha256 hexadecimal */
export function digestOf(sha256: string): Element {
  return element(
    'vr:DigestAlgAndValue',
    {},
    element('ds:DigestMethod', { Algorithm: SHA256 }),
    leaf('ds:DigestValue', Buffer.from(sha256, 'hex').toString('base64')),
  );
}

export function reference(name: string, id: string): Element {
  return element(name, { VOReference: id });
}

/** An identifier that is the same whenever the same is said (xs:ID: letters and digits behind a letter). */
export function hashed(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify([NAMESPACES['xmlns:p'], ...parts]));
  return digest.digest('hex').slice(0, 40).toUpperCase();
}
