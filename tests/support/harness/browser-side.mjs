// The side that has the browser: opens a page for every window of the program, runs the real preload in
// it, and carries calls, events and files between the page and the program.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fromBrowser, toBrowser } from './addresses.mjs';
import { Line } from './line.mjs';
import { withStandIn } from './with-stand-in.mjs';
import { BINDING, preloadScript } from './page-side.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const underPolicy = fileURLToPath(new URL('./under-policy.sh', import.meta.url));

/**
 * @typedef {{ window: number, host: string, page: import('@playwright/test').Page, open: boolean }} Shown
 * @typedef {{ host: string, way: 'call' | 'answer' | 'event', content: unknown }} Traffic
 * @typedef {{ browser: import('@playwright/test').Browser, env: NodeJS.ProcessEnv, userData: string,
 *   context?: import('@playwright/test').BrowserContextOptions,
 *   ask?: (kind: 'open' | 'save', options: any) => Promise<any> }} Options
 *   ask: stands in for the system's file dialogs; without it, every dialog is closed without a choice
 */

export class BrowserSide {
  /** What the program printed. */
  output = '';
  /** Every call, answer and event, of every window. @type {Traffic[]} */
  traffic = [];
  /** Addresses outside the program that a page asked for; none of them was reached. @type {string[]} */
  refusedRequests = [];
  /** Complaints of the pages: violated policies, errors. @type {string[]} */
  complaints = [];
  #options;
  /** @type {import('node:child_process').ChildProcess} */
  #child = /** @type {any} */ (null);
  /** @type {Line} */
  #line = /** @type {any} */ (null);
  #closing = false;
  /** @type {(code: number | null) => void} */
  #ended = () => undefined;
  /** @type {Map<string, Promise<import('@playwright/test').BrowserContext>>} */
  #contexts = new Map();
  /** @type {Map<number, Shown>} */
  #shown = new Map();
  /** @type {((shown: Shown) => void)[]} */
  #listeners = [];

  /** @param {Options} options */
  constructor(options) {
    this.#options = options;
    const { env, userData } = options;
    const program = withStandIn(`${root}out/programs/window.js`);
    this.exited = new Promise((resolve) => (this.#ended = resolve));
    this.#start([program, `--user-data-dir=${userData}`], env);
  }

  /**
   * @param {string[]} args the program and what it is told
   * @param {NodeJS.ProcessEnv} env
   */
  #start([program = '', ...args], env) {
    const options = this.#options;
    const child = fork(program, args, {
      cwd: root,
      env: { ...env, PENA_TEST_NODE: process.execPath },
      execArgv: [],
      ...(env['PENA_TEST_POLICY'] === undefined ? {} : { execPath: underPolicy }),
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (/** @type {Buffer} */ data) => (this.output += data.toString()));
    }
    const line = new Line(child);
    this.#line = line;
    /** @type {{ args: string[], env: NodeJS.ProcessEnv }[]} */
    const wishes = [];
    line.on('relaunch', (wish) => {
      wishes.push(wish);
    });
    child.once('exit', (code) => {
      line.end();
      const again = wishes.at(-1);
      if (again === undefined || this.#closing) this.#ended(code);
      else void this.#startAgain(again);
    });
    this.#line.on('window.load', (wish) => this.#load(wish));
    this.#line.on('window.send', ({ window, channel, args }) => this.#send(window, channel, args));
    this.#line.on('window.close', ({ window }) => this.#close(window));
    this.#line.on('dialog', ({ kind, options: asked }) => options.ask?.(kind, asked) ?? null);
  }

  /** @param {{ args: string[], env: NodeJS.ProcessEnv }} wish what the program asked for before it ended */
  async #startAgain({ args, env }) {
    for (const { window } of this.windows) await this.#close(window);
    // Their pages were served by the process that is gone.
    for (const context of this.#contexts.values()) await (await context).close();
    this.#contexts.clear();
    this.#start(args, env);
  }

  /** The pages that are open now, first opened first. */
  get windows() {
    return [...this.#shown.values()].filter(({ open }) => open);
  }

  /**
   * The first window of that host that is open, or will be.
   * @param {string} host
   * @returns {Promise<import('@playwright/test').Page>}
   */
  window(host) {
    const open = this.windows.find((shown) => shown.host === host);
    if (open !== undefined) return Promise.resolve(open.page);
    return new Promise((resolve, reject) => {
      this.#listeners.push((shown) => {
        if (shown.host === host) resolve(shown.page);
      });
      void this.exited.then(() => reject(new Error(`the program has ended:\n${this.output}`)));
    });
  }

  /**
   * Runs a function in the program's main process, as Playwright's ElectronApplication.evaluate does.
   * @param {string} source @param {unknown} argument
   */
  evaluate(source, argument) {
    return this.#line.ask('evaluate', { source, argument });
  }

  /**
   * Sends whatever a taken-over page could, past the preload.
   * @param {string} host @param {{ url: string, isMain: boolean } | null} frame @param {string} channel
   * @param {unknown[]} args
   */
  async invokeAs(host, frame, channel, args) {
    const shown = this.windows.find((candidate) => candidate.host === host);
    return this.#line.ask('invoke', { window: shown?.window, frame, channel, args });
  }

  async close() {
    this.#closing = true;
    // One that has ended by itself answers no more.
    if (this.#child.exitCode === null) {
      await this.#line.ask('quit', {}).catch(() => undefined);
    }
    const late = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
    await this.exited;
    clearTimeout(late);
    for (const context of this.#contexts.values()) await (await context).close();
  }

  /** @param {{ window: number, partition: string, preload: string, url: string, size: any }} wish */
  async #load({ window, partition, preload, url, size }) {
    const context = await this.#context(partition);
    const page = await context.newPage();
    const host = new URL(url).host;
    const shown = { window, host, page, open: true };
    this.#shown.set(window, shown);
    await page.setViewportSize(size);
    page.on('close', () => this.#closed(shown));
    page.on('pageerror', (error) => this.complaints.push(`${host}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${host}: ${message.text()}`);
    });
    await page.exposeBinding(BINDING, async ({ frame }, channel, args) => {
      const from = { url: fromBrowser(frame.url()), isMain: frame === page.mainFrame() };
      this.traffic.push({ host, way: 'call', content: [channel, args] });
      const answer = await this.#line
        .ask('invoke', { window, frame: from, channel, args })
        .then((value) => ({ value }))
        .catch((thrown) => ({ error: String(thrown) }));
      this.traffic.push({ host, way: 'answer', content: answer });
      return answer;
    });
    await page.addInitScript(preloadScript(readFileSync(preload, 'utf8')));
    await page.goto(toBrowser(url));
    // As a window that is shown: keys sent to a page behind another one may wait for ever.
    await page.bringToFront();
    for (const listener of this.#listeners) listener(shown);
  }

  /** @param {string} partition */
  #context(partition) {
    const known = this.#contexts.get(partition);
    if (known !== undefined) return known;
    const made = this.#newContext(partition);
    this.#contexts.set(partition, made);
    return made;
  }

  /** @param {string} partition */
  async #newContext(partition) {
    const context = await this.#options.browser.newContext(this.#options.context ?? {});
    await context.route('**/*', (route) => this.#route(partition, route));
    // Pages that nobody asked for: window.open and links with a target.
    context.on('page', async (page) => {
      const opener = await page.opener();
      const shown = this.windows.find((candidate) => candidate.page === opener);
      if (shown === undefined) return;
      await this.#line.ask('window.open', { window: shown.window, url: fromBrowser(page.url()) });
      await page.close();
    });
    return context;
  }

  /** @param {string} partition @param {import('@playwright/test').Route} route */
  async #route(partition, route) {
    const request = route.request();
    const url = fromBrowser(request.url());
    try {
      if (await this.#navigationIsPrevented(request, url)) {
        await route.abort('aborted');
        return;
      }
      const answer = await this.#line.ask('fetch', {
        ...{ partition, url, method: request.method(), headers: request.headers() },
      });
      if (answer === null) {
        this.refusedRequests.push(url);
        await route.abort('blockedbyclient');
        return;
      }
      const { status, headers, body } = answer;
      await route.fulfill({ status, headers, body: Buffer.from(body) });
    } catch {
      // The page or the program is going away.
      await route.abort('failed').catch(() => undefined);
    }
  }

  /** @param {import('@playwright/test').Request} request @param {string} url */
  async #navigationIsPrevented(request, url) {
    if (!request.isNavigationRequest()) return false;
    const frame = request.frame();
    const shown = this.windows.find(({ page }) => page === frame.page());
    // The first address of a window is the program's own wish.
    if (shown === undefined || shown.page.url() === 'about:blank') return false;
    const isMain = frame === shown.page.mainFrame();
    return this.#line.ask('will-navigate', { window: shown.window, url, isMain });
  }

  /** @param {number} window @param {string} channel @param {unknown[]} args */
  async #send(window, channel, args) {
    const shown = this.#shown.get(window);
    if (shown?.open !== true) return;
    this.traffic.push({ host: shown.host, way: 'event', content: [channel, args] });
    await shown.page
      .evaluate(
        ([c, a]) => /** @type {any} */ (globalThis).__pena_harness_hear(c, a),
        [channel, args],
      )
      .catch(() => undefined);
  }

  /** @param {number} window */
  async #close(window) {
    const shown = this.#shown.get(window);
    if (shown?.open !== true) return;
    shown.open = false;
    await shown.page.close();
  }

  /** @param {Shown} shown */
  #closed(shown) {
    shown.open = false;
    void this.#line.ask('window.closed', { window: shown.window }).catch(() => undefined);
  }
}
