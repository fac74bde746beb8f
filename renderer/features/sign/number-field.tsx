// A number that is passed on only while it is one, and falls back to the last good one when left.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberInput } from '@mantine/core';
import { languageOf } from '../../base/i18n.ts';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max?: number;
  readonly invalid?: boolean;
  readonly whole?: boolean;
  readonly describedBy?: string;
  readonly onChange: (value: number) => void;
  readonly onLeave?: () => void;
}

export function NumberField(props: Props) {
  const { label, value, min, max, invalid = false, whole = false, describedBy } = props;
  const { t, i18n } = useTranslation('sign');
  // Null: shows the value from outside. Text: being typed and not a number that can be used.
  const [unfinished, setUnfinished] = useState<string | null>(null);
  const onChange = (typed: number | string): void => {
    const usable =
      typeof typed === 'number' &&
      Number.isFinite(typed) &&
      typed >= min &&
      (max === undefined || typed <= max);
    setUnfinished(usable ? null : String(typed));
    if (usable) props.onChange(typed);
  };
  return (
    <NumberInput
      label={label}
      size="sm"
      value={unfinished ?? value}
      step={1}
      decimalScale={whole ? 0 : 1}
      allowNegative={min < 0}
      decimalSeparator={languageOf(i18n.language) === 'id' ? ',' : '.'}
      hideControls
      withKeyboardEvents
      error={invalid || unfinished !== null}
      aria-label={unfinished === null ? undefined : `${label}. ${t('place.number')}`}
      aria-describedby={describedBy}
      onChange={onChange}
      onBlur={() => {
        setUnfinished(null);
        props.onLeave?.();
      }}
    />
  );
}
