// The three types of Pasal 7 and the uses of Pasal 8(5).
import { useTranslation } from 'react-i18next';
import { CERTIFICATE_TYPES } from '../../../core/domain/certificate-request.ts';
import { type FormField, type RequestForm, usesFor } from './request-form.ts';
import classes from './request.module.css';

export interface FieldsProps {
  readonly form: RequestForm;
  readonly wrong: FormField | null;
  readonly onChange: (part: Partial<RequestForm>) => void;
}

export function TypeFields({ form, wrong, onChange }: FieldsProps) {
  const { t } = useTranslation('request');
  const { type, uses } = form;
  return (
    <>
      <fieldset className={classes['choices']}>
        <legend className={classes['legend']}>{t('type')}</legend>
        {CERTIFICATE_TYPES.map((one) => (
          <label key={one} className={classes['choice']} data-chosen={one === type || undefined}>
            <input
              type="radio"
              name="type"
              value={one}
              checked={one === type}
              aria-describedby={`type-${one}`}
              onChange={() => onChange({ type: one })}
            />
            <span>
              <strong>{t(`types.${one}`)}</strong>
              <span id={`type-${one}`} className={classes['hint']}>
                {t(`typeTexts.${one}`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className={classes['uses']} aria-describedby="uses-hint">
        <legend className={classes['legend']}>{t('uses.legend')}</legend>
        {usesFor(type).map((use, index) => (
          <label key={use} className={classes['use']}>
            <input
              type="checkbox"
              name={index === 0 ? 'uses' : undefined}
              checked={uses.includes(use)}
              onChange={(event) =>
                onChange({
                  uses: event.currentTarget.checked
                    ? [...uses, use]
                    : uses.filter((one) => one !== use),
                })
              }
            />
            {t(`uses.${use}`)}
          </label>
        ))}
        <p id="uses-hint" className={classes['hint']} data-problem={wrong === 'uses' || undefined}>
          {t(wrong === 'uses' ? 'wrong.uses' : 'uses.hint')}
        </p>
      </fieldset>
    </>
  );
}
