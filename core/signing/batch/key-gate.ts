// One key for a whole batch: its signatures one after the other, while the next documents are being read;
// and after the first trouble with the key, none any more.
import { PenaError, toPenaError } from '../../domain/pena-error.ts';
import type { SignatureAlgorithm } from '../../domain/signature-algorithm.ts';
import type { SigningKey, SigningPurpose } from '../../ports/token.ts';

/** What a document gets whose turn did not come. */
export class BatchStopped extends PenaError<'CANCELLED'> {
  override readonly name = 'BatchStopped';
}

export class KeyGate {
  readonly #key: SigningKey;
  #tail: Promise<unknown> = Promise.resolve();
  #stopped: PenaError | null = null;

  constructor(key: SigningKey) {
    this.#key = key;
  }

  /** Why no signature is made any more; null while they are. */
  get stopped(): PenaError | null {
    return this.#stopped;
  }

  /** @throws {BatchStopped} where no signature is made any more */
  refuseStopped(): void {
    if (this.#stopped !== null) throw new BatchStopped('CANCELLED');
  }

  /** The signature under way is waited for; no other one is begun. */
  stop(reason: PenaError): void {
    this.#stopped ??= reason;
  }

  /**
   * The key as one document gets it.
   * @param look what is to be signed, at the last moment: throws where it is not what was reviewed;
   *   returns what the person is shown
   * @param signed called when the key has done its part
   */
  keyFor(
    look: (purpose: SigningPurpose) => Promise<SigningPurpose>,
    signed: () => void,
  ): SigningKey {
    const { certificate, chain } = this.#key;
    return {
      ...{ certificate, chain },
      sign: (data, algorithm, purpose) =>
        this.#queued(async () => this.#sign(data, algorithm, await look(purpose))).finally(signed),
    };
  }

  async #sign(
    data: Uint8Array,
    algorithm: SignatureAlgorithm,
    purpose: SigningPurpose,
  ): Promise<Uint8Array> {
    this.refuseStopped();
    try {
      return await this.#key.sign(data, algorithm, purpose);
    } catch (thrown) {
      // Whatever it is: the next document would meet it too, and might cost a try of the PIN.
      this.stop(toPenaError(thrown));
      throw thrown;
    }
  }

  #queued<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(work);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}
