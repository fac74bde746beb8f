// The ways to the registration authority that the office's policy lays down, ready to be used by the window. Secrets
// come from the keychain; an access token that is not there is asked for once and kept in memory.
import type { RegistrationAuthority, ReportWay } from '../../../core/domain/office-policy.ts';
import { toPenaError } from '../../../core/domain/pena-error.ts';
import {
  openApplicationChannels,
  openChannels,
} from '../../../core/lifecycle/channels/open-channels.ts';
import {
  type ChannelPlan,
  planChannels,
  secretNameOf,
} from '../../../core/lifecycle/channels/plan.ts';
import type { ApplicationChannel } from '../../../core/ports/application-channel.ts';
import type { HttpClient } from '../../../core/ports/http-client.ts';
import type {
  Acknowledgement,
  ChannelId,
  ReportChannel,
} from '../../../core/ports/report-channel.ts';
import type { SecretStore } from '../../../core/ports/secret-store.ts';
import { createHttpClient } from '../../../native/network/http-client.ts';
import { channelOutside } from '../../../native/outbox/channel-outside.ts';
import { effectiveSettings } from '../../../native/settings/effective-settings.ts';
import type { AskSecret } from './ask-secret.ts';

export interface LaidDown {
  readonly authority: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly ways: { readonly way: ReportWay; readonly where: string }[];
}

/** In the policy's order. */
export interface OpenWays {
  readonly reports: readonly ReportChannel[];
  /** Without CMP. */
  readonly applications: readonly ApplicationChannel[];
}

interface Parts {
  readonly store: SecretStore;
  readonly ask: AskSecret;
}

interface Sending<A extends unknown[]> {
  readonly id: ChannelId;
  send(...asked: A): Promise<Acknowledgement>;
}

export class ReportWays {
  readonly #parts: Parts;
  /** Access tokens that were typed, while the program runs. */
  readonly #typed = new Map<string, Uint8Array>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws {PenaError} SETTINGS_INVALID, POLICY_UNSAFE, FILE_* */
  async laidDown(): Promise<LaidDown> {
    const office = await officeOf();
    const { name = null, phone = null, email = null } = office ?? {};
    const { plans } = planChannels(office, {});
    return {
      ...{ authority: name, phone, email },
      ways: plans.map((plan) => ({ way: plan.way, where: whereOf(plan) })),
    };
  }

  /**
   * @param asking whether a person is there to be asked for what is not in the keychain
   * @throws {PenaError} FILE_*, TRUST_FILE_INVALID, SETTINGS_INVALID, KEYCHAIN_LOCKED
   */
  async open(asking: boolean): Promise<OpenWays> {
    const { plans } = planChannels(await officeOf(), {});
    const { store: secrets } = this.#parts;
    const { proxy } = await effectiveSettings();
    const given: Partial<Record<ReportWay, Uint8Array>> = {};
    for (const plan of plans.filter(({ way }) => way === 'https')) {
      const token = await this.#token(plan, asking);
      if (token !== null) given[plan.way] = token;
    }
    const http = (authorities: string | null): HttpClient => httpClient(proxy.value, authorities);
    const outside = channelOutside({ http, secrets });
    const secretsOfThisTime = { given, key: null };
    return {
      reports: this.#forgetful(await openChannels(plans, outside, secretsOfThisTime)),
      applications: this.#forgetful(
        await openApplicationChannels(plans, outside, secretsOfThisTime),
      ),
    };
  }

  /** Forgets what was typed; also at the end of the program. */
  close(): void {
    for (const token of this.#typed.values()) token.fill(0);
    this.#typed.clear();
  }

  /** A typed token that was refused is not tried again: the next time it is asked for anew. */
  #forgetful<A extends unknown[], C extends Sending<A>>(channels: readonly C[]): readonly C[] {
    return channels.map((channel) =>
      channel.id === 'https'
        ? {
            ...channel,
            send: async (...asked: A) => {
              try {
                return await channel.send(...asked);
              } catch (thrown) {
                const { code, params } = toPenaError(thrown);
                if (code === 'NET_STATUS' && params['status'] === 401) this.close();
                throw thrown;
              }
            },
          }
        : channel,
    );
  }

  /** Null: it is in the keychain, from where its own use takes it; or nobody has it. */
  async #token(plan: ChannelPlan, asking: boolean): Promise<Uint8Array | null> {
    const name = secretNameOf(plan);
    if (name === null) return null;
    const typed = this.#typed.get(name.id);
    if (typed !== undefined || !asking) return typed ?? null;
    const { store, ask } = this.#parts;
    if ((await store.state()).state === 'available') {
      const kept = (await store.list()).some(
        ({ kind, id }) => kind === name.kind && id === name.id,
      );
      if (kept) return null;
    }
    const found = await ask({ what: 'access', server: whereOf(plan), previousWrong: false });
    if (found !== null) this.#typed.set(name.id, found);
    return found;
  }
}

/** Through the proxy of the settings. @param authorities PEM of the only ones taken; null: the system's */
export function httpClient(
  proxy: Awaited<ReturnType<typeof effectiveSettings>>['proxy']['value'],
  authorities: string | null,
): HttpClient {
  return createHttpClient({
    environment: process.env,
    proxy: proxy && { url: proxy.url, ...(proxy.bypass && { bypass: proxy.bypass }) },
    ...(authorities === null ? {} : { extraAuthorities: [authorities], onlyExtra: true }),
  });
}

async function officeOf(): Promise<RegistrationAuthority | null> {
  return (await effectiveSettings()).policy?.registrationAuthority ?? null;
}

function whereOf(plan: ChannelPlan): string {
  if (plan.way === 'package') return plan.folder.slice(-200);
  return plan.way === 'email' ? plan.to : new URL(plan.url).host;
}
