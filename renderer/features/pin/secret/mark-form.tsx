// One picture and one word, chosen here and nowhere else: the main window never learns which.
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MARK_PICTURES, MARK_WORDS, type WindowMark } from '../../../../core/domain/window-mark.ts';
import { penaSecret } from '../../../base/bridge.ts';
import { MarkPictureDrawing } from '../mark-pictures.tsx';
import { FormButtons } from './form-buttons.tsx';
import classes from '../mark.module.css';
import formClasses from '../pin.module.css';

interface Props {
  readonly mark: WindowMark | null;
  readonly onCancel: () => void;
}

export function MarkForm({ mark, onCancel }: Props) {
  const { t } = useTranslation('secret');
  const [picture, setPicture] = useState(mark?.picture ?? null);
  const [word, setWord] = useState(mark?.word ?? null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (picture === null || word === null) {
      setMissing(true);
      return;
    }
    setBusy(true);
    void penaSecret()
      .call('secret.setMark', { mark: { picture, word } })
      .finally(() => setBusy(false));
  };
  return (
    <form className={formClasses['form']} onSubmit={submit}>
      <fieldset className={classes['group']}>
        <legend>{t('mark.picture')}</legend>
        <div className={classes['pictures']}>
          {MARK_PICTURES.map((one, index) => (
            <label key={one} className={classes['choice']} title={t(`mark.pictures.${one}`)}>
              <input
                type="radio"
                name="picture"
                aria-label={t(`mark.pictures.${one}`)}
                checked={picture === one}
                autoFocus={picture === one || (picture === null && index === 0)}
                onChange={() => setPicture(one)}
              />
              <MarkPictureDrawing picture={one} size={34} />
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className={classes['group']}>
        <legend>{t('mark.word')}</legend>
        <div className={classes['words']}>
          {MARK_WORDS.map((one) => (
            <label key={one} className={classes['choice']}>
              <input
                type="radio"
                name="word"
                checked={word === one}
                onChange={() => setWord(one)}
              />
              {one}
            </label>
          ))}
        </div>
      </fieldset>
      <p
        className={formClasses['muted']}
        role="status"
        data-problem={missing && (picture === null || word === null) ? true : undefined}
      >
        {picture !== null && word !== null
          ? t('mark.chosen', { picture: t(`mark.pictures.${picture}`), word })
          : t(missing ? 'mark.missing' : 'mark.keep')}
      </p>
      <FormButtons label={t('mark.submit')} busy={busy} onCancel={onCancel} />
    </form>
  );
}
