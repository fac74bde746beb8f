// A private key on a token as the signing room knows it.
import type { SignatureAlgorithm } from '../../core/domain/signature-algorithm.ts';
import type { PinPrompt, SigningKey, SigningPurpose } from '../../core/ports/token.ts';
import { subjectName } from './certificate-chain.ts';
import { signatureIsRight } from './signature-check.ts';
import type { TokenConnection } from './token-connection.ts';
import { TokenError } from './token-error.ts';

export interface TokenKeyParts {
  readonly connection: TokenConnection;
  /** CKA_ID, hexadecimal. */
  readonly id: string;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly prompt: PinPrompt;
  readonly tokenLabel: string;
}

/** The PIN is asked at the first signature and serves this object's later ones, where the key allows. */
export class TokenKey implements SigningKey {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly verifies = true;
  readonly #parts: TokenKeyParts;
  readonly #name: string;

  constructor(parts: TokenKeyParts) {
    this.certificate = parts.certificate;
    this.chain = parts.chain;
    this.#parts = parts;
    this.#name = subjectName(parts.certificate);
  }

  get atOnce(): number {
    return this.#parts.connection.atOnce(this);
  }

  async sign(
    data: Uint8Array,
    algorithm: SignatureAlgorithm,
    purpose: SigningPurpose,
  ): Promise<Uint8Array> {
    const { connection, id, prompt, tokenLabel } = this.#parts;
    const certificateName = this.#name;
    const signature = await connection.sign({
      ...{ owner: this, id, algorithm, data, certificateName, purpose, prompt },
    });
    if (!signatureIsRight(signature, data, algorithm, this.certificate)) {
      throw new TokenError('TOKEN_SIGNATURE_WRONG', { token: tokenLabel });
    }
    return signature;
  }
}
