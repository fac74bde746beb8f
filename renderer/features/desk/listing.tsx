// A list at the desk with what narrows it: a filter and a name; and the ways in which it grows.
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import classes from './desk.module.css';

interface Props<F extends string, R> {
  /** Also the name that tests know it by. */
  readonly id: 'desk-inbox' | 'desk-applications';
  readonly of: 'desk' | 'deskApplications';
  readonly title: string;
  readonly text?: string;
  readonly filters: readonly { readonly value: F; readonly label: string }[];
  readonly first: F;
  readonly rows: readonly R[];
  readonly passes: (row: R, filter: F) => boolean;
  readonly nameOf: (row: R) => string;
  readonly draw: (row: R) => ReactNode;
  readonly unreadable: number;
  readonly take: { readonly label: string; readonly busy: boolean; readonly go: () => void };
  readonly onRefresh: () => void;
}

export function Listing<F extends string, R>(props: Props<F, R>) {
  const { id, of, title, text, filters, unreadable, take, passes, nameOf, draw } = props;
  const { t, i18n } = useTranslation(of);
  const [filter, setFilter] = useState<F>(props.first);
  const [name, setName] = useState('');
  const wanted = name.trim().toLowerCase();
  const rows = props.rows.filter(
    (row) => passes(row, filter) && nameOf(row).toLowerCase().includes(wanted),
  );
  return (
    <section className={classes['card']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text !== undefined && <p className={classes['hint']}>{text}</p>}
      <div className={classes['tools']}>
        <NativeSelect
          label={t('filter')}
          value={filter}
          data={[...filters]}
          onChange={(event) => {
            const chosen = filters.find(({ value }) => value === event.currentTarget.value);
            if (chosen !== undefined) setFilter(chosen.value);
          }}
        />
        <TextInput
          label={t('search')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button variant="default" disabled={take.busy} onClick={take.go}>
          {take.label}
        </Button>
        <Button variant="default" onClick={props.onRefresh}>
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
      <ul className={classes['list']} data-testid={id}>
        {rows.map(draw)}
      </ul>
    </section>
  );
}
