// How long the signature can be proven: the level, in words, with what it needs.
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect } from '@mantine/core';
import { type BaselineLevel, BASELINE_LEVELS } from '../../../core/domain/signature-level.ts';
import classes from './sign.module.css';

interface Props {
  readonly level: BaselineLevel;
  /** Null: not known yet. */
  readonly canStamp: boolean | null;
  readonly onChoose: (level: BaselineLevel) => void;
  readonly onSettings: () => void;
}

export function LevelField({ level, canStamp, onChoose, onSettings }: Props) {
  const { t } = useTranslation('sign');
  return (
    <div>
      <NativeSelect
        label={t('level.label')}
        description={t(`level.hints.${level}`)}
        value={level}
        data={BASELINE_LEVELS.map((value) => ({
          value,
          label: t(`level.${value}`),
          disabled: value !== 'B-B' && canStamp !== true,
        }))}
        onChange={(event) => {
          const chosen = BASELINE_LEVELS.find((value) => value === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      />
      {canStamp === false && (
        <div className={classes['noTsa']}>
          <p className={classes['hint']}>{t('level.noTsa')}</p>
          <Button variant="subtle" size="compact-sm" onClick={onSettings}>
            {t('level.settings')}
          </Button>
        </div>
      )}
    </div>
  );
}
