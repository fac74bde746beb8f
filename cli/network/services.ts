// The outside as the commands need it: for signing and extending, and for verifying.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { HttpClient } from '../../core/ports/http-client.ts';
import { NetworkProof } from '../../core/signing/network-proof.ts';
import { trustsStamps } from '../../core/trust/stamp-trust.ts';
import { type StampAuthority, TimestampService } from '../../core/trust/timestamping.ts';
import { networkRevocation } from '../../core/validation/revocation/network.ts';
import type { OnlineRevocation } from '../../core/validation/revocation/online.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { createHttpClient, type HttpClientOptions } from '../../native/network/http-client.ts';
import { createRevocationCache } from '../../native/network/revocation-cache.ts';
import type { ProxySetting } from '../../native/network/proxy.ts';
import type { EffectiveSettings } from '../../native/settings/effective-settings.ts';
import { userFolders } from '../../native/settings/user-folders.ts';
import { impatientClient } from './impatient-client.ts';
import { shortMemory } from './short-memory.ts';

const clock = { now: () => new Date() };
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** A verdict without an answer is a verdict too: nobody waits long for one. */
const VERIFY_TIMEOUT = 5_000;
const VERIFY_CONNECT_TIMEOUT = 3_000;

export function signingServices(
  settings: EffectiveSettings,
  authorities: readonly StampAuthority[],
  anchors: readonly Uint8Array[],
  pinned: readonly string[],
): NetworkProof {
  const http = clientFor(settings);
  const trusts = trustsStamps({ anchors, pinned, practice: practiceMode(), http });
  return new NetworkProof({
    ...{ http, clock, random, anchors, cache: shortMemory() },
    timestamps:
      authorities.length === 0
        ? null
        : new TimestampService({ http, clock, random, authorities, trusts }),
  });
}

export function verifyingServices(settings: EffectiveSettings): OnlineRevocation {
  const http = impatientClient(clientFor(settings, { connectTimeoutMs: VERIFY_CONNECT_TIMEOUT }));
  const cache = createRevocationCache(revocationFolder());
  return networkRevocation({ http, clock, random, cache, timeoutMs: VERIFY_TIMEOUT });
}

export function revocationFolder(): string {
  return join(userFolders().cache, 'revocation');
}

/** Through the proxy of the settings. @param more whom to trust, and how long to wait for a connection */
export function clientFor(
  { proxy }: Pick<EffectiveSettings, 'proxy'>,
  more: Omit<HttpClientOptions, 'environment' | 'proxy'> = {},
): HttpClient {
  return createHttpClient({
    environment: process.env,
    proxy: proxy.value === null ? null : settingOf(proxy.value),
    ...more,
  });
}

function settingOf({
  url,
  bypass,
}: NonNullable<EffectiveSettings['proxy']['value']>): ProxySetting {
  return { url, ...(bypass === undefined ? {} : { bypass }) };
}
