// Which password opens which encrypted document of a batch. They live as long as the batch is worked on, and
// are written nowhere: a later run asks again.
import type { PenaError } from '../../domain/pena-error.ts';
import { type Reviewed, reviewDocument, type ReviewRequest } from './review.ts';

/** What is asked of a document, once with each password. */
type RequestWith = (password: Uint8Array | undefined) => ReviewRequest;

type Refusal = Pick<PenaError, 'code'> | null;

/** More than anybody types; each costs every locked document a try. */
const MOST = 50;

export class BatchPasswords {
  readonly #known: Uint8Array[] = [];
  readonly #of = new Map<string, Uint8Array>();

  /** Takes over a password that may open any of the documents. */
  add(password: Uint8Array): void {
    if (this.#known.length === MOST) this.#known.shift()?.fill(0);
    this.#known.push(password);
  }

  /** @param file as the plan calls it */
  of(file: string): Uint8Array | undefined {
    return this.#of.get(file);
  }

  /** Reviews a document, with each password that is known until one does. @throws {PenaError} FILE_* */
  async review(file: string, request: RequestWith): Promise<Reviewed> {
    let best = await reviewDocument(request(this.#of.get(file)));
    for (const password of this.#known) {
      if (standing(best.refusal) === OPEN) break;
      if (password === this.#of.get(file)) continue;
      const found = await reviewDocument(request(password));
      if (standing(found.refusal) > standing(best.refusal)) {
        this.#of.set(file, password);
        best = found;
      }
    }
    return best;
  }

  /**
   * Tries what was typed for one document, and keeps it for the others where it gets further with this one.
   * @param password taken over; wiped where it is wrong
   * @param before why the document was not ready
   * @returns whether it was right; also where it opens, and only the owner's would allow signing
   * @throws {PenaError} FILE_*
   */
  async unlock(
    file: string,
    password: Uint8Array,
    request: RequestWith,
    before: Refusal,
  ): Promise<boolean> {
    const { refusal } = await reviewDocument(request(password));
    if (standing(refusal) <= standing(before)) {
      password.fill(0);
      return false;
    }
    this.#of.set(file, password);
    this.add(password);
    return true;
  }

  wipe(): void {
    for (const password of this.#known) password.fill(0);
    this.#known.length = 0;
    this.#of.clear();
  }
}

/** Whether a password, or another one, could help. */
export function wantsPassword(refusal: Refusal): boolean {
  return standing(refusal) !== OPEN;
}

const OPEN = 2;

/** Locked; opened, but not for signing; opened. */
function standing(refusal: Refusal): number {
  switch (refusal?.code) {
    case 'PDF_PASSWORD_NEEDED':
    case 'PDF_PASSWORD_INCORRECT':
      return 0;
    case 'PDF_PERMISSION_DENIED':
      return 1;
    default:
      return OPEN;
  }
}
