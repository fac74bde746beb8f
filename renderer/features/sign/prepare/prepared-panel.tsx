// The document is prepared: where it is, what to know of it, and what comes next.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { OpenedDocument } from '../../../../core/contract/document.ts';
import { AlertIcon, CheckIcon } from '../../../components/icons.tsx';
import classes from '../sign.module.css';
import own from './prepare.module.css';

interface Props {
  readonly opened: OpenedDocument;
  /** Names of fields that stand on text. */
  readonly onText: readonly string[];
  readonly onSign: () => void;
  readonly onClose: () => void;
}

export function PreparedPanel({ opened, onText, onSign, onClose }: Props) {
  const { t } = useTranslation(['prepare', 'common']);
  return (
    <section className={classes['panel']} aria-label={t('done.title')} data-testid="prepared">
      <div className={classes['panelBody']}>
        <div className={own['notice']} role="status">
          <p className={own['line']} data-tone="ok">
            <CheckIcon size={20} />
            <strong>{t('done.title')}</strong>
          </p>
          <p>{t('done.text', { name: opened.name })}</p>
        </div>
        {onText.length > 0 && (
          <p className={own['line']} data-tone="warn">
            <AlertIcon size={20} />
            <span>{t('done.onText', { names: onText.join(', ') })}</span>
          </p>
        )}
      </div>
      <div className={classes['panelFoot']}>
        <div className={classes['buttons']}>
          <Button className={classes['grow'] ?? ''} onClick={onSign}>
            {t('done.sign')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('done.close')}
          </Button>
        </div>
      </div>
    </section>
  );
}
