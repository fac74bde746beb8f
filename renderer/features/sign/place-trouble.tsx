// The stamp lies on what stands there already: said while it is moved, with the way out beside it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { AlertIcon } from '../../components/icons.tsx';
import type { Rectangle } from '../../viewer/page-geometry.ts';
import type { Trouble } from './free-rectangle.ts';
import classes from './sign.module.css';

interface Props {
  /** Null: none. */
  readonly trouble: Trouble | null;
  /** The nearest free place; null where there is none. */
  readonly findFree: () => Rectangle | null;
  readonly onPlace: (rect: Rectangle) => void;
}

export function PlaceTrouble({ trouble, findFree, onPlace }: Props) {
  const { t } = useTranslation('sign');
  const [full, setFull] = useState(false);
  const find = (): void => {
    const free = findFree();
    setFull(free === null);
    if (free !== null) onPlace(free);
  };
  return (
    // Always there: what comes into a live region is read aloud, the region itself is not.
    <div role="status" data-testid="place-trouble">
      {trouble !== null && (
        <div className={classes['trouble']}>
          <AlertIcon size={20} />
          <div>
            <p>{t(`place.trouble.${trouble}`)}</p>
            {full && <p>{t('place.trouble.full')}</p>}
            <Button variant="default" size="xs" onClick={find}>
              {t('place.trouble.find')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
