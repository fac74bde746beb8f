// One signing inside the document host. Its key is main's, and so is the person: each value to sign and each
// question travels there and back.
import type { PenaError } from '../../core/domain/pena-error.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import type { SigningDecisions, SigningPhase, Stamp } from '../../core/signing/request.ts';
import { signDocument } from '../../core/signing/sign-document.ts';
import { hasUnexplainedChanges } from '../../core/validation/earlier-changes.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { failureOf } from '../ipc/failure.ts';
import type { HostQuestion } from './document-client.ts';
import type { AnswerOf, FromHost, HostPhase, RequestOf } from './document-protocol.ts';
import { proofServices } from './outside-services.ts';

interface Waiting {
  resolve(signature: Uint8Array): void;
  reject(error: PenaError): void;
}

const MAX_PROBLEMS = 50;

export class SigningJob {
  readonly #id: number;
  readonly #say: (message: FromHost) => void;
  readonly #stop = new AbortController();
  #waiting: Waiting | null = null;
  #deciding: ((accept: boolean) => void) | null = null;
  #proven = false;

  constructor(id: number, say: (message: FromHost) => void) {
    this.#id = id;
    this.#say = say;
  }

  async run(
    source: ByteSource,
    order: RequestOf<'sign'>,
    stamp: Stamp | null,
  ): Promise<AnswerOf<'sign'>> {
    const { level, incomplete, documentSha256 } = await signDocument({
      ...{ source, stamp, field: null, key: this.#key(order) },
      ...{ name: order.name, reason: order.reason, location: order.location },
      ...{ level: order.level, services: proofServices(order.outside) },
      clock: { now: () => new Date() },
      unexplainedChanges: () => hasUnexplainedChanges(source, undefined),
      decide: this.#decisions(),
      openOutput: () => createAtomicOutput(order.output, { overwrite: order.overwrite }),
      signal: this.#stop.signal,
      onProgress: ({ phase, done, total }) =>
        this.#say({ kind: 'progress', id: this.#id, phase: this.#shown(phase), done, total }),
    });
    return {
      ...{ level, documentSha256 },
      incomplete: incomplete === null ? null : failureOf(incomplete),
    };
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

  /** The time stamp after the revocation data is the archive's (ETSI EN 319 142-1 5.4.3). */
  #shown(phase: SigningPhase): HostPhase {
    if (phase === 'proving') this.#proven = true;
    return phase === 'stamping' && this.#proven ? 'archiving' : phase;
  }

  #decisions(): SigningDecisions {
    return {
      signUnchecked: (problems) => this.#ask('unchecked', problems),
      keepIncomplete: (_reached, problem) => this.#ask('incomplete', [problem]),
      signChanged: () => this.#ask('changed', []),
      signOutOfTurn: (problem) => this.#ask('out-of-turn', [problem]),
    };
  }

  #ask(question: HostQuestion['question'], problems: readonly PenaError[]): Promise<boolean> {
    if (this.#stop.signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#deciding = resolve;
      const told = problems.slice(0, MAX_PROBLEMS).map((problem) => failureOf(problem));
      this.#say({ kind: 'question', id: this.#id, question, problems: told });
    });
  }

  #key({ certificate, chain }: RequestOf<'sign'>): SigningKey {
    return {
      certificate,
      chain,
      sign: (data, algorithm, { documents }) =>
        new Promise((resolve, reject) => {
          this.#waiting = { resolve, reject };
          const sha256 = documents[0]?.sha256 ?? '';
          this.#say({ kind: 'sign', id: this.#id, data, algorithm, sha256 });
        }),
    };
  }
}
