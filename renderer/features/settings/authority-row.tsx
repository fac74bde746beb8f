// One time-stamp authority, whether it answers, and a way to be rid of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownAuthority } from '../../../core/contract/proof.ts';
import type { ResponseOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Envelope, Failure } from '../../../core/contract/shapes.ts';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import { formatDateTime, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { PassedIcon } from '../../components/icons.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import classes from './settings.module.css';

interface Props {
  readonly authority: ShownAuthority;
  readonly zone: Zone;
  /** Null: it stays. */
  readonly onRemove: (() => void) | null;
  /** After a password was kept for it. */
  readonly onSecret: () => void;
}

type Tested = Envelope<ResponseOf<MainContract['timestamps.test']>>;

export function AuthorityRow({ authority: { name, url }, zone, onRemove, onSecret }: Props) {
  const { t, i18n } = useTranslation('settings');
  const language = languageOf(i18n.language);
  const [tested, setTested] = useState<Tested | 'testing' | null>(null);
  const works = ({ time, milliseconds }: ResponseOf<MainContract['timestamps.test']>): string =>
    t('timestamps.works', {
      ms: formatNumber(milliseconds, language),
      time: formatDateTime(time, zone, language),
    });
  const test = async (): Promise<void> => {
    setTested('testing');
    const answer = await pena().call('timestamps.test', { url });
    setTested(answer);
    if (answer.ok) announce(works(answer.value));
    // A password that was refused is gone.
    else if (answer.error.code === 'NET_AUTH') onSecret();
  };
  const [failure, setFailure] = useState<Failure | null>(null);
  /** The window for it is open, or what was typed there is on its way to the keychain. */
  const [keeping, setKeeping] = useState(false);
  const keepPassword = async (): Promise<void> => {
    setKeeping(true);
    const answer = await pena().call('secrets.set', { kind: 'tsa', url });
    setKeeping(false);
    const cancelled = !answer.ok && answer.error.code === 'CANCELLED';
    setFailure(answer.ok || cancelled ? null : answer.error);
    if (!answer.ok) return;
    announce(t('timestamps.passwordKept'));
    onSecret();
  };
  return (
    <li data-testid="authority">
      <div className={classes['authority']}>
        <div className={classes['authorityText']}>
          <strong>{name}</strong>
          <span className={classes['hint']}>{url}</span>
        </div>
        <Button
          variant="default"
          size="sm"
          aria-label={t('timestamps.testName', { name })}
          disabled={tested === 'testing' || keeping}
          onClick={() => void test()}
        >
          {t(tested === 'testing' ? 'timestamps.testing' : 'timestamps.test')}
        </Button>
        <Button
          variant="subtle"
          size="sm"
          aria-label={t('timestamps.passwordName', { name })}
          onClick={() => void keepPassword()}
        >
          {t('timestamps.password')}
        </Button>
        {onRemove !== null && (
          <Button
            variant="subtle"
            size="sm"
            aria-label={t('timestamps.removeName', { name })}
            onClick={onRemove}
          >
            {t('timestamps.remove')}
          </Button>
        )}
      </div>
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      {tested !== null && tested !== 'testing' && (
        <>
          {tested.ok ? (
            <p className={classes['works']}>
              <PassedIcon size={18} /> {works(tested.value)}
            </p>
          ) : (
            <FailureNotice failure={tested.error} onDismiss={() => setTested(null)} />
          )}
        </>
      )}
    </li>
  );
}
