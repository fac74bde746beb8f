// The network as a document host may ask it: by what main ordered, for one document, with no memory that
// outlives it (PP 71/2019 Pasal 62 asks about now).
import { randomBytes } from 'node:crypto';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { HttpCredential } from '../../core/ports/http-client.ts';
import { NetworkProof } from '../../core/signing/network-proof.ts';
import { trustsStamps } from '../../core/trust/stamp-trust.ts';
import { type StampAuthority, TimestampService } from '../../core/trust/timestamping.ts';
import { networkRevocation } from '../../core/validation/revocation/network.ts';
import type { OnlineRevocation } from '../../core/validation/revocation/online.ts';
import { pinnedAnchors } from '../../native/files/trust-list.ts';
import { createHttpClient } from '../../native/network/http-client.ts';
import { createRevocationCache } from '../../native/network/revocation-cache.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import type { Outside } from './protocol-shapes.ts';

const clock = { now: () => new Date() };
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** Told the address of an authority that did not take its password. */
export type OnRefused = (url: string) => void;

export async function proofServices(outside: Outside, onRefused: OnRefused): Promise<NetworkProof> {
  const http = clientFor(outside);
  return new NetworkProof({
    ...{ http, clock, random, cache: null, anchors: outside.anchors },
    timestamps: await stampService(outside, onRefused),
  });
}

/** For a verdict, which may do without an answer: nobody waits long for one. */
export function verifyingServices(
  { environment, proxy }: Outside,
  cacheFolder: string | null,
): OnlineRevocation {
  const http = createHttpClient({ environment, proxy, connectTimeoutMs: 3_000 });
  const cache = cacheFolder === null ? null : createRevocationCache(cacheFolder);
  return networkRevocation({ http, clock, random, cache, timeoutMs: 5_000 });
}

/** @throws {PenaError} TSA_*, NET_* */
export async function testAuthority(
  outside: Outside,
  onRefused: OnRefused,
): Promise<{ time: Date }> {
  const outcome = await (await stampService(outside, onRefused))?.stamp('sha256', random(32));
  if (outcome?.ok === true) return { time: outcome.token.time };
  throw outcome?.failures.at(-1)?.error ?? new PenaError('TSA_UNAVAILABLE');
}

async function stampService(
  outside: Outside,
  onRefused: OnRefused,
): Promise<TimestampService | null> {
  const authorities = outside.authorities.map(({ name, url, policy, certificate, credential }) => ({
    ...{ name, url },
    ...(certificate === null ? {} : { certificate }),
    ...(policy === null ? {} : { policy }),
    ...(credential === null ? {} : passwordOnce(credential, () => onRefused(url))),
  }));
  if (authorities.length === 0) return null;
  const http = clientFor(outside);
  const trusts = trustsStamps({
    ...{ http, anchors: outside.anchors, pinned: await pinnedAnchors() },
    practice: practiceMode(),
  });
  return new TimestampService({ http, clock, random, authorities, trusts });
}

/** Each request wipes what it was given; one that was refused is not sent again. */
function passwordOnce(
  { user, password }: HttpCredential,
  onRefused: () => void,
): Pick<StampAuthority, 'credential' | 'refused'> {
  let good = true;
  return {
    credential: () => Promise.resolve(good ? { user, password: password.slice() } : null),
    refused: () => {
      if (good) onRefused();
      good = false;
      password.fill(0);
      return Promise.resolve();
    },
  };
}

/** At the end of the request that brought them. */
export function wipePasswords({ authorities }: Outside): void {
  for (const { credential } of authorities) credential?.password.fill(0);
}

function clientFor({ environment, proxy }: Outside) {
  return createHttpClient({ environment, proxy });
}
