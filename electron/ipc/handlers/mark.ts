// The mark of the windows for secrets: whether there is one, and the window in which it is chosen.
import { markContract } from '../../../core/contract/mark.ts';
import type { Journal } from '../../../core/ports/journal.ts';
import type { MarkStore } from '../../main/mark-store.ts';
import type { SecretDesk } from '../../main/secret-desk.ts';
import { answer } from '../answer.ts';
import { logUnexpected } from '../failure.ts';

export interface MarkParts {
  readonly marks: MarkStore;
  readonly desk: SecretDesk;
  readonly journal: Journal;
}

export function markAnswers({ marks, desk, journal }: MarkParts) {
  const state = (): { chosen: boolean } => ({ chosen: marks.current !== null });
  return {
    'mark.state': answer(markContract['mark.state'], state),
    'mark.choose': answer(markContract['mark.choose'], async () => {
      const chosen = await desk.ask({ kind: 'mark' });
      if (chosen === null) return state();
      await marks.change(chosen.mark);
      await journal
        .append({ kind: 'setting', setting: 'windowMark', by: 'person' })
        .catch((thrown: unknown) => logUnexpected('journal', thrown));
      return state();
    }),
  };
}
