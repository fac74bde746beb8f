// What an attack is: a name, how the file is made, and by what the verifier must name it.
import type { ReasonCode } from '../../../core/domain/reason-code.ts';

export interface Attack {
  /** The class as the literature calls it, and the variant. */
  readonly name: string;
  readonly build: () => Promise<Buffer>;
  /** The reason that must be given; an error's code where the file cannot be read at all. */
  readonly named: ReasonCode | `PDF_${string}` | 'NO_SIGNATURE';
}
