// One key for a whole batch: its signatures in their order, while the next documents are being read; and
// after the first trouble with the key, none any more.
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
  /** Asked for, and not there yet. */
  #signing = 0;
  #left: () => void = () => undefined;
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
    const { certificate, chain, verifies = false } = this.#key;
    return {
      ...{ certificate, chain, verifies },
      sign: (data, algorithm, purpose) => {
        const begun = this.#inTurn(async () => {
          await this.#room();
          const shown = await look(purpose);
          // A login that has ended meanwhile: the next one, or the next PIN, is this one's alone to ask for.
          await this.#room();
          this.refuseStopped();
          return { signature: this.#sign(data, algorithm, shown) };
        });
        return begun.then(({ signature }) => signature).finally(signed);
      },
    };
  }

  async #sign(
    data: Uint8Array,
    algorithm: SignatureAlgorithm,
    purpose: SigningPurpose,
  ): Promise<Uint8Array> {
    this.#signing += 1;
    try {
      return await this.#key.sign(data, algorithm, purpose);
    } catch (thrown) {
      // Whatever it is: the next document would meet it too, and might cost a try of the PIN.
      this.stop(toPenaError(thrown));
      throw thrown;
    } finally {
      this.#signing -= 1;
      this.#left();
    }
  }

  /** Until the key takes one more. Only the one whose turn it is waits here. */
  async #room(): Promise<void> {
    while (this.#signing > 0 && this.#signing >= (this.#key.atOnce ?? 1)) {
      await new Promise<void>((resolve) => {
        this.#left = resolve;
      });
    }
  }

  /** Its turn ends when the key has been asked. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(work);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}
