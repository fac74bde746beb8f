// Signatures that are asked for in one moment under one login. To a quick token they go together, and come
// back together: handing them over one by one would take the processor as long as making them.
import type { SignatureAlgorithm } from '../../core/domain/signature-algorithm.ts';

/** What a group has in common. */
export interface GroupKind {
  /** CKA_ID of the key, hexadecimal. */
  readonly id: string;
  readonly algorithm: SignatureAlgorithm;
}

/** Signs at least the first, in their order; what is left out is asked for again. */
export type SignGroup = (
  kind: GroupKind,
  data: readonly Uint8Array[],
) => Promise<readonly Uint8Array[]>;

interface Waiting extends GroupKind {
  readonly data: Uint8Array;
  readonly resolve: (signature: Uint8Array) => void;
  readonly reject: (reason: unknown) => void;
}

/** Enough that a slow token is never without work; who cancels waits for them. */
const AT_ONCE = 3;
/** Of a quick token, one group is being made while the other is on its way. */
const GROUP = 8;
/** Milliseconds for a signature: cards take fifty times as long. */
const QUICK = 10;

export class SigningGroups {
  readonly #sign: SignGroup;
  #waiting: Waiting[] = [];
  #underWay = 0;
  /** Milliseconds that the last signatures took each. */
  #pace = Infinity;

  constructor(sign: SignGroup) {
    this.#sign = sign;
  }

  /** How many signatures can be under way. */
  get atOnce(): number {
    return this.#pace < QUICK ? 2 * GROUP : AT_ONCE;
  }

  /** @throws {PenaError} what the group met with */
  sign({ id, algorithm }: GroupKind, data: Uint8Array): Promise<Uint8Array> {
    const [first] = this.#waiting;
    if (first !== undefined && (first.id !== id || first.algorithm !== algorithm)) this.#send();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id, algorithm, data, resolve, reject });
      if (this.#pace >= QUICK || this.#waiting.length >= GROUP) this.#send();
      // Behind those that are asked for in this moment.
      else if (this.#waiting.length === 1) setImmediate(() => this.#send());
    });
  }

  #send(): void {
    const group = this.#waiting;
    this.#waiting = [];
    const [kind] = group;
    if (kind === undefined) return;
    this.#underWay += group.length;
    this.#all(kind, group)
      .catch((thrown: unknown) => {
        for (const { reject } of group) reject(thrown);
      })
      .finally(() => {
        this.#underWay -= group.length;
      });
  }

  async #all(kind: GroupKind, group: readonly Waiting[]): Promise<void> {
    for (let rest = group; rest.length > 0;) {
      const before = this.#underWay;
      const begun = performance.now();
      const signatures = await this.#sign(
        kind,
        rest.map(({ data }) => data),
      );
      this.#pace = (performance.now() - begun) / before;
      for (const [index, signature] of signatures.entries()) rest[index]?.resolve(signature);
      rest = rest.slice(signatures.length);
    }
  }
}
