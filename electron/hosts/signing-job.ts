// One signing inside the document host. Its key is main's: each value to sign travels there and back.
import type { PenaError } from '../../core/domain/pena-error.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import type { SigningPhase, Stamp } from '../../core/signing/request.ts';
import { signDocument } from '../../core/signing/sign-document.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import type { AnswerOf, FromHost, HostPhase, RequestOf } from './document-protocol.ts';

/** What the window has words for. Until it asks for more than B-B, the others do not occur. */
const SHOWN: Readonly<Record<SigningPhase, HostPhase>> = {
  preparing: 'preparing',
  asking: 'preparing',
  copying: 'copying',
  signing: 'signing',
  stamping: 'signing',
  proving: 'signing',
  checking: 'checking',
  writing: 'writing',
};

interface Waiting {
  resolve(signature: Uint8Array): void;
  reject(error: PenaError): void;
}

export class SigningJob {
  readonly #id: number;
  readonly #say: (message: FromHost) => void;
  readonly #stop = new AbortController();
  #waiting: Waiting | null = null;

  constructor(id: number, say: (message: FromHost) => void) {
    this.#id = id;
    this.#say = say;
  }

  async run(
    source: ByteSource,
    order: RequestOf<'sign'>,
    stamp: Stamp | null,
  ): Promise<AnswerOf<'sign'>> {
    const { field } = await signDocument({
      source,
      name: order.name,
      key: this.#key(order),
      field: null,
      stamp,
      reason: order.reason,
      location: order.location,
      clock: { now: () => new Date() },
      openOutput: () => createAtomicOutput(order.output, { overwrite: order.overwrite }),
      signal: this.#stop.signal,
      onProgress: ({ phase, done, total }) =>
        this.#say({ kind: 'progress', id: this.#id, phase: SHOWN[phase], done, total }),
    });
    return { field };
  }

  abort(): void {
    this.#stop.abort();
  }

  accept(signature: Uint8Array): void {
    this.#waiting?.resolve(signature);
  }

  refuse(error: PenaError): void {
    this.#waiting?.reject(error);
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
