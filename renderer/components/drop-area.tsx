// Where a PDF is dropped or chosen. Choosing by button needs no dragging (WCAG 2.2, 2.5.7).
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Loader } from '@mantine/core';
import { DropIcon } from './icons.tsx';
import classes from './components.module.css';

interface Props {
  readonly hint?: string;
  readonly busy: boolean;
  readonly primary?: boolean;
  readonly onChoose: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

export function DropArea({ hint, busy, primary = false, onChoose, onFiles }: Props) {
  const { t } = useTranslation('common');
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={classes['drop']}
      data-over={over || undefined}
      data-testid="drop-area"
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span className={classes['dropIcon']}>
        {busy ? <Loader size={24} /> : <DropIcon size={28} />}
      </span>
      <p className={classes['dropTitle']}>
        {busy ? t('drop.opening') : over ? t('drop.release') : t('drop.title')}
      </p>
      {hint !== undefined && <p className={classes['dropHint']}>{hint}</p>}
      <Button variant={primary ? 'filled' : 'default'} onClick={onChoose} disabled={busy}>
        {t('drop.choose')}
      </Button>
    </div>
  );
}
