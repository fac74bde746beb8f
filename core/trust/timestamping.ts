// Gets a time stamp from the first authority of a list that gives one worth having (RFC 3161 3.4, over HTTP).
import { CmsError } from '../cms/cms-error.ts';
import {
  buildTimestampRequest,
  type StampHash,
  type StampQuestion,
} from '../cms/timestamp-request.ts';
import { type UsableStamp, usableStamp } from '../cms/timestamp-response.ts';
import { type PenaError, toPenaError } from '../domain/pena-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { CredentialSource, HttpClient } from '../ports/http-client.ts';

/** A token with its chain takes about 10 KB. */
const MAX_BYTES = 1 << 20;
const TIMEOUT = 20_000;
/** How long an authority that failed is asked after the others. */
const REST = 10 * 60_000;
const NONCE_BYTES = 8;

export interface StampAuthority {
  readonly name: string;
  readonly url: string;
  readonly credential?: CredentialSource;
  /** Told where the authority did not take the credential (HTTP 401). */
  readonly refused?: () => Promise<void>;
  /** OID of the only policy that will do. */
  readonly policy?: string;
  /** SHA-256 of the only certificate it may stamp with; it then needs no anchor. */
  readonly certificate?: string;
}

export interface TimestampServiceOptions {
  readonly http: HttpClient;
  readonly clock: Clock;
  /** Unpredictable bytes. */
  readonly random: (length: number) => Uint8Array;
  /** In the order of preference. */
  readonly authorities: readonly StampAuthority[];
  /** Whether anybody vouches for the authority's certificate; without it every authority listed will do. */
  readonly trusts?: (
    stamp: UsableStamp,
    authority: StampAuthority,
    signal?: AbortSignal,
  ) => boolean | Promise<boolean>;
  readonly timeoutMs?: number;
}

export interface StampFailure {
  readonly authority: StampAuthority;
  /** TSA_* or NET_*. */
  readonly error: PenaError;
}

export type StampOutcome =
  | (UsableStamp & {
      readonly ok: true;
      readonly authority: StampAuthority;
      /** Those that were asked before in vain. */
      readonly failures: readonly StampFailure[];
    })
  | { readonly ok: false; readonly failures: readonly StampFailure[] };

export class TimestampService {
  readonly #options: TimestampServiceOptions;
  readonly #restsUntil = new Map<StampAuthority, number>();

  constructor(options: TimestampServiceOptions) {
    this.#options = options;
  }

  /** A time stamp over what has this digest. Throws CANCELLED and nothing else. */
  async stamp(hash: StampHash, digest: Uint8Array, signal?: AbortSignal): Promise<StampOutcome> {
    const failures: StampFailure[] = [];
    for (const authority of this.#inOrder()) {
      try {
        const stamp = await this.#ask(authority, hash, digest, signal);
        this.#restsUntil.delete(authority);
        return { ...stamp, ok: true, authority, failures };
      } catch (error) {
        const failure = toPenaError(error);
        if (failure.code === 'CANCELLED' || failure.code === 'INTERNAL') throw error;
        this.#restsUntil.set(authority, this.#options.clock.now().getTime() + REST);
        if (failure.code === 'NET_AUTH') await authority.refused?.();
        failures.push({ authority, error: failure });
      }
    }
    return { ok: false, failures };
  }

  /** As listed, but those that failed lately come last. */
  #inOrder(): StampAuthority[] {
    const now = this.#options.clock.now().getTime();
    const rests = (authority: StampAuthority): number =>
      (this.#restsUntil.get(authority) ?? 0) > now ? 1 : 0;
    return [...this.#options.authorities].sort((a, b) => rests(a) - rests(b));
  }

  async #ask(
    authority: StampAuthority,
    hash: StampHash,
    digest: Uint8Array,
    signal: AbortSignal | undefined,
  ): Promise<UsableStamp> {
    const { http, random, trusts, timeoutMs = TIMEOUT } = this.#options;
    const { name, url, credential, policy = null } = authority;
    const question: StampQuestion = { hash, digest, nonce: random(NONCE_BYTES), policy };
    const { body } = await http.request({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/timestamp-query',
        accept: 'application/timestamp-reply',
      },
      body: buildTimestampRequest(question),
      maxBytes: MAX_BYTES,
      timeoutMs,
      ...(credential === undefined ? {} : { credential }),
      ...(signal === undefined ? {} : { signal }),
    });
    try {
      const stamp = usableStamp(body, question);
      if ((await trusts?.(stamp, authority, signal)) === false)
        throw new CmsError('TSA_CERTIFICATE_UNTRUSTED');
      return stamp;
    } catch (error) {
      if (!(error instanceof CmsError)) throw error;
      throw new CmsError(error.code, { ...error.params, authority: name }, { cause: error });
    }
  }
}
