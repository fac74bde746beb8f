// The person's own mark, above everything else: a window without it is not Pena's.
import { useTranslation } from 'react-i18next';
import type { WindowMark } from '../../../core/domain/window-mark.ts';
import { MarkPictureDrawing } from './mark-pictures.tsx';
import classes from './mark.module.css';

export function MarkBanner({ mark }: { readonly mark: WindowMark | null }) {
  const { t } = useTranslation('secret');
  if (mark === null) return <p className={classes['none']}>{t('mark.none')}</p>;
  return (
    <div className={classes['banner']} data-testid="mark">
      <MarkPictureDrawing picture={mark.picture} size={40} />
      <div>
        <p className={classes['own']}>
          {t('mark.own', { picture: t(`mark.pictures.${mark.picture}`), word: mark.word })}
        </p>
        <p className={classes['hint']}>{t('mark.hint')}</p>
      </div>
    </div>
  );
}
