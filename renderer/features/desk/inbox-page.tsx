// The inbox: most urgent first, by filter and name.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { DeskRow } from '../../../core/contract/desk.ts';
import { formatDateTime, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
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
  const { t, i18n } = useTranslation('desk');
  const [filter, setFilter] = useState<Filter>('open');
  const [name, setName] = useState('');
  const { inbox } = desk;
  const takePackage = async (): Promise<void> => {
    const taken = await desk.ask('desk.takePackage', {});
    if (taken !== null) desk.show(taken);
  };
  const wanted = name.trim().toLowerCase();
  const rows = (inbox?.cases ?? []).filter(
    (row) => passes(row, filter) && row.name.toLowerCase().includes(wanted),
  );
  const unreadable = inbox?.unreadable ?? 0;
  return (
    <section className={classes['card']} aria-labelledby="desk-inbox">
      <h2 id="desk-inbox">{t('inbox')}</h2>
      <div className={classes['tools']}>
        <NativeSelect
          label={t('filter')}
          value={filter}
          data={FILTERS.map((value) => ({ value, label: t(`filters.${value}`) }))}
          onChange={(event) => {
            const chosen = FILTERS.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) setFilter(chosen);
          }}
        />
        <TextInput
          label={t('search')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button variant="default" disabled={desk.busy} onClick={() => void takePackage()}>
          {t('takePackage')}
        </Button>
        <Button variant="default" onClick={() => void desk.refresh()}>
          {t('refresh')}
        </Button>
      </div>
      {unreadable > 0 && (
        <p role="status">
          {t('unreadable', {
            count: unreadable,
            formatted: formatNumber(unreadable, languageOf(i18n.language)),
          })}
        </p>
      )}
      {rows.length === 0 && <p className={classes['hint']}>{t('empty')}</p>}
      <ul className={classes['list']} data-testid="desk-inbox">
        {rows.map((row) => (
          <InboxRow key={row.case} row={row} desk={desk} zone={zone} />
        ))}
      </ul>
    </section>
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
