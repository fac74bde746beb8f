// Time-stamp authorities of the settings, and documents that wait for a time stamp.
import { proofContract } from '../../../core/contract/proof.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type { Documents } from '../../main/documents.ts';
import { authorities, outsideOrder, setAuthorities } from '../../main/outside-orders.ts';
import type { PendingStore } from '../../main/pending-store.ts';
import type { PendingWork } from '../../main/pending-work.ts';
import type { StampPasswords } from '../../main/stamp-passwords.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly documents: Documents;
  readonly pending: PendingStore;
  readonly work: PendingWork;
  readonly passwords: StampPasswords;
}

export function proofAnswers({ documents, pending, work, passwords }: Parts) {
  return {
    'timestamps.list': answer(proofContract['timestamps.list'], async () =>
      shown(await authorities()),
    ),
    'timestamps.set': answer(proofContract['timestamps.set'], async ({ authorities: wanted }) =>
      shown(await setAuthorities(wanted)),
    ),
    'timestamps.test': answer(proofContract['timestamps.test'], async ({ url }) => {
      const outside = await outsideOrder(passwords);
      const chosen = outside.authorities.filter((one) => one.url === url).slice(0, 1);
      if (chosen.length === 0) throw new PenaError('TSA_UNAVAILABLE');
      const started = Date.now();
      const { time } = await documents.read('test-stamp', {
        outside: { ...outside, authorities: chosen },
      });
      return { time: time.toISOString(), milliseconds: Date.now() - started };
    }),
    'pending.list': answer(proofContract['pending.list'], () => ({ documents: pending.shown() })),
    'pending.complete': answer(proofContract['pending.complete'], () => work.completeAll()),
    'pending.cancel': answer(proofContract['pending.cancel'], () => {
      work.cancel();
      return {};
    }),
    'pending.forget': answer(proofContract['pending.forget'], async (request) => {
      await pending.remove(pending.pathOf(request.pending));
      return { documents: pending.shown() };
    }),
  };
}

function shown(list: readonly { readonly name: string; readonly url: string }[]) {
  return { authorities: list.map(({ name, url }) => ({ name, url })) };
}
