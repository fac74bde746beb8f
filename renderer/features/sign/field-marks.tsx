// The fields that wait, drawn where they stand on a page; one click takes the signature there.
import { useTranslation } from 'react-i18next';
import type { WaitingField } from '../../../core/contract/signing.ts';
import { toDisplay } from '../../viewer/page-geometry.ts';
import type { ShownPage } from '../../viewer/page-view.tsx';
import classes from './stamp.module.css';

interface Props {
  readonly shown: ShownPage;
  readonly fields: readonly WaitingField[];
  /** Name of the field that is to be signed; null: none. */
  readonly chosen: string | null;
  readonly disabled: boolean;
  /** Of the button; absent: that one signs there. */
  readonly labelOf?: (name: string) => string;
  readonly onChoose: (name: string) => void;
}

export function FieldMarks({ shown, fields, chosen, disabled, labelOf, onChoose }: Props) {
  const { t } = useTranslation('sign');
  const { geometry, pixelsPerPoint, number } = shown;
  return fields.map(({ name, place }) => {
    if (place?.page !== number) return null;
    const at = toDisplay(place.rect, geometry);
    return (
      <button
        key={name}
        type="button"
        className={classes['field']}
        aria-pressed={name === chosen}
        disabled={disabled}
        data-testid="field-mark"
        style={{
          left: at.x * pixelsPerPoint,
          top: at.y * pixelsPerPoint,
          width: at.width * pixelsPerPoint,
          height: at.height * pixelsPerPoint,
        }}
        aria-label={labelOf?.(name) ?? t('place.signHere', { name })}
        onClick={() => onChoose(name)}
      >
        <span aria-hidden="true">{name}</span>
      </button>
    );
  });
}
