// What of a signing in a document host is main's: the key, and the person who decides. Each value to sign
// and each question travels there and back.
import type { PenaError } from '../../core/domain/pena-error.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import type { SigningDecisions } from '../../core/signing/request.ts';
import { failureOf } from '../ipc/failure.ts';
import type { HostQuestion } from './document-client.ts';
import { type FromHost, SHOWN_DOCUMENTS } from './host-messages.ts';

interface Waiting {
  resolve(signature: Uint8Array): void;
  reject(error: PenaError): void;
}

const MAX_PROBLEMS = 50;

export class HostLine {
  readonly id: number;
  readonly say: (message: FromHost) => void;
  readonly #stop = new AbortController();
  #waiting: Waiting | null = null;
  #deciding: ((accept: boolean) => void) | null = null;
  /** Questions of several documents at once are asked one after the other. */
  #tail: Promise<unknown> = Promise.resolve();

  constructor(id: number, say: (message: FromHost) => void) {
    this.id = id;
    this.say = say;
  }

  /** A time-stamp authority did not take its password. */
  readonly onRefused = (url: string): void =>
    this.say({ kind: 'credential-refused', id: this.id, url });

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  abort(): void {
    this.#stop.abort();
    this.decided(false);
  }

  accept(signature: Uint8Array): void {
    this.#waiting?.resolve(signature);
  }

  refuse(error: PenaError): void {
    this.#waiting?.reject(error);
  }

  /** The person's answer to the question that is open. */
  decided(accept: boolean): void {
    this.#deciding?.(accept);
    this.#deciding = null;
  }

  decisions(): SigningDecisions {
    return {
      signUnchecked: (problems) => this.#queued('unchecked', problems),
      keepIncomplete: (_reached, problem) => this.#queued('incomplete', [problem]),
      signChanged: () => this.#queued('changed', []),
      signOutOfTurn: (problem) => this.#queued('out-of-turn', [problem]),
    };
  }

  key(certificate: Uint8Array, chain: readonly Uint8Array[]): SigningKey {
    return {
      certificate,
      chain,
      sign: (data, algorithm, { documents }) =>
        new Promise((resolve, reject) => {
          this.#waiting = { resolve, reject };
          this.say({
            ...{ kind: 'sign', id: this.id, data, algorithm, count: documents.length },
            documents: documents.slice(0, SHOWN_DOCUMENTS).map(({ name, sha256 }) => ({
              ...{ name: name.slice(0, 255), sha256 },
            })),
          });
        }),
    };
  }

  #queued(question: HostQuestion['question'], problems: readonly PenaError[]): Promise<boolean> {
    const answer = this.#tail.then(() => this.#ask(question, problems));
    this.#tail = answer.catch(() => undefined);
    return answer;
  }

  #ask(question: HostQuestion['question'], problems: readonly PenaError[]): Promise<boolean> {
    if (this.#stop.signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#deciding = resolve;
      const told = problems.slice(0, MAX_PROBLEMS).map((problem) => failureOf(problem));
      this.say({ kind: 'question', id: this.id, question, problems: told });
    });
  }
}
