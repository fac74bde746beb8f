// The decision on a report, which whoever reported reads.
import { useTranslation } from 'react-i18next';
import type { DeskCase } from '../../../core/contract/desk.ts';
import { DecisionForm } from './decision-form.tsx';
import type { Desk } from './use-desk.ts';

const CANNED = ['police', 'statement', 'acknowledged', 'unreadable', 'identity'] as const;

export function DecisionCard({ desk, shown }: { readonly desk: Desk; readonly shown: DeskCase }) {
  const { t } = useTranslation('desk');
  const { mayAccept, mayReject } = shown;
  return (
    <DecisionForm
      {...{ id: 'desk-decision', of: 'desk', busy: desk.busy, mayAccept, mayReject }}
      canned={CANNED.map((one) => t(`cannedReasons.${one}`))}
      decide={async (state, reason) => {
        const next = await desk.ask('desk.decide', { case: shown.case, state, reason });
        if (next !== null) desk.show(next);
        return next !== null;
      }}
    />
  );
}
