// One thing after the other: a PKCS#11 session does one operation at a time (v2.40, 5.6), a person answers one
// question at a time, and what is read, changed and written again is not read by another meanwhile.

export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();
  #under = 0;

  /** Whether nothing is queued or running. */
  get idle(): boolean {
    return this.#under === 0;
  }

  /** Runs `work` when everything queued before has ended, well or badly. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.#under += 1;
    const result = this.#last.then(work).finally(() => {
      this.#under -= 1;
    });
    this.#last = result.catch(() => undefined);
    return result;
  }
}
