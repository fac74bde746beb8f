// How the signature gets its place: freely, in one of the fields that wait, or on a tag in the text.
import { useTranslation } from 'react-i18next';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { StampSpot, WaitingField } from '../../../core/contract/signing.ts';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import { NumberField } from './number-field.tsx';
import { chosenField, effectiveWay, type Placing, waysFor } from './placing.ts';
import classes from './sign.module.css';

interface Props {
  readonly placing: Placing;
  readonly fields: readonly WaitingField[];
  /** Of the tag; null where it was not found, or not yet. */
  readonly found: StampSpot | null;
  readonly onChange: (part: Partial<Placing>) => void;
}

export function WayFields({ placing, fields, found, onChange }: Props) {
  const { t } = useTranslation('sign');
  const ways = waysFor(placing.visible, fields);
  const way = effectiveWay(placing, fields);
  const words = placing.visible ? ('way' as const) : ('wayUnseen' as const);
  return (
    <>
      {ways.length > 1 && (
        <NativeSelect
          label={t('place.way')}
          value={way}
          data={ways.map((value) => ({
            value,
            label: value === 'free' ? t(`place.${words}Free`) : t(`place.ways.${value}`),
          }))}
          onChange={(event) => {
            const chosen = ways.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) onChange({ way: chosen });
          }}
        />
      )}
      {way === 'field' && <FieldList placing={placing} fields={fields} onChange={onChange} />}
      {way === 'tag' && <TagFields placing={placing} found={found} onChange={onChange} />}
    </>
  );
}

function FieldList({ placing, fields, onChange }: Omit<Props, 'found'>) {
  const { t, i18n } = useTranslation('sign');
  const language = languageOf(i18n.language);
  const chosen = chosenField(placing, fields);
  return (
    <fieldset className={classes['place']} data-testid="waiting-fields">
      <legend className={classes['legend']}>{t('place.fields')}</legend>
      {fields.map(({ name, place, turn }) => (
        <label
          key={name}
          className={classes['option']}
          data-checked={name === chosen?.name || undefined}
          data-usable
        >
          <input
            type="radio"
            name="waiting-field"
            checked={name === chosen?.name}
            onChange={() => onChange({ way: 'field', field: name })}
          />
          <span className={classes['optionText']}>
            <span className={classes['optionHead']}>
              <strong>{name}</strong>
              {turn && <Badge tone="ok">{t('place.turn')}</Badge>}
            </span>
            <span className={classes['optionMeta']}>
              <span>
                {place === null
                  ? t('place.unseen')
                  : t('place.onPage', { page: formatNumber(place.page, language) })}
              </span>
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function TagFields({ placing, found, onChange }: Omit<Props, 'fields'>) {
  const { t, i18n } = useTranslation('sign');
  const language = languageOf(i18n.language);
  const { tag, tagSize, tagNext } = placing;
  return (
    <fieldset className={classes['place']}>
      <legend className={classes['legend']}>{t('place.tagLegend')}</legend>
      <TextInput
        label={t('place.tag')}
        value={tag}
        maxLength={16}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange({ tag: event.currentTarget.value })}
      />
      <div className={classes['numbers']}>
        {(['width', 'height'] as const).map((name) => (
          <NumberField
            key={name}
            label={t(`place.${name}`)}
            value={tagSize[name]}
            min={1}
            max={20_000}
            onChange={(value) => onChange({ tagSize: { ...tagSize, [name]: value } })}
          />
        ))}
      </div>
      <Checkbox
        size="md"
        label={t('place.tagNext')}
        checked={tagNext}
        onChange={(event) => onChange({ tagNext: event.currentTarget.checked })}
      />
      <p className={classes['hint']} role="status">
        {found === null
          ? t('place.tagHint')
          : t('place.tagFound', { page: formatNumber(found.page, language) })}
      </p>
    </fieldset>
  );
}
