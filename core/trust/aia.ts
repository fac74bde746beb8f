// Fetches the certificates of issuers from where certificates say they are (RFC 5280 4.2.2.1).
import { type Certificate, readCertificate } from '../cms/certificate.ts';
import { CmsError } from '../cms/cms-error.ts';
import { readSignedData } from '../cms/signed-data-reader.ts';
import type { PenaError } from '../domain/pena-error.ts';
import type { HttpClient } from '../ports/http-client.ts';
import { addressesOf } from './revocation/addresses.ts';
import { failureOf, TIMEOUT } from './revocation/services.ts';
import { isIssuedBy } from './signed-by.ts';

/** A path of eight is longer than any real one. */
const MAX_FETCHES = 8;
const MAX_BYTES = 256 << 10;

export interface IssuerServices {
  readonly http: HttpClient;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface IssuersFound {
  /** From the next issuer upwards, those known already included. */
  readonly issuers: readonly Certificate[];
  readonly problems: readonly { readonly url: string; readonly error: PenaError }[];
}

/**
 * Goes up from a certificate until one is self-signed or no way leads on. Those in `known` are not fetched.
 * Says nothing of trust: each issuer's signature on the one below is right, no more. Throws CANCELLED.
 */
export async function findIssuers(
  certificate: Certificate,
  known: readonly Certificate[],
  services: IssuerServices,
): Promise<IssuersFound> {
  const search = new IssuerSearch(known, services);
  await search.climb(certificate);
  return search;
}

class IssuerSearch implements IssuersFound {
  readonly issuers: Certificate[] = [];
  readonly problems: { url: string; error: PenaError }[] = [];
  readonly #services: IssuerServices;
  readonly #pool: Certificate[];
  /** An address is asked once: two certificates that name each other's do not keep us running. */
  readonly #asked = new Set<string>();

  constructor(known: readonly Certificate[], services: IssuerServices) {
    this.#pool = [...known];
    this.#services = services;
  }

  async climb(certificate: Certificate): Promise<void> {
    const seen = new Set<string>();
    for (let below = certificate; !seen.has(below.sha256);) {
      seen.add(below.sha256);
      if (isIssuedBy(below, below)) return;
      const issuer = this.#among(below) ?? (await this.#fetchFor(below));
      if (issuer === null || seen.has(issuer.sha256)) return;
      this.issuers.push(issuer);
      below = issuer;
    }
  }

  #among(below: Certificate): Certificate | null {
    return this.#pool.find((one) => isIssuedBy(below, one)) ?? null;
  }

  async #fetchFor(below: Certificate): Promise<Certificate | null> {
    for (const url of addressesOf(below).caIssuers) {
      if (this.#asked.has(url) || this.#asked.size >= MAX_FETCHES) continue;
      this.#asked.add(url);
      try {
        this.#pool.push(...readCertificates(await this.#fetch(url)));
      } catch (thrown) {
        this.problems.push({ url, error: failureOf(thrown) });
      }
      const issuer = this.#among(below);
      if (issuer !== null) return issuer;
    }
    return null;
  }

  async #fetch(url: string): Promise<Uint8Array> {
    const { http, timeoutMs = TIMEOUT, signal } = this.#services;
    const bounds = { maxBytes: MAX_BYTES, timeoutMs };
    const cancel = signal === undefined ? {} : { signal };
    return (await http.request({ method: 'GET', url, ...bounds, ...cancel })).body;
  }
}

/** One certificate in DER, a "certs-only" CMS message (RFC 5280 asks for either), or, against it, PEM. */
function readCertificates(body: Uint8Array): readonly Certificate[] {
  if (body[0] !== 0x30) {
    const text = Buffer.from(body).toString('latin1');
    const [, base64] = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END/.exec(text) ?? [];
    return [readCertificate(Buffer.from(base64 ?? '', 'base64'))];
  }
  try {
    return [readCertificate(body)];
  } catch (error) {
    if (!(error instanceof CmsError)) throw error;
    const { certificates } = readSignedData(body);
    if (certificates.length === 0) throw error;
    return certificates;
  }
}
