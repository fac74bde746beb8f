// Which design the stamp has.
import { useTranslation } from 'react-i18next';
import { NativeSelect } from '@mantine/core';
import type { StampDesignChoice } from '../../../core/contract/signing.ts';
import { languageOf } from '../../base/i18n.ts';

interface Props {
  readonly designs: readonly StampDesignChoice[];
  /** Null: the standard one. */
  readonly chosen: string | null;
  readonly onChoose: (design: string | null) => void;
}

/** Id of the shipped standard, which is also what no choice means. */
const STANDARD = 'standar';

export function DesignField({ designs, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation('sign');
  const language = languageOf(i18n.language);
  if (designs.length < 2) return null;
  return (
    <NativeSelect
      label={t('design')}
      value={chosen ?? STANDARD}
      data={designs.map(({ id, title }) => ({ value: id, label: title[language] }))}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChoose(value === STANDARD ? null : value);
      }}
    />
  );
}
