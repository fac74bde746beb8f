// Page and zoom controls of the viewer.
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon } from '@mantine/core';
import { formatNumber } from '../base/format.ts';
import { languageOf } from '../base/i18n.ts';
import {
  ChevronDownIcon,
  ChevronUpIcon,
  FitPageIcon,
  FitWidthIcon,
  MinusIcon,
  PlusIcon,
} from '../components/icons.tsx';
import type { Zoom } from './zoom.ts';
import classes from './viewer.module.css';

interface Props {
  readonly page: number;
  readonly pageCount: number;
  readonly scale: number;
  readonly fit: Zoom['fit'];
  readonly onPage: (page: number) => void;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onFit: (fit: 'width' | 'page') => void;
}

export function Toolbar({ page, pageCount, scale, fit, onPage, onStep, onFit }: Props) {
  const { t, i18n } = useTranslation('viewer');
  const language = languageOf(i18n.language);
  const percent = formatNumber(scale * 100, language);
  return (
    <div className={classes['toolbar']} role="group" aria-label={t('toolbar')}>
      <div className={classes['tools']}>
        <Tool label={t('previous')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
          <ChevronUpIcon />
        </Tool>
        <Tool label={t('next')} disabled={page >= pageCount} onClick={() => onPage(page + 1)}>
          <ChevronDownIcon />
        </Tool>
        <PageInput page={page} pageCount={pageCount} onPage={onPage} />
        <span className={classes['toolText']}>
          {t('ofPages', { formatted: formatNumber(pageCount, language) })}
        </span>
      </div>
      <div className={classes['tools']}>
        <Tool label={t('zoomOut')} onClick={() => onStep(-1)}>
          <MinusIcon />
        </Tool>
        <span className={classes['percent']} aria-label={t('zoom', { percent })}>
          {percent}%
        </span>
        <Tool label={t('zoomIn')} onClick={() => onStep(1)}>
          <PlusIcon />
        </Tool>
        <Tool label={t('fitWidth')} pressed={fit === 'width'} onClick={() => onFit('width')}>
          <FitWidthIcon />
        </Tool>
        <Tool label={t('fitPage')} pressed={fit === 'page'} onClick={() => onFit('page')}>
          <FitPageIcon />
        </Tool>
      </div>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function Tool({ label, disabled = false, pressed, onClick, children }: ToolProps) {
  return (
    <ActionIcon
      variant={pressed === true ? 'light' : 'subtle'}
      size={32}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}

function PageInput({ page, pageCount, onPage }: Pick<Props, 'page' | 'pageCount' | 'onPage'>) {
  const { t } = useTranslation('viewer');
  // Null: shows the page in view. Text: another is being typed.
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    const wanted = Number.parseInt(typed ?? '', 10);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pageCount) onPage(wanted);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
  };
  return (
    <input
      className={classes['pageInput']}
      inputMode="numeric"
      aria-label={t('pageInput')}
      value={typed ?? String(page)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
