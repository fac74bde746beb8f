// The tokens of this computer: one host process a module, one connection a token.
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { ModuleState } from '../../core/domain/module-state.ts';
import type { PinPrompt, SigningKey, TokenInfo } from '../../core/ports/token.ts';
import { issuersOf } from './certificate-chain.ts';
import { chosenCertificate, type TokenChoice } from './chosen-certificate.ts';
import type { HostClient, Timeouts } from './host-client.ts';
import { nodeForkHost, type ForkHost } from './host-process.ts';
import type { AnswerOf, ListedToken } from './protocol.ts';
import { ModuleHosts } from './module-hosts.ts';
import { type ListResult, OverdueLists } from './overdue-lists.ts';
import { TokenConnection } from './token-connection.ts';
import { TokenKey } from './token-key.ts';
import { TokenWatch, type TokenListener } from './token-watch.ts';

export interface TokenServiceOptions {
  /** Paths of the PKCS#11 modules to load, in the order tokens are to be listed. */
  readonly modules: readonly string[];
  /** The host's main file; the built one by default. */
  readonly hostEntry?: string;
  /** How to start a host; a child process of Node by default. */
  readonly fork?: ForkHost;
  readonly timeouts?: Partial<Timeouts>;
  /** Bytes in memory above which a module's host is ended. */
  readonly memory?: number;
  /** Milliseconds, for how long a failing module is left alone; Date.now by default. */
  readonly now?: () => number;
  /** Further variables for the hosts' environment. Only for the default `fork`. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A module's health mark. */
export interface ModuleReport {
  /** Path. */
  readonly module: string;
  readonly state: ModuleState;
  /** What went wrong last; null where nothing did. */
  readonly error: PenaError | null;
  /** Until when it is left alone after repeated failures; null where it is not. */
  readonly restUntil: Date | null;
}

/** How long a token gets to log out before its host is ended all the same, in milliseconds. */
const FAREWELL = 2_000;

export class TokenService {
  readonly #modules: readonly string[];
  readonly #hosts: ModuleHosts;
  readonly #connections = new Map<string, TokenConnection>();
  readonly #watch: TokenWatch;
  readonly #overdue = new OverdueLists();
  /** Of each module, when it last answered. */
  readonly #listed = new Map<string, TokenInfo[]>();

  constructor({ modules, env, now = Date.now, ...hostOptions }: TokenServiceOptions) {
    this.#modules = [...new Set(modules)];
    this.#watch = new TokenWatch(this.#modules, (module) => this.#present(module));
    this.#hosts = new ModuleHosts(this.#modules, { fork: nodeForkHost(env), ...hostOptions }, now);
  }

  /**
   * All tokens and certificates that show without a login. A module that fails is a problem, not the end.
   * @param patience milliseconds after which nobody waits for a module: it is `waiting` then (`health`), stands
   *   in the list as it did before, and whoever asked for it is told (`onLate`) when its answer is there. Absent:
   *   all are waited for.
   */
  async list(patience?: number): Promise<{ tokens: TokenInfo[]; problems: PenaError[] }> {
    const tokens: TokenInfo[] = [];
    const problems: PenaError[] = [];
    const listed = await Promise.all(
      this.#modules.map((module) => this.#listInTime(module, patience)),
    );
    for (const [index, result] of listed.entries()) {
      const module = this.#modules[index] ?? '';
      if (result === null) {
        tokens.push(...(this.#listed.get(module) ?? []));
        continue;
      }
      if (result.status === 'rejected') {
        this.#listed.delete(module);
        problems.push(toPenaError(result.reason));
        continue;
      }
      const found = result.value.tokens.map((token) => tokenInfo(module, token));
      this.#listed.set(module, found);
      tokens.push(...found);
      for (const { code, params } of result.value.problems) {
        const problem = new PenaError(code, { ...params, module: basename(module) });
        this.#hosts.health.get(module)?.failed('list', problem);
        problems.push(problem);
      }
    }
    return { tokens, problems };
  }

  /**
   * The serial numbers of the tokens that are there now, by module path. Modules that are at work for
   * somebody, or fail, are left out: nothing is known of their tokens at this moment.
   */
  async present(): Promise<Map<string, readonly string[]>> {
    const asked = this.#modules.map(async (module) => {
      const serials = await this.#present(module);
      return serials === null ? null : ([module, serials] as const);
    });
    const answers = await Promise.allSettled(asked);
    return new Map(
      answers.flatMap((answer) =>
        answer.status === 'fulfilled' && answer.value !== null ? [answer.value] : [],
      ),
    );
  }

  /**
   * Calls `listener` within 3 s of a token's coming or going.
   * @returns ends it
   */
  onChange(listener: TokenListener): () => void {
    return this.#watch.subscribe(listener);
  }

  /**
   * Calls `listener` when a module that `list` did not wait for has answered, or failed: `list` knows it then.
   * @returns ends it
   */
  onLate(listener: () => void): () => void {
    return this.#overdue.subscribe(listener);
  }

  /** How each module has behaved so far, in the order they were given. Asks nobody. */
  health(): ModuleReport[] {
    return [...this.#hosts.health].map(([module, { state, error, restUntil }]) => {
      const waiting = this.#overdue.waiting(module) !== null;
      return {
        ...(waiting ? { module, state: 'waiting', error: null } : { module, state, error }),
        restUntil: restUntil === null ? null : new Date(restUntil),
      };
    });
  }

  /**
   * A key to sign with. Nothing is asked yet: the PIN is, at its first use.
   * @throws {PenaError} TOKEN_NONE, TOKEN_AMBIGUOUS, CERT_NOT_FOUND, CERT_AMBIGUOUS,
   *   CERT_KEY_MISSING, TOKEN_MODULE_*
   */
  async signingKey(choice: TokenChoice, prompt: PinPrompt): Promise<SigningKey> {
    const { tokens } = await this.#list(choice.module);
    const { token, found } = chosenCertificate(tokens, choice);
    const others = token.certificates.map(({ certificate }) => certificate);
    return new TokenKey({
      connection: this.#connection(choice.module, token),
      id: found.id,
      certificate: found.certificate,
      chain: issuersOf(found.certificate, others),
      prompt,
      tokenLabel: token.label,
    });
  }

  /** Ends every login; the next signature asks for the PIN. For the end of a batch. */
  async logOut(): Promise<void> {
    await Promise.all([...this.#connections.values()].map((connection) => connection.logOut()));
  }

  /**
   * As `logOut`, at the end of what a person does or has cancelled: a host that is still at work after a
   * while is ended, and with it the login.
   */
  async leave(): Promise<void> {
    const late = delay(FAREWELL, true, { ref: false });
    if (!(await Promise.race([this.logOut().then(() => false), late]))) return;
    this.#hosts.endBusy();
  }

  /** The module's host with every login ended: for pin-life.ts, as no officer may log in beside a user. */
  async quietHost(module: string): Promise<HostClient> {
    await this.logOut();
    return this.#hosts.of(module);
  }

  /** Ends all logins and hosts. What is still under way then fails with TOKEN_MODULE_CRASHED. */
  async close(): Promise<void> {
    this.#watch.end();
    const farewell = new Promise((resolve) => setTimeout(resolve, FAREWELL).unref());
    await Promise.race([Promise.allSettled([this.#hosts.close(), this.logOut()]), farewell]);
    this.#hosts.endAll();
  }

  async #present(module: string): Promise<readonly string[] | null> {
    const client = await this.#hosts.of(module);
    if (!client.idle) return null;
    return (await client.request('present', {}, client.timeouts.session)).serials;
  }

  /** Null where it is waited for no longer. */
  async #listInTime(module: string, patience: number | undefined): Promise<ListResult | null> {
    const late = this.#overdue.take(module);
    if (late !== null) return late;
    const overdue = this.#overdue.waiting(module);
    if (overdue !== null) return patience === undefined ? overdue : null;
    const coming = Promise.allSettled([this.#list(module)]).then(([result]) => result);
    if (patience === undefined) return coming;
    const first = await Promise.race([coming, delay(patience, null, { ref: false })]);
    if (first === null) this.#overdue.add(module, coming);
    return first;
  }

  async #list(module: string): Promise<AnswerOf<'list'>> {
    const client = await this.#hosts.of(module);
    const answer = await client.request('list', {}, client.timeouts.list);
    // SoftHSM goes on listing a token that is gone, until it is initialised again.
    if (answer.problems.length > 0) client.retire();
    return answer;
  }

  #connection(module: string, token: ListedToken): TokenConnection {
    const key = JSON.stringify([module, token.serial, token.label]);
    const connection =
      this.#connections.get(key) ??
      new TokenConnection({
        ...{ token, connect: () => this.#hosts.of(module) },
        stillThere: () => this.#hosts.scout(module, token.serial),
      });
    this.#connections.set(key, connection);
    return connection;
  }
}

function tokenInfo(module: string, { loginRequired, ...token }: ListedToken): TokenInfo {
  return { module, ...token };
}
