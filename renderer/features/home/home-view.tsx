// The first screen: what would you like to do?
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import { formatBytes, formatNumber, hourIn, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { DropArea } from '../../components/drop-area.tsx';
import { FileIcon, LostKeyIcon, PenIcon, VerifyIcon } from '../../components/icons.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { greetingAt } from './greeting.ts';
import { PracticeOffer } from './practice-offer.tsx';
import classes from './home.module.css';

interface Props {
  readonly zone: Zone;
  readonly document: OpenedDocument | null;
  readonly busy: boolean;
  /** What needs attention, or nothing. */
  readonly attention: ReactNode;
  readonly onView: (view: 'sign' | 'verify' | 'lost-key') => void;
  readonly onPractice: () => void;
  readonly onChoose: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

export function HomeView(props: Props) {
  const { zone, document, busy, attention, onView, onPractice, onChoose, onFiles } = props;
  const { t } = useTranslation(['home', 'lostKey']);
  return (
    <div className={classes['home']}>
      <ViewHeader
        title={t(`greeting.${greetingAt(hourIn(new Date(), zone))}`)}
        subtitle={t('question')}
      />
      <div className={classes['actions']}>
        <Action
          icon={<PenIcon size={24} />}
          title={t('sign.title')}
          text={t('sign.text')}
          onClick={() => onView('sign')}
        />
        <Action
          icon={<VerifyIcon size={24} />}
          title={t('verify.title')}
          text={t('verify.text')}
          onClick={() => onView('verify')}
        />
        <Action
          icon={<LostKeyIcon size={24} />}
          title={t('lostKey:home.title')}
          text={t('lostKey:home.text')}
          onClick={() => onView('lost-key')}
        />
      </div>
      {attention}
      {document !== null && <OpenNow document={document} onView={onView} />}
      <DropArea hint={t('drop')} busy={busy} onChoose={onChoose} onFiles={onFiles} />
      <PracticeOffer onPractice={onPractice} />
    </div>
  );
}

interface ActionProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
}

function Action({ icon, title, text, onClick }: ActionProps) {
  return (
    <button type="button" className={classes['action']} onClick={onClick}>
      <span className={classes['actionIcon']}>{icon}</span>
      <span className={classes['actionTitle']}>{title}</span>
      <span className={classes['actionText']}>{text}</span>
    </button>
  );
}

function OpenNow({
  document,
  onView,
}: Pick<Props, 'onView'> & { readonly document: OpenedDocument }) {
  const { t, i18n } = useTranslation(['home', 'common']);
  const language = languageOf(i18n.language);
  const pages = t('common:document.pages', {
    count: document.pageCount,
    formatted: formatNumber(document.pageCount, language),
  });
  return (
    <section className={classes['open']} aria-label={t('open.title')}>
      <span className={classes['openIcon']}>
        <FileIcon />
      </span>
      <div className={classes['openText']}>
        <h2>{t('open.title')}</h2>
        <p className={classes['openName']}>{document.name}</p>
        <p className={classes['openMeta']}>
          {pages} · {formatBytes(document.size, language)}
        </p>
      </div>
      <div className={classes['openActions']}>
        <Button variant="default" onClick={() => onView('sign')}>
          {t('open.sign')}
        </Button>
        <Button variant="default" onClick={() => onView('verify')}>
          {t('open.verify')}
        </Button>
      </div>
    </section>
  );
}
