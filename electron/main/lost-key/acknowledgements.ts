// The superior's acknowledgement in main: requests that were opened here, and who has signed a letter, which a document
// host finds out, as it does with every PDF.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AcknowledgedBy,
  requestHandle,
  type RequestHandle,
  type ShownRequest,
} from '../../../core/contract/acknowledge.ts';
import type { CaseHandle, ShownCase } from '../../../core/contract/lost-key.ts';
import type { Acknowledger } from '../../../core/lifecycle/acknowledgement/acknowledger.ts';
import {
  answerTo,
  askSuperior,
  type Judge,
  takeAnswer,
} from '../../../core/lifecycle/acknowledgement/ask.ts';
import { openAcknowledgement } from '../../../core/lifecycle/acknowledgement/file.ts';
import { digestOf } from '../../../core/lifecycle/channels/wire.ts';
import { suspectDer } from '../../../core/lifecycle/doubt/suspect.ts';
import type { KnownCertificates } from '../../../core/ports/known-certificates.ts';
import { identify } from '../../hosts/file-identity.ts';
import { Handles } from '../../ipc/handles.ts';
import { PaperView } from '../desk/paper-view.ts';
import type { Documents } from '../documents.ts';
import { outsideOrder } from '../outside-orders.ts';
import type { LostKeyDesk } from './desk.ts';

interface Parts {
  readonly documents: Pick<Documents, 'read'>;
  readonly desk: Pick<LostKeyDesk, 'whole' | 'show'>;
  readonly known: Pick<KnownCertificates, 'find'>;
  /** The program's own folder of data. */
  readonly folder: string;
}

export class Acknowledgements {
  readonly #parts: Parts;
  readonly #requests = new Handles<RequestHandle, Uint8Array>('ack', (text) =>
    requestHandle.parse(text),
  );
  readonly #letters: PaperView;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#letters = new PaperView(join(parts.folder, 'acknowledged-letters'));
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, CASE_*, PAPER_NOT_SIGNED, FILE_* */
  async ask(handle: CaseHandle): Promise<Uint8Array> {
    const { lost, cases } = await this.#parts.desk.whole(handle);
    return askSuperior(lost.id, randomUUID(), cases, new Date());
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, CASE_*, PAPER_*, PACKAGE_*, PDF_*, FILE_* */
  async take(
    handle: CaseHandle,
    answer: Uint8Array,
  ): Promise<{ readonly case: ShownCase; readonly by: AcknowledgedBy }> {
    const { desk, known } = this.#parts;
    const { lost, cases } = await desk.whole(handle);
    const certificate = await suspectDer(lost, cases, known);
    const { by } = await takeAnswer(lost.id, answer, cases, new Date(), this.#judge(certificate));
    return { case: await desk.show(handle), by: shownSigner(by) };
  }

  /** @throws {PenaError} PACKAGE_* */
  open(bytes: Uint8Array): ShownRequest {
    const { owner, superior, ground, certificate, askedAt, letter, answer } =
      openAcknowledgement(bytes).question;
    return {
      request: this.#requests.issue(bytes),
      ...{ owner, superior, ground, certificate, askedAt },
      ...{ sha256: letter.sha256, answered: answer !== undefined },
    };
  }

  /** @throws {PenaError} HANDLE_UNKNOWN */
  letter(handle: RequestHandle): Uint8Array {
    return openAcknowledgement(this.#requests.get(handle)).letter;
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, PAPER_*, PDF_*, FILE_* */
  async answer(
    handle: RequestHandle,
    signed: Uint8Array,
  ): Promise<{ readonly file: Uint8Array; readonly by: AcknowledgedBy }> {
    const request = this.#requests.get(handle);
    const { file, by } = await answerTo(request, signed, this.#judge(null));
    return { file, by: shownSigner(by) };
  }

  close(): void {
    this.#letters.clear();
  }

  #judge(certificate: Uint8Array | null): Judge {
    return async (asked, answered, { serial, names }) => {
      const path = await this.#letters.lay(digestOf(answered), answered);
      try {
        return await this.#parts.documents.read('acknowledger', {
          file: { path, identity: await identify(path) },
          ...{ outside: await outsideOrder(null), now: new Date() },
          ...{ asked, certificate, serial, names: [...names] },
        });
      } finally {
        await rm(path, { force: true });
      }
    };
  }
}

function shownSigner({ name, indication }: Acknowledger): AcknowledgedBy {
  return { name, checked: indication === 'TOTAL_PASSED' };
}
