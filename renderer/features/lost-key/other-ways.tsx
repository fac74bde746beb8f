// A certificate that this computer does not know by itself: from a document, from a file, or by its number.
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, TextInput } from '@mantine/core';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

export function OtherWays({ lost }: { readonly lost: LostKey }) {
  const { t } = useTranslation('lostKey');
  const [serial, setSerial] = useState('');
  const [issuer, setIssuer] = useState('');
  const whole = /^[0-9a-fA-F\s:]+$/.test(serial) && issuer.trim() !== '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (whole) void lost.choose({ from: 'typed', serial, issuer: issuer.trim() });
  };
  return (
    <div className={classes['stack']}>
      <p className={classes['hint']}>{t('start.otherText')}</p>
      <div className={classes['buttons']}>
        <Button
          variant="default"
          disabled={lost.busy}
          onClick={() => void lost.choose({ from: 'signed-pdf' })}
        >
          {t('start.pdf')}
        </Button>
        <Button
          variant="default"
          disabled={lost.busy}
          onClick={() => void lost.choose({ from: 'certificate-file' })}
        >
          {t('start.file')}
        </Button>
      </div>
      <form className={classes['stack']} aria-label={t('start.typed')} onSubmit={submit}>
        <div className={classes['fields']}>
          <TextInput
            label={t('start.serial')}
            description={t('start.serialHint')}
            value={serial}
            maxLength={120}
            onChange={(event) => setSerial(event.currentTarget.value)}
          />
          <TextInput
            label={t('start.issuer')}
            description={t('start.issuerHint')}
            value={issuer}
            maxLength={200}
            onChange={(event) => setIssuer(event.currentTarget.value)}
          />
        </div>
        <div>
          <Button type="submit" variant="default" disabled={!whole || lost.busy}>
            {t('start.typedNext')}
          </Button>
        </div>
      </form>
    </div>
  );
}
