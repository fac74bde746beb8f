// What has happened already: the certificate is blocked here. The way back is a step of its own, and recorded.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { Meant } from '../../../core/contract/lost-key.ts';
import { announce } from '../../base/announce.ts';
import { formatDate, formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Facts } from '../../components/facts.tsx';
import { LockIcon } from '../../components/icons.tsx';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly meant: Meant;
  readonly zone: Zone;
}

export function BlockedPanel({ lost, meant, zone }: Props) {
  const { t, i18n } = useTranslation('lostKey');
  const language = languageOf(i18n.language);
  const [asking, setAsking] = useState(false);
  const { name, issuer, serial, notAfter, blocked, pin, lastSigned } = meant;
  const undo = async (): Promise<void> => {
    if ((await lost.ask('lostKey.unblock', { meant: meant.meant })) === null) return;
    announce(t('blocked.undone'));
    lost.go({ kind: 'start' });
    await lost.refresh();
  };
  const facts = [
    ...(name === null ? [] : [{ name: t('blocked.owner'), value: name }]),
    { name: t('blocked.issuer'), value: issuer },
    { name: t('blocked.serial'), value: serial.toUpperCase(), code: true },
    ...(notAfter === null
      ? []
      : [{ name: t('blocked.until'), value: formatDate(notAfter, zone, language) }]),
    ...(lastSigned === null
      ? []
      : [{ name: t('blocked.lastSigned'), value: formatDateTime(lastSigned, zone, language) }]),
  ];
  return (
    <section
      className={classes['card']}
      aria-labelledby="lost-blocked"
      data-testid="lost-blocked"
      data-blocked={blocked}
    >
      <div className={classes['blocked']} data-blocked={blocked}>
        <LockIcon size={22} />
        <div>
          <h2 id="lost-blocked">{t(blocked ? 'blocked.title' : 'blocked.typedTitle')}</h2>
          <p>{t(blocked ? 'blocked.text' : 'blocked.typedText')}</p>
          {pin === 'deleted' && <p>{t('blocked.pinDeleted')}</p>}
          {pin === 'unknown' && <p>{t('blocked.pinUnknown')}</p>}
        </div>
      </div>
      <Facts dense facts={facts} />
      {!blocked && (
        <Button variant="subtle" size="sm" onClick={() => lost.go({ kind: 'start' })}>
          {t('blocked.cancel')}
        </Button>
      )}
      {blocked && !asking && (
        <Button variant="subtle" size="sm" onClick={() => setAsking(true)}>
          {t('blocked.undo')}
        </Button>
      )}
      {asking && (
        <div className={classes['stack']} role="group" aria-label={t('blocked.undo')}>
          <p>{t('blocked.undoText')}</p>
          <div className={classes['buttons']}>
            <Button size="sm" autoFocus onClick={() => setAsking(false)}>
              {t('blocked.undoCancel')}
            </Button>
            <Button size="sm" variant="default" disabled={lost.busy} onClick={() => void undo()}>
              {t('blocked.undoConfirm')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
