// OCSP and CRLs from where certificates say they are, for a judgement that goes online.
import type { Clock } from '../../ports/clock.ts';
import type { HttpClient } from '../../ports/http-client.ts';
import type { RevocationCache } from '../../ports/revocation-cache.ts';
import { collectRevocation } from '../../trust/revocation/collect-revocation.ts';
import type { OnlineRevocation } from './online.ts';

export interface NetworkRevocation {
  readonly http: HttpClient;
  readonly clock: Clock;
  /** Unpredictable bytes, for nonces. */
  readonly random: (length: number) => Uint8Array;
  readonly cache: RevocationCache | null;
  /** For one question. */
  readonly timeoutMs?: number;
}

export function networkRevocation(services: NetworkRevocation): OnlineRevocation {
  const { http, clock, random, cache, timeoutMs } = services;
  return async (certificate, issuer, signal) => {
    const { ocsp, crls } = await collectRevocation(certificate, issuer, {
      ...{ http, now: clock.now(), random, cache },
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(signal === undefined ? {} : { signal }),
    });
    return { ocspResponses: ocsp === null ? [] : [ocsp], crls };
  };
}
