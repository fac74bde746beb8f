// The decision on an application, which the applicant reads: only what is complete may be accepted (Pasal 12(2)).
import { useTranslation } from 'react-i18next';
import type { DeskApplicationShown } from '../../../core/contract/desk-applications.ts';
import { DecisionForm } from './decision-form.tsx';
import { useOwed } from './use-owed.ts';
import type { ApplicationsDesk } from './use-applications.ts';
import type { Desk } from './use-desk.ts';

const CANNED = ['incomplete', 'recommendation', 'identity', 'unreadable'] as const;

interface Props {
  readonly desk: Desk;
  readonly applications: ApplicationsDesk;
  readonly shown: DeskApplicationShown;
}

export function ApplicationDecision({ desk, applications, shown }: Props) {
  const { t } = useTranslation('deskApplications');
  const owed = useOwed(shown);
  const { application, mayAccept, mayReject } = shown;
  const canned = CANNED.filter((one) => one !== 'incomplete' || owed !== '');
  return (
    <DecisionForm
      {...{ id: 'application-decision', of: 'deskApplications', busy: desk.busy }}
      {...{ mayAccept, mayReject }}
      canned={canned.map((one) => t(`cannedReasons.${one}`, { papers: owed }))}
      decide={async (state, reason) => {
        const next = await desk.ask('desk.decideApplication', { application, state, reason });
        if (next !== null) applications.show(next);
        return next !== null;
      }}
    />
  );
}
