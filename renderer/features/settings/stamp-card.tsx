// What stamps say of the person at this computer: NIP, contents of the QR code, picture of the signature.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '@mantine/core';
import { useStampOwner } from '../../base/use-stamp-owner.ts';
import { SpecimenButton } from '../../components/specimen-button.tsx';
import classes from './settings.module.css';

export function StampCard() {
  const { t } = useTranslation('settings');
  const heading = useId();
  const owner = useStampOwner();
  const { shown, set } = owner;
  return (
    <section className={classes['card']} aria-labelledby={heading} data-testid="stamp-card">
      <div className={classes['section']}>
        <h2 id={heading}>{t('stamp.title')}</h2>
        <p className={classes['hint']}>{t('stamp.hint')}</p>
        {/* There before it is known what they say: what comes below must not jump. */}
        <Line
          key={shown === null ? 'nip-unknown' : 'nip'}
          label={t('stamp.nip')}
          hint={t('stamp.nipHint')}
          value={shown?.nip ?? null}
          onChange={(nip) => set({ nip })}
        />
        <Line
          key={shown === null ? 'qr-unknown' : 'qr'}
          label={t('stamp.qr')}
          hint={t('stamp.qrHint')}
          value={shown?.qr ?? null}
          onChange={(qr) => set({ qr })}
        />
        <div>
          <p className={classes['label']}>{t('stamp.specimen')}</p>
          <SpecimenButton owner={owner} />
        </div>
      </div>
    </section>
  );
}

interface LineProps {
  readonly label: string;
  readonly hint: string;
  /** Null: not known yet. */
  readonly value: string | null;
  readonly onChange: (text: string) => void;
}

function Line({ label, hint, value, onChange }: LineProps) {
  const [text, setText] = useState(value ?? '');
  const commit = (): void => {
    if (text.trim() !== value) onChange(text.trim());
  };
  return (
    <TextInput
      label={label}
      description={hint}
      value={text}
      disabled={value === null}
      maxLength={200}
      spellCheck={false}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
