// One thing after the other: a PKCS#11 session does one operation at a time (v2.40, 5.6), and a person
// answers one question at a time.

export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` when everything queued before has ended, well or badly. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
