// What became of a request: where it is and what goes with it, or that its key is there and nothing is lost.
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../core/contract/shapes.ts';
import type { RequestWish } from '../../../core/contract/token-keys.ts';
import { PassedIcon } from '../../components/icons.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import classes from './request.module.css';

export interface Made {
  readonly type: RequestWish['type'];
  /** Whether a key was made for it. */
  readonly fresh: boolean;
  readonly file: string | null;
  readonly problem: Failure | null;
  readonly keyId: string;
}

/** What goes with an application of each type (Pasal 11(3), (4), (5)). */
const PAPERS = {
  individual: ['letter', 'recommendation', 'email', 'ktp'],
  position: ['letter', 'recommendation', 'decree', 'email', 'ktp'],
  system: ['letter', 'recommendation', 'email', 'ktp'],
} as const;

export function MadeCard({ made: { type, fresh, file, problem, keyId } }: { readonly made: Made }) {
  const { t } = useTranslation('request');
  if (problem !== null) {
    return (
      <FailureNotice failure={problem} title={t('made.keyOnly')}>
        <p>{t('made.keyStays', { id: keyId })}</p>
      </FailureNotice>
    );
  }
  return (
    <div className={classes['made']} data-testid="made">
      <p className={classes['done']}>
        <PassedIcon size={20} />
        <strong>{t('made.saved', { file: file ?? '' })}</strong>
      </p>
      <p>{t(fresh ? 'made.fresh' : 'made.again')}</p>
      <p>{t('made.next')}</p>
      <ul className={classes['papers']}>
        {PAPERS[type].map((paper) => (
          <li key={paper}>{t(`papers.${paper}`)}</li>
        ))}
      </ul>
      <p className={classes['hint']}>{t('made.yourself')}</p>
    </div>
  );
}
