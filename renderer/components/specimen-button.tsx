// The picture of the person's signature for stamps: whether there is one, and the ways to choose and forget it.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { StampOwnerState } from '../base/use-stamp-owner.ts';
import { FailureNotice } from './notice.tsx';
import classes from './specimen-button.module.css';

export function SpecimenButton({ owner }: { readonly owner: StampOwnerState }) {
  const { t } = useTranslation('common');
  const { shown, failure, chooseSpecimen, forgetSpecimen } = owner;
  const specimen = shown?.specimen ?? null;
  return (
    <div className={classes['specimen']}>
      {failure !== null && <FailureNotice failure={failure} />}
      <p className={classes['name']} role="status">
        {specimen === null ? t('specimen.none') : specimen.name}
      </p>
      <div className={classes['buttons']}>
        <Button variant="default" size="sm" disabled={shown === null} onClick={chooseSpecimen}>
          {t(specimen === null ? 'specimen.choose' : 'specimen.change')}
        </Button>
        {specimen !== null && (
          <Button variant="subtle" size="sm" onClick={forgetSpecimen}>
            {t('specimen.forget')}
          </Button>
        )}
      </div>
    </div>
  );
}
