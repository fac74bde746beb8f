// The three types of Pasal 7 and the uses of Pasal 8(5).
import { useTranslation } from 'react-i18next';
import { CERTIFICATE_TYPES } from '../../../core/domain/certificate-request.ts';
import { ChoiceCard } from '../../components/choice-card.tsx';
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
          <ChoiceCard
            key={one}
            name="type"
            value={one}
            title={t(`types.${one}`)}
            text={t(`typeTexts.${one}`)}
            chosen={one === type}
            onChoose={() => onChange({ type: one })}
          />
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
