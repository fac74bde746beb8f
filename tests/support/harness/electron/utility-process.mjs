// Electron's utilityProcess over child_process.fork: the same line, the same end.
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';

const port = new URL('./utility-port.mjs', import.meta.url).href;

class UtilityProcess extends EventEmitter {
  #child;
  /** @param {string} entry @param {string[]} args @param {any} options */
  constructor(entry, args, { env, execArgv = [] }) {
    super();
    this.#child = fork(entry, args, {
      env,
      execArgv: [...execArgv, '--import', port],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code));
    this.#child.on('error', () => this.emit('exit', 1));
  }
  get pid() {
    const { exitCode, signalCode, pid } = this.#child;
    return exitCode === null && signalCode === null ? pid : undefined;
  }
  postMessage(/** @type {any} */ message) {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }
  kill() {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (/** @type {string} */ entry, /** @type {string[]} */ args, /** @type {any} */ options) =>
    new UtilityProcess(entry, args, options),
};
