// A statement that the lost key itself has signed is none: looked at in the document host, before it is kept.
import type { CaseHandle } from '../../../core/contract/lost-key.ts';
import { PenaError, toPenaError } from '../../../core/domain/pena-error.ts';
import { suspectDer } from '../../../core/lifecycle/doubt/suspect.ts';
import type { KnownCertificates } from '../../../core/ports/known-certificates.ts';
import { identify } from '../../hosts/file-identity.ts';
import type { Documents } from '../documents.ts';
import { outsideOrder } from '../outside-orders.ts';
import type { LostKeyDesk } from './desk.ts';

interface Parts {
  readonly documents: Pick<Documents, 'read'>;
  readonly desk: LostKeyDesk;
  readonly known: Pick<KnownCertificates, 'find'>;
}

/** Pictures hold no signatures. @throws {PenaError} PAPER_SIGNED_BY_LOST_KEY, CMS_MALFORMED, CASE_*, FILE_* */
export function lostKeyRefusal({ documents, desk, known }: Parts) {
  return async (path: string, handle: CaseHandle): Promise<void> => {
    if (!/\.pdf$/i.test(path)) return;
    const { lost, cases } = await desk.whole(handle);
    const order = {
      file: { path, identity: await identify(path) },
      ...{ outside: await outsideOrder(null), now: new Date() },
      certificate: await suspectDer(lost, cases, known),
      serial: lost.certificate.serial,
    };
    // A PDF that cannot be opened holds no signature that anybody could check: it counts as paper does.
    const { found } = await documents.read('examine', order).catch((thrown: unknown) => {
      if (toPenaError(thrown).code.startsWith('PDF_')) return { found: null };
      throw thrown;
    });
    if (found !== null) throw new PenaError('PAPER_SIGNED_BY_LOST_KEY');
  };
}
