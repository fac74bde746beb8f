// Which personal data this computer keeps, why, and how it is deleted (UU 27/2022): the same telling as the terminal's.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { keptData } from '../../../core/domain/messages/kept-data.ts';
import { languageOf } from '../../base/i18n.ts';
import { Facts } from '../../components/facts.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

export function KeptPage({ lost }: { readonly lost: LostKey }) {
  const { t, i18n } = useTranslation('lostKey');
  return (
    <>
      <ViewHeader
        title={t('kept.title')}
        subtitle={t('kept.subtitle')}
        actions={
          <Button variant="subtle" size="sm" onClick={() => lost.go({ kind: 'start' })}>
            {t('kept.back')}
          </Button>
        }
      />
      {keptData(languageOf(i18n.language)).map(({ what, where, why, removed }) => (
        <section key={what} className={classes['card']} aria-label={what}>
          <h2>{what}</h2>
          <Facts
            dense
            facts={[
              { name: t('kept.where'), value: where },
              { name: t('kept.why'), value: why },
              { name: t('kept.removed'), value: removed },
            ]}
          />
        </section>
      ))}
    </>
  );
}
