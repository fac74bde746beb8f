// A PIN from the keychain before the person is asked, under the safety rules: not when the token says
// that a try is missing, not a second time, and gone from the keychain before anything else happens when
// the token did not take it. A new one is kept only after the token took it.
import type { ErrorCode } from '../../core/domain/error-code.ts';
import type { PinPrompt, PinRequest } from '../../core/ports/token.ts';
import type { SecretName, SecretNote, SecretStore } from '../../core/ports/secret-store.ts';

export interface StoredPinParts {
  readonly store: SecretStore;
  /** The person, where no stored PIN will do. */
  readonly asking: PinPrompt;
  /** SHA-256 of the certificate, lower-case hexadecimal. */
  readonly certificate: string;
  readonly note: SecretNote;
  /** False: what is kept is left alone, as when a PIN was handed in. */
  readonly use: boolean;
  /** Whether the person wants the PIN that was just typed to be kept. */
  readonly keep: () => boolean;
  /** Told what happened to the keychain, to be said to the person. */
  readonly onEvent: (event: StoredPinEvent, problem: unknown) => void;
}

export type StoredPinEvent = 'used' | 'forgotten' | 'kept' | 'not-kept';

export class StoredPinPrompt implements PinPrompt {
  readonly #parts: StoredPinParts;
  readonly #name: SecretName;
  /** Where the last answer came from. */
  #last: 'store' | 'person' | null = null;
  /** What the person typed, until the token has judged it; null where it is not to be kept. */
  #typed: Uint8Array | null = null;
  #spent = false;

  constructor(parts: StoredPinParts) {
    this.#parts = parts;
    this.#name = { kind: 'pin', id: parts.certificate };
  }

  /** Whether a PIN is kept and may be used. A keychain that is locked or absent has none. */
  async hasPin(): Promise<boolean> {
    const pin = await this.#stored();
    pin?.fill(0);
    return pin !== null;
  }

  async ask(request: PinRequest): Promise<Uint8Array | null> {
    // What is still held here was never judged: the request ended otherwise.
    this.#wipe();
    const { token, pinState, previousWrong } = request;
    if (!token.pinPad && pinState === 'ok' && !previousWrong) {
      const pin = await this.#stored();
      if (pin !== null) {
        this.#last = 'store';
        this.#parts.onEvent('used', null);
        return pin;
      }
    }
    this.#last = 'person';
    const typed = await this.#parts.asking.ask(request);
    if (typed !== null && !token.pinPad && this.#parts.keep()) this.#typed = typed.slice();
    return typed;
  }

  async judged(accepted: boolean, code?: ErrorCode): Promise<void> {
    if (this.#last === 'store' && !accepted) {
      this.#spent = true;
      await this.#forget();
    }
    if (this.#last === 'person') await this.#keepTyped(accepted);
    await this.#parts.asking.judged?.(accepted, code);
  }

  async #stored(): Promise<Uint8Array | null> {
    if (!this.#parts.use || this.#spent) return null;
    // The person can type it: why the keychain gives none is of no importance here.
    return this.#parts.store.get(this.#name).catch(() => null);
  }

  async #forget(): Promise<void> {
    try {
      await this.#parts.store.delete(this.#name);
      this.#parts.onEvent('forgotten', null);
    } catch (thrown) {
      this.#parts.onEvent('forgotten', thrown);
    }
  }

  async #keepTyped(accepted: boolean): Promise<void> {
    const { store, note, onEvent } = this.#parts;
    const typed = this.#typed;
    if (typed === null) return;
    try {
      if (!accepted) return;
      await store.set(this.#name, typed, note);
      onEvent('kept', null);
    } catch (thrown) {
      onEvent('not-kept', thrown);
    } finally {
      this.#wipe();
    }
  }

  #wipe(): void {
    this.#typed?.fill(0);
    this.#typed = null;
  }
}
