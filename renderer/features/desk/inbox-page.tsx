// The inbox: most urgent first, by filter and name.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { DeskRow } from '../../../core/contract/desk.ts';
import { formatDateTime, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import { Listing } from './listing.tsx';
import { StageBadge } from './stage.tsx';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

const FILTERS = ['open', 'received', 'rejected', 'revoked', 'all'] as const;
type Filter = (typeof FILTERS)[number];

const passes = ({ stage }: DeskRow, filter: Filter): boolean =>
  filter === 'all' ||
  (filter === 'open' ? stage !== 'rejected' && stage !== 'revoked' : stage === filter);

interface Props {
  readonly desk: Desk;
  readonly zone: Zone;
}

export function InboxPage({ desk, zone }: Props) {
  const { t } = useTranslation('desk');
  const { inbox } = desk;
  const takePackage = async (): Promise<void> => {
    const taken = await desk.ask('desk.takePackage', {});
    if (taken !== null) desk.show(taken);
  };
  return (
    <Listing
      {...{ id: 'desk-inbox', of: 'desk', title: t('inbox'), first: 'open', passes }}
      filters={FILTERS.map((value) => ({ value, label: t(`filters.${value}`) }))}
      rows={inbox?.cases ?? []}
      nameOf={({ name }) => name}
      draw={(row) => <InboxRow key={row.case} row={row} desk={desk} zone={zone} />}
      unreadable={inbox?.unreadable ?? 0}
      take={{ label: t('takePackage'), busy: desk.busy, go: () => void takePackage() }}
      onRefresh={() => void desk.refresh()}
    />
  );
}

function InboxRow({ row, desk, zone }: Props & { readonly row: DeskRow }) {
  const { t, i18n } = useTranslation('desk');
  const language = languageOf(i18n.language);
  const open = async (): Promise<void> => {
    const shown = await desk.ask('desk.case', { case: row.case, whole: false });
    if (shown !== null) desk.show(shown);
  };
  return (
    <li className={classes['row']} data-stage={row.stage} data-unread={row.unread}>
      <div className={classes['grow']}>
        <h3>{row.name}</h3>
        <p className={classes['hint']}>
          {t(`grounds.${row.ground}`)}
          {'. '}
          {t('rowText', {
            date: formatDateTime(row.receivedAt, zone, language),
            messages: formatNumber(row.messages, language),
            undecided: formatNumber(row.undecided, language),
          })}
        </p>
        <div className={classes['badges']}>
          {row.urgency === 0 && <Badge tone="bad">{t('urgent')}</Badge>}
          {row.unread && <Badge tone="warn">{t('unread')}</Badge>}
          <StageBadge stage={row.stage} />
        </div>
      </div>
      <Button
        variant="default"
        disabled={desk.busy}
        aria-label={t('openOf', { name: row.name })}
        onClick={() => void open()}
      >
        {t('open')}
      </Button>
    </li>
  );
}
