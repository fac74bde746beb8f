// A paper at the desk: a PDF is shown and verified by our own viewer, the rest is saved; nothing is ever started.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import classes from './desk.module.css';

interface Props {
  readonly of: 'desk' | 'deskApplications';
  readonly title: string;
  /** By which the buttons tell it from others. */
  readonly name: string;
  /** Null: it is no PDF. */
  readonly onOpen: (() => void) | null;
  readonly onSave: () => void;
  readonly busy: boolean;
  /** Below the title. */
  readonly children: ReactNode;
}

export function PaperRow({ of, title, name, onOpen, onSave, busy, children }: Props) {
  const { t } = useTranslation(of);
  return (
    <li className={classes['row']}>
      <div className={classes['grow']}>
        <h3>{title}</h3>
        {children}
      </div>
      {onOpen !== null && (
        <Button
          variant="default"
          size="sm"
          disabled={busy}
          aria-label={t('openPaperOf', { name })}
          onClick={onOpen}
        >
          {t('openPaper')}
        </Button>
      )}
      <Button
        variant="default"
        size="sm"
        disabled={busy}
        aria-label={t('savePaperOf', { name })}
        onClick={onSave}
      >
        {t('savePaper')}
      </Button>
    </li>
  );
}
