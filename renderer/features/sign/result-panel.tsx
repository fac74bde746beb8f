// What was signed, by whom, and where the new file is.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { Failure } from '../../../core/contract/shapes.ts';
import { announce } from '../../base/announce.ts';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Facts } from '../../components/facts.tsx';
import { FolderIcon, PassedIcon } from '../../components/icons.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import type { RunState } from './signing-run.ts';
import classes from './sign.module.css';
import { pena } from '../../base/bridge.ts';

interface Props {
  readonly result: Extract<RunState, { kind: 'done' }>;
  readonly onVerify: () => void;
  readonly onAnother: () => void;
}

export function ResultPanel({ result, onVerify, onAnother }: Props) {
  const { t, i18n } = useTranslation('sign');
  const language = languageOf(i18n.language);
  const heading = useRef<HTMLHeadingElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { summary } = result;
  const { signed, level, incomplete } = result.signed;
  useEffect(() => {
    heading.current?.focus();
    announce(t('result.title'));
  }, [t]);
  const reveal = async (): Promise<void> => {
    const answer = await pena().call('document.reveal', { document: signed.document });
    setFailure(answer.ok ? null : answer.error);
  };
  const where =
    summary.page === null
      ? t('result.invisible')
      : t('result.onPage', { page: formatNumber(summary.page, language) });
  return (
    <section
      className={classes['panel']}
      aria-label={t('result.title')}
      data-landmark
      data-testid="sign-result"
      tabIndex={-1}
    >
      {/* It may scroll, so the keyboard has to reach it (WCAG 2.2, 2.1.1). */}
      <div
        className={classes['panelBody']}
        role="group"
        tabIndex={0}
        aria-label={t('result.title')}
      >
        <div className={classes['success']}>
          <PassedIcon size={32} />
          <div>
            <h2 ref={heading} tabIndex={-1}>
              {t('result.title')}
            </h2>
            <p>{t('result.lead', { name: summary.signer })}</p>
          </div>
        </div>
        {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
        {incomplete !== null && (
          <FailureNotice failure={incomplete} title={t('result.pending')} tone="warn">
            <p className={classes['hint']}>{t('result.pendingHint')}</p>
          </FailureNotice>
        )}
        <Facts
          facts={[
            { name: t('result.file'), value: <strong>{signed.name}</strong> },
            { name: t('result.source'), value: summary.source },
            { name: t('result.signer'), value: summary.signer },
            { name: t('result.visible'), value: where },
            { name: t('level.label'), value: t(`level.${level}`) },
          ]}
        />
        <p className={classes['hint']}>{t('result.untouched')}</p>
      </div>
      <div className={classes['panelFoot']}>
        <div className={classes['stack']}>
          <Button fullWidth onClick={onVerify}>
            {t('result.verify')}
          </Button>
          <Button
            fullWidth
            variant="default"
            leftSection={<FolderIcon size={18} />}
            onClick={() => void reveal()}
          >
            {t('result.reveal')}
          </Button>
          <Button fullWidth variant="subtle" onClick={onAnother}>
            {t('result.another')}
          </Button>
        </div>
      </div>
    </section>
  );
}
