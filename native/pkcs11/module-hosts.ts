// The host processes of the modules: for each module one that takes new sessions, started when it is first needed and
// again when it has failed, after the rest that its health asks for.
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { HostClient, type HostOptions } from './host-client.ts';
import { ModuleHealth } from './module-health.ts';
import { TokenError } from './token-error.ts';

interface Host {
  readonly started: Promise<HostClient>;
  /** Null while it starts. */
  client: HostClient | null;
  failed: boolean;
}

export class ModuleHosts {
  /** Of each module, by its path, in the order they were given. */
  readonly health: ReadonlyMap<string, ModuleHealth>;
  readonly #options: HostOptions;
  readonly #hosts = new Map<string, Host>();
  /** All that run, also those that take no new sessions. */
  readonly #clients = new Set<HostClient>();
  #closed = false;

  /** @param now milliseconds */
  constructor(modules: readonly string[], options: HostOptions, now: () => number) {
    this.health = new Map(modules.map((module) => [module, new ModuleHealth(now)]));
    this.#options = options;
  }

  /** @throws {TokenError} TOKEN_MODULE_* */
  of(module: string): Promise<HostClient> {
    if (this.#closed) throw new TokenError('TOKEN_MODULE_CRASHED', { module: basename(module) });
    const known = this.#hosts.get(module);
    if (known !== undefined && !known.failed && known.client?.usable !== false) {
      return known.started;
    }
    const host: Host = { started: this.#start(module), client: null, failed: false };
    this.#hosts.set(module, host);
    host.started.then(
      (client) => (host.client = client),
      () => (host.failed = true),
    );
    return host.started;
  }

  /**
   * Whether the token is there, by a second host, which is nobody else's: the first one may never answer again.
   * @throws {TokenError} TOKEN_MODULE_*
   */
  async scout(module: string, serial: string): Promise<boolean> {
    const client = await HostClient.start(module, this.#options);
    this.#clients.add(client);
    try {
      const { serials } = await client.request('present', {}, client.timeouts.session);
      return serials.includes(serial);
    } finally {
      client.end();
      this.#clients.delete(client);
    }
  }

  /** Ends those that are still at work. */
  endBusy(): void {
    for (const client of this.#clients) if (!client.idle) client.end();
  }

  /** From now on none is started. @returns settles when none is starting any more */
  close(): Promise<unknown> {
    this.#closed = true;
    return Promise.allSettled([...this.#hosts.values()].map(({ started }) => started));
  }

  /** One that is still starting is ended as it sees that all is closed. */
  endAll(): void {
    for (const client of this.#clients) client.end();
  }

  async #start(module: string): Promise<HostClient> {
    const health = this.health.get(module) ?? null;
    const wait = health?.beforeStart() ?? 0;
    if (wait > 0) await delay(wait);
    const client = await HostClient.start(module, this.#options, health);
    for (const one of this.#clients) if (!one.running) this.#clients.delete(one);
    this.#clients.add(client);
    if (this.#closed) client.end();
    return client;
  }
}
