// Asks for the PIN in a window of its own and hands it on as bytes; nothing else in main sees it.
import type { PinDescription } from '../../core/contract/pin.ts';
import type { Settings } from '../../core/contract/settings.ts';
import type { PinPrompt, PinRequest } from '../../core/ports/token.ts';
import type { SecretStore } from '../../core/ports/secret-store.ts';
import type { TokenService } from '../../native/pkcs11/token-service.ts';
import { watchToken } from './token-watch.ts';

/** The PIN window while it is open. */
export interface PinWindow {
  close(): void;
}

/** What the PIN window may do, once. */
export interface PinAnswers {
  /** The mark is the window's, and nobody's here. */
  readonly description: Omit<PinDescription, 'mark'>;
  /** The PIN's bytes are whoever's waits for them from then on. */
  readonly submit: (pin: Uint8Array, keep: boolean) => void;
  /** Also when the window was closed in any other way. */
  readonly cancel: () => void;
}

export interface PinDeskOptions {
  readonly tokens: Pick<TokenService, 'onChange'>;
  readonly language: () => Settings['language'];
  readonly openWindow: (answers: PinAnswers) => PinWindow;
  /** Only looked at: whether a PIN could be kept there. */
  readonly store: Pick<SecretStore, 'state'>;
  readonly signal: AbortSignal;
  /** Told true when the PIN is waited for, false when it is there. */
  readonly onWaiting: (waiting: boolean) => void;
}

export class PinDesk implements PinPrompt {
  readonly #options: PinDeskOptions;
  /** Whether the person who typed last wants the PIN to be kept. */
  wantsToKeep = false;

  constructor(options: PinDeskOptions) {
    this.#options = options;
  }

  /** @throws {PenaError} TOKEN_REMOVED when the token goes while its PIN is asked for */
  async ask(request: PinRequest): Promise<Uint8Array | null> {
    const { tokens, openWindow, language, signal, onWaiting, store } = this.#options;
    if (signal.aborted) return null;
    onWaiting(true);
    this.wantsToKeep = false;
    const mayKeep = !request.token.pinPad && (await canKeep(store));
    let window: PinWindow | null = null;
    let stopWatching: () => void = () => undefined;
    try {
      const pin = await new Promise<Uint8Array | null>((resolve, reject) => {
        const cancel = (): void => resolve(null);
        const description = { ...describe(request, language()), mayKeep };
        const submit = (pin: Uint8Array, keep: boolean): void => {
          this.wantsToKeep = keep;
          resolve(pin);
        };
        if (signal.aborted) cancel();
        else window = openWindow({ description, submit, cancel });
        stopWatching = watchToken(tokens, request.token, reject);
        signal.addEventListener('abort', cancel, { once: true });
      });
      if (pin !== null) onWaiting(false);
      return pin;
    } finally {
      stopWatching();
      closeIfOpen(window);
    }
  }
}

function closeIfOpen(window: PinWindow | null): void {
  window?.close();
}

/** A keychain that cannot even say how it stands keeps nothing. */
function canKeep(store: PinDeskOptions['store']): Promise<boolean> {
  return store.state().then(
    ({ state }) => state === 'available',
    () => false,
  );
}

function describe(
  request: PinRequest,
  language: Settings['language'],
): Omit<PinDescription, 'mayKeep' | 'mark'> {
  const { token, certificateName, purpose, pinState, previousWrong } = request;
  return {
    language,
    tokenLabel: token.label.slice(0, 200),
    tokenSerial: token.serial.slice(0, 200),
    certificateName: certificateName.slice(0, 200),
    errand: purpose.errand ?? null,
    documents: purpose.documents
      .slice(0, 100)
      .map(({ name, sha256 }) => ({ name: name.slice(0, 255), sha256 })),
    count: purpose.count ?? purpose.documents.length,
    sealed: purpose.sealed ?? null,
    pinPad: token.pinPad,
    pinState,
    previousWrong,
  };
}
