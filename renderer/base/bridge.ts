// The only way out of the page: what the preload puts on `window` (core/contract).
import type {
  CallName,
  EventName,
  PayloadOf,
  RequestOf,
  ResponseOf,
} from '../../core/contract/entry.ts';
import type { OpenedDocument } from '../../core/contract/document.ts';
import type { ShownRequest, TakenAnswer } from '../../core/contract/acknowledge.ts';
import type { DroppedPackage } from '../../core/contract/dropped.ts';
import type { CaseHandle, Meant } from '../../core/contract/lost-key.ts';
import type { FileList } from '../../core/contract/many.ts';
import type { MainContract } from '../../core/contract/main-window.ts';
import type { passwordContract } from '../../core/contract/password.ts';
import type { pinContract } from '../../core/contract/pin.ts';
import type { secretContract } from '../../core/contract/secret-window.ts';
import type { Envelope } from '../../core/contract/shapes.ts';

type PinContract = typeof pinContract;
type SecretContract = typeof secretContract;

/** What the main window's preload exposes. Calls never reject: failures come in the envelope. */
export interface MainBridge {
  call<N extends CallName<MainContract>>(
    name: N,
    request: RequestOf<MainContract[N]>,
  ): Promise<Envelope<ResponseOf<MainContract[N]>>>;
  /** Returns the function that stops listening. */
  on<N extends EventName<MainContract>>(
    name: N,
    listener: (payload: PayloadOf<MainContract[N]>) => void,
  ): () => void;
  /** Opens a file that was dropped on the window. */
  openDropped(file: File): Promise<Envelope<OpenedDocument>>;
  /** Lists files and folders that were dropped on the window, to be checked one by one. */
  listDropped(files: readonly File[]): Promise<Envelope<FileList>>;
  /** Opens a superior's request that was dropped on the window. */
  openDroppedRequest(file: File): Promise<Envelope<ShownRequest>>;
  /** Takes the superior's answer in that was dropped on a report's papers. */
  takeDroppedAnswer(file: File, report: CaseHandle): Promise<Envelope<TakenAnswer>>;
  /** The certificate that a dropped file names; blocks it. */
  chooseDropped(file: File): Promise<Envelope<Meant>>;
  /** Takes a package in at the registration authority's desk that was dropped on the window. */
  takeDroppedPackage(file: File): Promise<Envelope<DroppedPackage>>;
}

/** What the PIN window's preload exposes: another contract, another window. */
export interface PinBridge {
  call<N extends CallName<PinContract>>(
    name: N,
    request: RequestOf<PinContract[N]>,
  ): Promise<Envelope<ResponseOf<PinContract[N]>>>;
}

/** What the preload of the window for secrets exposes. */
export interface SecretBridge {
  call<N extends CallName<SecretContract>>(
    name: N,
    request: RequestOf<SecretContract[N]>,
  ): Promise<Envelope<ResponseOf<SecretContract[N]>>>;
}

type PasswordContract = typeof passwordContract;

/** What the password window's preload exposes. */
export interface PasswordBridge {
  call<N extends CallName<PasswordContract>>(
    name: N,
    request: RequestOf<PasswordContract[N]>,
  ): Promise<Envelope<ResponseOf<PasswordContract[N]>>>;
}

declare global {
  interface Window {
    readonly penaPassword: PasswordBridge;
    readonly pena: MainBridge;
    readonly penaPin: PinBridge;
    readonly penaSecret: SecretBridge;
  }
}

/** The main window's way out. */
export const pena = (): MainBridge => window.pena;
/** The PIN window's way out. */
export const penaPin = (): PinBridge => window.penaPin;
/** The way out of the window for secrets. */
export const penaSecret = (): SecretBridge => window.penaSecret;
/** The password window's way out. */
export const penaPassword = (): PasswordBridge => window.penaPassword;
