// Questions and answers between the stand-in for Electron (a child process) and the side that drives the
// browser (its parent), over child_process.fork's channel.

/** @typedef {(payload: any) => unknown} Answerer */

export class Line {
  #port;
  #nextId = 0;
  /** @type {Map<number, { resolve(value: any): void, reject(error: Error): void }>} */
  #asked = new Map();
  /** @type {Map<string, Answerer>} */
  #answerers = new Map();

  /** @param {NodeJS.Process | import('node:child_process').ChildProcess} port */
  constructor(port) {
    this.#port = port;
    port.on('message', (/** @type {any} */ message) => void this.#receive(message));
  }

  /**
   * Who answers questions of that name.
   * @param {string} name @param {Answerer} answerer
   */
  on(name, answerer) {
    this.#answerers.set(name, answerer);
  }

  /**
   * @param {string} name @param {unknown} payload
   * @returns {Promise<any>} rejects with the message of what was thrown at the other end
   */
  ask(name, payload) {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#send({ id, name, payload });
    });
  }

  /** The other end is gone: nothing is answered any more. */
  end() {
    for (const { reject } of this.#asked.values()) reject(new Error('the other side has ended'));
    this.#asked.clear();
  }

  /** @param {any} message */
  async #receive({ id, name, payload, value, error }) {
    if (name === undefined) {
      const asked = this.#asked.get(id);
      this.#asked.delete(id);
      if (error === undefined) asked?.resolve(value);
      else asked?.reject(new Error(error));
      return;
    }
    try {
      const answerer = this.#answerers.get(name);
      if (answerer === undefined) throw new Error(`nobody answers ${name}`);
      this.#send({ id, value: await answerer(payload) });
    } catch (thrown) {
      this.#send({ id, error: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  }

  /** @param {object} message */
  #send(message) {
    if (this.#port.connected) this.#port.send?.(message, undefined, undefined, () => undefined);
  }
}
