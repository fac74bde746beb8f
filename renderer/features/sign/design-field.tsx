// Which design the stamp has.
import { useTranslation } from 'react-i18next';
import { NativeSelect } from '@mantine/core';
import type { StampDesignChoice } from '../../../core/contract/signing.ts';
import { languageOf } from '../../base/i18n.ts';
import type { StampOwnerState } from '../../base/use-stamp-owner.ts';
import { SkippedDesigns } from '../../components/skipped-designs.tsx';
import { SpecimenButton } from '../../components/specimen-button.tsx';
import type { Designs } from './use-designs.ts';

interface Props {
  readonly designs: Designs;
  /** Null: the standard one. */
  readonly chosen: string | null;
  readonly onChoose: (design: StampDesignChoice) => void;
  readonly owner: StampOwnerState;
}

/** Id of the shipped standard, which is also what no choice means. */
export const STANDARD_DESIGN = 'standar';

export function DesignField({ designs: { designs, skipped }, chosen, onChoose, owner }: Props) {
  const { t, i18n } = useTranslation('sign');
  const language = languageOf(i18n.language);
  return (
    <>
      {designs.length > 1 && (
        <NativeSelect
          label={t('design')}
          value={chosen ?? STANDARD_DESIGN}
          data={designs.map(({ id, title }) => ({ value: id, label: title[language] }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const design = designs.find(({ id }) => id === value);
            if (design !== undefined) onChoose(design);
          }}
        />
      )}
      {designs.some(({ id, specimen }) => id === chosen && specimen) && (
        <SpecimenButton owner={owner} />
      )}
      <SkippedDesigns skipped={skipped} />
    </>
  );
}
