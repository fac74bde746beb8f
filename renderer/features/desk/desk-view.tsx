// Meja otoritas pendaftaran: the inbox, and the case that is open.
import { useTranslation } from 'react-i18next';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import type { Zone } from '../../base/format.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { CasePage } from './case-page.tsx';
import { InboxPage } from './inbox-page.tsx';
import { useDesk } from './use-desk.ts';
import classes from './desk.module.css';

interface Props {
  readonly zone: Zone;
  /** A paper that is to be looked at and verified. */
  readonly onDocument: (document: OpenedDocument) => void;
}

export function DeskView({ zone, onDocument }: Props) {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const { shown } = desk;
  return (
    <div className={classes['desk']} data-testid="desk" aria-label={t('title')} role="group">
      {desk.failure !== null && <FailureNotice failure={desk.failure} />}
      {shown === null ? (
        <InboxPage desk={desk} zone={zone} />
      ) : (
        <CasePage key={shown.case} desk={desk} shown={shown} zone={zone} onDocument={onDocument} />
      )}
    </div>
  );
}
