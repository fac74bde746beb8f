// What will be signed, as whom, with which token; then the PIN, the PIN pad, or why it is not asked for.
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PinDescription } from '../../../core/contract/pin.ts';
import { formatNumber, groupDigest } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { LockIcon } from '../../components/icons.tsx';
import { DocumentList } from './document-list.tsx';
import { MarkBanner } from './mark-banner.tsx';
import { PadForm } from './pad-form.tsx';
import { PinForm } from './pin-form.tsx';
import { useSecretWindow } from './use-secret-window.ts';
import { Warning } from './warning.tsx';
import classes from './pin.module.css';
import { penaPin } from '../../base/bridge.ts';

const cancel = (): void => {
  void penaPin().call('pin.cancel', {});
};

/** Null: main could not say what is to be signed. Then nothing is asked. */
export function PinWindow({ description }: { readonly description: PinDescription | null }) {
  const { t, i18n } = useTranslation('pin');
  const heading = useRef<HTMLHeadingElement>(null);
  const locked = description?.pinState === 'locked';
  const title = t(locked ? 'titleLocked' : description?.pinPad === true ? 'titlePad' : 'title');

  useSecretWindow(title, cancel);

  const submit = useCallback(
    async (
      pin: Uint8Array<ArrayBuffer>,
      lastTryConfirmed: boolean,
      keep = false,
    ): Promise<void> => {
      try {
        await penaPin().call('pin.submit', { pin, lastTryConfirmed, keep });
      } finally {
        pin.fill(0);
      }
    },
    [],
  );

  if (description === null) {
    return (
      <main className={classes['window']}>
        <h1>{t('title')}</h1>
        <Warning tone="bad">{t('failed')}</Warning>
        <CloseButton label={t('close')} />
      </main>
    );
  }
  const { count, sealed, errand } = description;
  const unlisted = count - description.documents.length;
  const formatted = formatNumber(count, languageOf(i18n.language));
  return (
    <main className={classes['window']}>
      <header className={classes['head']}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p className={classes['muted']}>
            {t('token', { label: description.tokenLabel, serial: description.tokenSerial })}
          </p>
        </div>
        <span className={classes['lock']}>
          <LockIcon size={22} />
        </span>
      </header>
      <MarkBanner mark={description.mark} />
      <dl className={classes['facts']}>
        <div>
          <dt>{t(errand === 'remove-key' ? 'key' : 'as')}</dt>
          <dd>
            <strong>{description.certificateName}</strong>
          </dd>
        </div>
        <div>
          <dt>{t('for')}</dt>
          <dd data-testid="purpose">
            {errand === null ? t('purpose', { count, formatted }) : t(`errands.${errand}`)}
          </dd>
        </div>
        {sealed !== null && (
          <div>
            <dt>{t('seal')}</dt>
            <dd data-testid="seal">
              {t('sealed', {
                count: sealed.count,
                formatted: formatNumber(sealed.count, languageOf(i18n.language)),
              })}
              <br />
              <span className={classes['sealDigest']}>{groupDigest(sealed.sha256)}</span>
            </dd>
          </div>
        )}
        {errand === null && (
          <div>
            <dt>{t('documents', { count })}</dt>
            <dd>
              <DocumentList documents={description.documents} />
              {unlisted > 0 && (
                <p className={classes['muted']}>
                  {t('unlisted', {
                    count: unlisted,
                    formatted: formatNumber(unlisted, languageOf(i18n.language)),
                  })}
                </p>
              )}
            </dd>
          </div>
        )}
      </dl>
      {description.previousWrong && (
        <Warning tone="bad">{t(errand === null ? 'wrong' : 'wrongErrand')}</Warning>
      )}
      {description.pinState === 'count-low' && !description.previousWrong && (
        <Warning tone="warn">{t('countLow')}</Warning>
      )}
      {locked ? (
        <>
          <Warning tone="bad">{t('locked')}</Warning>
          <CloseButton label={t('close')} />
        </>
      ) : description.pinPad ? (
        <PadForm
          finalTry={description.pinState === 'final-try'}
          onSubmit={submit}
          onCancel={cancel}
        />
      ) : (
        <PinForm
          mayKeep={description.mayKeep}
          submit={t(errand === null ? 'submit' : 'submitErrand')}
          finalTry={description.pinState === 'final-try'}
          onSubmit={submit}
          onCancel={cancel}
        />
      )}
    </main>
  );
}

function CloseButton({ label }: { readonly label: string }) {
  return (
    <div className={classes['buttons']}>
      <button type="button" className={classes['primary']} autoFocus onClick={cancel}>
        {label}
      </button>
    </div>
  );
}
