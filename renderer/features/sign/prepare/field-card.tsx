// One field of the order: whose it is, and where it stands.
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { ROLES } from '../../../../core/domain/workflow.ts';
import { type PreparedField, problemOf, WAYS } from './prepared-fields.ts';
import classes from './prepare.module.css';

interface Props {
  readonly field: PreparedField;
  readonly all: readonly PreparedField[];
  /** From 1. */
  readonly order: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onChange: (part: Partial<PreparedField>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  /** Place in numbers, for the one that is chosen. */
  readonly children: React.ReactNode;
}

export function FieldCard(props: Props) {
  const { field, all, order, chosen, onChoose, onChange, onMove, onRemove, children } = props;
  const { t } = useTranslation('prepare');
  const problem = problemOf(field, all);
  const index = all.indexOf(field);
  const title = t('turn', { order, name: field.name });
  return (
    <li className={classes['card']} data-chosen={chosen || undefined} data-testid="prepared-field">
      <div className={classes['head']}>
        <button
          type="button"
          className={classes['title']}
          aria-expanded={chosen}
          onClick={onChoose}
        >
          <span className={classes['order']} aria-hidden="true">
            {order}
          </span>
          <span>
            {field.name === '' ? t('unnamed') : field.name}
            <small>{t(`roles.${field.role}`)}</small>
          </span>
          <span className="visually-hidden">{title}</span>
        </button>
        <div className={classes['moves']}>
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={index === 0}
            aria-label={t('up', { name: field.name })}
            onClick={() => onMove(-1)}
          >
            ↑
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={index === all.length - 1}
            aria-label={t('down', { name: field.name })}
            onClick={() => onMove(1)}
          >
            ↓
          </Button>
        </div>
      </div>
      {chosen && (
        <div className={classes['body']}>
          <NativeSelect
            label={t('role')}
            value={field.role}
            data={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
            onChange={(event) => {
              const role = ROLES.find((one) => one === event.currentTarget.value);
              if (role !== undefined) onChange({ role });
            }}
          />
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            value={field.name}
            maxLength={100}
            error={problem === 'name' || problem === 'twice' ? t(`wrong.${problem}`) : undefined}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          {index > 0 && (
            <Checkbox
              label={t('together')}
              checked={field.together}
              onChange={(event) => onChange({ together: event.currentTarget.checked })}
            />
          )}
          <NativeSelect
            label={t('way')}
            value={field.way}
            data={WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))}
            onChange={(event) => {
              const way = WAYS.find((one) => one === event.currentTarget.value);
              if (way !== undefined) onChange({ way });
            }}
          />
          {field.way === 'tag' && (
            <TextInput
              label={t('tag')}
              description={t('tagHint')}
              value={field.tag}
              maxLength={16}
              error={problem === 'tag' && field.tag !== '' ? t('wrong.tag') : undefined}
              onChange={(event) => onChange({ tag: event.currentTarget.value })}
            />
          )}
          {children}
          <div>
            <Button variant="subtle" size="compact-sm" onClick={onRemove}>
              {t('remove')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
