// The table of many files: progress, filters, each one's result, and the way to each document.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Progress, SegmentedControl } from '@mantine/core';
import type { FileHandle } from '../../../core/contract/many.ts';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import type { ReportFormat } from '../../../core/contract/validation.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import { formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { ManyRow, shownAs } from './many-row.tsx';
import { useOffline } from './use-offline.ts';
import type { Many, Row } from './use-many.ts';
import classes from './many.module.css';

interface Props {
  readonly many: Many;
  readonly rows: readonly Row[];
  readonly zone: Zone;
  readonly onOpened: (document: OpenedDocument) => void;
}

const FILTERS = ['all', 'TOTAL_PASSED', 'INDETERMINATE', 'TOTAL_FAILED', 'NO_SIGNATURE'] as const;
type Filter = (typeof FILTERS)[number];
/** Rows drawn at once: a table of thousands is read by its filters, or as CSV. */
const DRAWN = 500;

export function ManyView({ many, rows, zone, onOpened }: Props) {
  const { t, i18n } = useTranslation('verify');
  const language = languageOf(i18n.language);
  const [offline] = useOffline();
  const [filter, setFilter] = useState<Filter>('all');
  const [failure, setFailure] = useState<Failure | null>(null);
  const number = (n: number): string => formatNumber(n, language);
  const done = rows.filter(({ checked }) => checked !== null).length;
  const matching = (one: Filter): readonly Row[] =>
    one === 'all'
      ? rows
      : rows.filter(({ checked }) => checked !== null && shownAs(checked) === one);
  const shown = matching(filter);

  const open = async (file: FileHandle): Promise<void> => {
    const answer = await pena().call('many.open', { file });
    // Whoever leaves the window for a password knows why nothing opens.
    const left = !answer.ok && answer.error.code === 'CANCELLED';
    setFailure(answer.ok || left ? null : answer.error);
    if (answer.ok) onOpened(answer.value);
  };
  const save = async (format: ReportFormat | 'csv'): Promise<void> => {
    const answer =
      format === 'csv'
        ? await pena().call('many.saveTable', {})
        : await pena().call('many.saveReport', { format });
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok && answer.value.saved) announce(t('saveReport.saved'));
  };
  const progress = t(done < rows.length ? 'many.progress' : 'many.done', {
    done: number(done),
    total: number(rows.length),
  });

  return (
    <div className={classes['many']}>
      <ViewHeader title={t('many.title')} subtitle={progress} />
      {(failure ?? many.failure) !== null && (
        <FailureNotice failure={failure ?? many.failure ?? { code: 'INTERNAL', params: {} }} />
      )}
      {many.more && <p role="status">{t('many.more', { count: rows.length })}</p>}
      <Progress.Root size="lg">
        <Progress.Section
          value={rows.length === 0 ? 100 : (done / rows.length) * 100}
          aria-label={progress}
        />
      </Progress.Root>
      <div className={classes['tools']}>
        <SegmentedControl
          className={classes['filters']}
          aria-label={t('many.filter')}
          value={filter}
          data={FILTERS.map((value) => ({
            value,
            label: `${t(`many.filters.${value}`)} (${number(matching(value).length)})`,
          }))}
          onChange={(chosen) => setFilter(FILTERS.find((one) => one === chosen) ?? 'all')}
        />
        <div className={classes['buttons']}>
          {!many.running && done < rows.length && (
            <Button variant="default" onClick={() => void many.resume(offline)}>
              {t('many.resume')}
            </Button>
          )}
          {many.running && (
            <Button variant="default" onClick={many.stop}>
              {t('many.stop')}
            </Button>
          )}
          <Button variant="default" disabled={done === 0} onClick={() => void save('csv')}>
            {t('many.save')}
          </Button>
          <Button variant="default" disabled={done === 0} onClick={() => void save('pdf')}>
            {t('many.saveReport')}
          </Button>
          <Button variant="default" disabled={done === 0} onClick={() => void save('xml')}>
            {t('many.saveXml')}
          </Button>
          <Button variant="default" disabled={done === 0} onClick={() => void save('json')}>
            {t('many.saveJson')}
          </Button>
          <Button variant="default" onClick={many.leave}>
            {t('many.leave')}
          </Button>
        </div>
      </div>
      {/* A scrolling region has to be reachable by keyboard (WCAG 2.2, 2.1.1). */}
      <div className={classes['scroll']} tabIndex={0} role="group" aria-label={t('many.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('many.file')}</th>
              <th scope="col">{t('many.result')}</th>
              <th scope="col">{t('many.signers')}</th>
              <th scope="col">{t('many.time')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, DRAWN).map((row) => (
              <ManyRow key={row.file} row={row} zone={zone} onOpen={() => void open(row.file)} />
            ))}
          </tbody>
        </table>
        {shown.length > DRAWN && (
          <p className={classes['rest']}>
            {t('many.rest', { shown: number(DRAWN), total: number(shown.length) })}
          </p>
        )}
      </div>
    </div>
  );
}
