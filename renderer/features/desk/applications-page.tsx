// The applications that were handed in: what waits first, by state and name.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { DeskApplicationRow } from '../../../core/contract/desk-applications.ts';
import { APPLICATION_RULES } from '../../../core/domain/application-kind.ts';
import { formatDateTime, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import { ApplicationBadge } from './application-badge.tsx';
import { Listing } from './listing.tsx';
import type { ApplicationsDesk } from './use-applications.ts';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

const FILTERS = ['received', 'accepted', 'rejected', 'all'] as const;
type Filter = (typeof FILTERS)[number];

const passes = ({ state }: DeskApplicationRow, filter: Filter): boolean =>
  filter === 'all' || state === filter;

interface Props {
  readonly desk: Desk;
  readonly applications: ApplicationsDesk;
  readonly zone: Zone;
}

export function ApplicationsPage({ desk, applications, zone }: Props) {
  const { t } = useTranslation('deskApplications');
  const { list } = applications;
  const take = async (): Promise<void> => {
    const taken = await desk.ask('desk.takeApplication', {});
    if (taken !== null) applications.show(taken);
  };
  return (
    <Listing
      {...{ id: 'desk-applications', of: 'deskApplications', first: 'received', passes }}
      {...{ title: t('title'), text: t('text') }}
      filters={FILTERS.map((value) => ({ value, label: t(`filters.${value}`) }))}
      rows={list?.applications ?? []}
      nameOf={({ name }) => name}
      draw={(row) => <Row key={row.application} {...{ row, desk, applications, zone }} />}
      unreadable={list?.unreadable ?? 0}
      take={{ label: t('take'), busy: desk.busy, go: () => void take() }}
      onRefresh={() => void applications.refresh()}
    />
  );
}

function Row({ row, desk, applications, zone }: Props & { readonly row: DeskApplicationRow }) {
  const { t, i18n } = useTranslation('deskApplications');
  const { t: letters } = useTranslation('letters');
  const language = languageOf(i18n.language);
  const { application, kind, name, unit, state, times, missing } = row;
  const owed = missing.papers.length + (missing.mail ? 1 : 0);
  const open = async (): Promise<void> => {
    const shown = await desk.ask('desk.application', { application, whole: false });
    if (shown !== null) applications.show(shown);
  };
  return (
    <li className={classes['row']} data-state={state}>
      <div className={classes['grow']}>
        <h3>{unit === '' ? name : `${name}, ${unit}`}</h3>
        <p className={classes['hint']}>
          {t('rowText', {
            kind: letters(`kinds.${kind}`),
            article: APPLICATION_RULES[kind].article,
            date: formatDateTime(row.receivedAt, zone, language),
          })}
        </p>
        <div className={classes['badges']}>
          <ApplicationBadge state={state} />
          {owed === 0 ? (
            <Badge tone="ok">{t('complete')}</Badge>
          ) : (
            <Badge tone="warn">
              {t('lacks', { count: owed, formatted: formatNumber(owed, language) })}
            </Badge>
          )}
          {times > 1 && (
            <Badge tone="plain">{t('again', { formatted: formatNumber(times, language) })}</Badge>
          )}
        </div>
      </div>
      <Button
        variant="default"
        disabled={desk.busy}
        aria-label={t('openOf', { name })}
        onClick={() => void open()}
      >
        {t('open')}
      </Button>
    </li>
  );
}
