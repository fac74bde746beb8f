// The stamp's place in numbers: the way that needs neither mouse nor sight of the page.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import type { PageGeometry, Rectangle } from '../../viewer/page-geometry.ts';
import { NumberField } from './number-field.tsx';
import classes from './sign.module.css';

interface Props {
  readonly rect: Rectangle;
  readonly page: number;
  readonly pageCount: number;
  readonly seenPage: number;
  readonly geometry: PageGeometry | null;
  readonly valid: boolean;
  readonly onPlace: (rect: Rectangle) => void;
  readonly onPage: (page: number) => void;
}

const FIELDS = ['x', 'y', 'width', 'height'] as const;

export function PlaceFields(props: Props) {
  const { rect, page, pageCount, seenPage, geometry, valid, onPlace, onPage } = props;
  const { t, i18n } = useTranslation('sign');
  const language = languageOf(i18n.language);
  const described = valid ? 'place-hint' : 'place-error';
  return (
    <fieldset className={classes['place']}>
      <legend className={classes['legend']}>{t('place.legend')}</legend>
      <div className={classes['numbers']}>
        {FIELDS.map((name) => (
          <NumberField
            key={name}
            label={t(`place.${name}`)}
            value={rect[name]}
            min={name === 'x' || name === 'y' ? -20_000 : 1}
            max={20_000}
            invalid={!valid}
            describedBy={described}
            onChange={(value) => onPlace({ ...rect, [name]: value })}
          />
        ))}
      </div>
      {!valid && geometry !== null && (
        <p id="place-error" className={classes['error']} role="alert">
          {t('place.outside', {
            width: formatNumber(geometry.page.width, language),
            height: formatNumber(geometry.page.height, language),
          })}
        </p>
      )}
      <div className={classes['pageRow']}>
        <NumberField
          label={t('place.page')}
          value={page}
          min={1}
          max={Math.max(1, pageCount)}
          whole
          describedBy="place-hint"
          onChange={onPage}
        />
        <span className={classes['of']}>
          {t('place.pageOf', { formatted: formatNumber(pageCount, language) })}
        </span>
        {seenPage !== page && (
          <Button variant="subtle" size="xs" onClick={() => onPage(seenPage)}>
            {t('place.toHere')}
          </Button>
        )}
      </div>
      <p id="place-hint" className={classes['hint']}>
        {t('place.hint')}
      </p>
    </fieldset>
  );
}
