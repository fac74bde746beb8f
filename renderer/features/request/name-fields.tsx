// In whose name, and for a server under which names of its own.
import { useTranslation } from 'react-i18next';
import { Textarea, TextInput } from '@mantine/core';
import { fieldsFor } from './request-form.ts';
import type { FieldsProps } from './type-fields.tsx';
import classes from './request.module.css';

/** So that fields stand in rows whether or not they are explained. */
const ORDER: ('label' | 'input' | 'error' | 'description')[] = [
  'label',
  'input',
  'error',
  'description',
];

export function NameFields({ form, wrong, onChange }: FieldsProps) {
  const { t } = useTranslation('request');
  const { type, uses } = form;
  const needed = (field: string): boolean =>
    ['name', 'organisation', 'position'].includes(field) ||
    (field === 'email' && uses.includes('email'));
  const hints = {
    name: t(`nameHints.${type}`),
    email: t('hints.email'),
    serialNumber: t('hints.serialNumber'),
  };
  return (
    <div className={classes['fields']}>
      {fieldsFor(type).map((field) => (
        <TextInput
          key={field}
          name={field}
          label={t(`fields.${field}`)}
          description={field in hints ? hints[field as keyof typeof hints] : undefined}
          value={form[field]}
          inputWrapperOrder={ORDER}
          maxLength={200}
          autoComplete="off"
          required={needed(field)}
          error={wrong === field && t(`wrong.${field}`)}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
      {type === 'system' &&
        (['dns', 'ip'] as const).map((field) => (
          <Textarea
            key={field}
            name={field}
            label={t(`fields.${field}`)}
            description={t(`hints.${field}`)}
            value={form[field]}
            inputWrapperOrder={ORDER}
            maxLength={4000}
            rows={2}
            error={wrong === field && t(`wrong.${field}`)}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          />
        ))}
    </div>
  );
}
