// Main's end of a document host: requests with time-outs, and what a crash or garbage means.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import type { HostChannel } from '../../native/pkcs11/host-process.ts';
import { failureOf, logUnexpected } from '../ipc/failure.ts';
import { OPERATIONS, type AnswerOf, type Operation, type RequestOf } from './document-protocol.ts';
import { fromHost, type FromHost, type HostPhase, type ToHost } from './host-messages.ts';
import type { Outside } from './protocol-shapes.ts';

/** Milliseconds until a host is given up. Signing has none while a person or a token is waited for. */
export const TIMEOUTS: Readonly<Record<Operation, number>> = {
  inspect: 30_000,
  unlock: 30_000,
  view: 120_000,
  'view-bytes': 30_000,
  'view-close': 30_000,
  'look-over': 60_000,
  fields: 30_000,
  places: 30_000,
  preview: 20_000,
  validate: 300_000,
  'signed-end': 30_000,
  'last-signer': 30_000,
  examine: 300_000,
  acknowledger: 300_000,
  report: 120_000,
  /** Between two signs of life. */
  sign: 300_000,
  extend: 300_000,
  'test-stamp': 60_000,
  repair: 300_000,
  prepare: 300_000,
  'batch-review': 120_000,
  'batch-unlock': 120_000,
  'batch-run': 300_000,
};

/** What a signing in the host needs from main. */
export interface SigningSide {
  sign(data: Uint8Array, algorithm: Algorithm, wish: HostPurpose): Promise<Uint8Array>;
  onBatchProgress?(progress: BatchProgress): void;
  onProgress(progress: HostProgress): void;
  /** What a person says; no where nobody is there to say it. */
  decide(question: HostQuestion): Promise<boolean>;
}
interface HostProgress {
  readonly phase: HostPhase;
  readonly done: number;
  readonly total: number;
}
/** What the host says is signed. */
export type HostPurpose = Pick<Extract<FromHost, { kind: 'sign' }>, 'documents' | 'count'>;
export type BatchProgress = Pick<
  Extract<FromHost, { kind: 'batch-progress' }>,
  'done' | 'total' | 'failed'
>;
export type HostQuestion = Pick<Extract<FromHost, { kind: 'question' }>, 'question' | 'problems'>;
type Algorithm = Parameters<SigningKey['sign']>[1];

interface Pending {
  readonly milliseconds: number;
  readonly side: SigningSide | null;
  timer: NodeJS.Timeout | undefined;
  resolve(answer: unknown): void;
  reject(error: PenaError): void;
}

export class DocumentClient {
  readonly #channel: HostChannel;
  readonly #onRefused: (url: string) => void;
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;
  #ended = false;

  /** @param onRefused told the address of an authority that did not take its password */
  constructor(channel: HostChannel, onRefused: (url: string) => void = () => undefined) {
    this.#channel = channel;
    this.#onRefused = onRefused;
    channel.on('message', (message) => this.#receive(message));
    channel.on('exit', () => this.#end('process'));
  }

  get running(): boolean {
    return !this.#ended;
  }

  /**
   * @param side for `sign` only
   * @throws {PenaError} what the host answers; PDF_LIMIT_EXCEEDED where it hung, crashed or babbled
   */
  async request<O extends Operation>(
    operation: O,
    request: RequestOf<O>,
    side: SigningSide | null = null,
    signal?: AbortSignal,
  ): Promise<AnswerOf<O>> {
    const id = this.#nextId++;
    const abort = (): void => this.#send({ kind: 'abort', id });
    signal?.addEventListener('abort', abort);
    try {
      const answer = await new Promise<unknown>((resolve, reject) => {
        if (this.#ended) {
          reject(ended('process'));
          return;
        }
        const milliseconds = TIMEOUTS[operation];
        const pending: Pending = { milliseconds, side, timer: undefined, resolve, reject };
        this.#pending.set(id, pending);
        this.#arm(pending);
        this.#send({ kind: 'request', id, operation, request });
        // The host has a copy of its own by now.
        if ('outside' in request) wipePasswords(request.outside);
      });
      return this.#parsed(operation, answer);
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /** Kills the host; what is under way fails. */
  end(): void {
    this.#end('process');
  }

  #parsed<O extends Operation>(operation: O, answer: unknown): AnswerOf<O> {
    const parsed = OPERATIONS[operation].answer.safeParse(answer);
    // The table gives each operation its own answer; TypeScript does not follow the index that far.
    if (parsed.success) return parsed.data as AnswerOf<O>;
    this.#end('process');
    throw ended('process');
  }

  #receive(message: unknown): void {
    const parsed = fromHost.safeParse(message);
    const pending = parsed.success ? this.#pending.get(parsed.data.id) : undefined;
    if (!parsed.success || pending === undefined) {
      this.#end('process');
      return;
    }
    this.#hear(parsed.data, pending);
  }

  #hear(told: FromHost, pending: Pending): void {
    clearTimeout(pending.timer);
    switch (told.kind) {
      case 'answer':
        this.#pending.delete(told.id);
        pending.resolve(told.answer);
        return;
      case 'problem':
        this.#pending.delete(told.id);
        pending.reject(new PenaError(told.problem.code, told.problem.params));
        return;
      case 'progress': {
        const { phase, done, total } = told;
        this.#arm(pending);
        pending.side?.onProgress({ phase, done, total });
        return;
      }
      case 'sign':
        this.#signFor(told, pending);
        return;
      case 'batch-progress': {
        const { done, total, failed } = told;
        this.#arm(pending);
        pending.side?.onBatchProgress?.({ done, total, failed });
        return;
      }
      case 'credential-refused':
        this.#arm(pending);
        this.#onRefused(told.url);
        return;
      case 'question':
        this.#decideFor(told, pending);
        return;
    }
  }

  #signFor(told: FromHost & { kind: 'sign' }, pending: Pending): void {
    const { id, data, algorithm, documents, count } = told;
    const { side } = pending;
    if (side === null) {
      this.#end('process');
      return;
    }
    side
      .sign(data, algorithm, { documents, count })
      .then(
        (signature) => this.#send({ kind: 'signed', id, signature, problem: null }),
        (thrown: unknown) =>
          this.#send({ kind: 'signed', id, signature: null, problem: failureOf(thrown) }),
      )
      .finally(() => this.#arm(pending));
  }

  #decideFor({ id, question, problems }: FromHost & { kind: 'question' }, pending: Pending): void {
    const { side } = pending;
    if (side === null) {
      this.#end('process');
      return;
    }
    void side
      .decide({ question, problems })
      // What cannot be noted in the journal is not done.
      .catch((thrown: unknown) => {
        logUnexpected('decision', thrown);
        return false;
      })
      .then((accept) => this.#send({ kind: 'decided', id, accept }))
      .finally(() => this.#arm(pending));
  }

  #arm(pending: Pending): void {
    clearTimeout(pending.timer);
    pending.timer = setTimeout(() => this.#end('time'), pending.milliseconds);
  }

  #send(message: ToHost): void {
    if (!this.#ended) this.#channel.postMessage(message);
  }

  #end(limit: 'time' | 'process'): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#channel.kill();
    for (const pending of this.#pending.values()) {
      clearTimeout(pending.timer);
      pending.reject(ended(limit));
    }
    this.#pending.clear();
  }
}

function ended(limit: 'time' | 'process'): PenaError {
  return new PenaError('PDF_LIMIT_EXCEEDED', { limit });
}

function wipePasswords({ authorities }: Outside): void {
  for (const { credential } of authorities) credential?.password.fill(0);
}
