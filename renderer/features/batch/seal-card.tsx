// What a sealed package is fixed by: the digest and the count that the PIN window shows again.
import { useTranslation } from 'react-i18next';
import type { ChosenBatch } from '../../../core/contract/batch.ts';
import { formatNumber, groupDigest } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Facts } from '../../components/facts.tsx';
import classes from './batch.module.css';

interface Props {
  readonly sealed: NonNullable<ChosenBatch['sealed']>;
  readonly files: number;
}

export function SealCard({ sealed, files }: Props) {
  const { t, i18n } = useTranslation(['batch', 'sign']);
  const language = languageOf(i18n.language);
  return (
    <section className={classes['card']} aria-labelledby="batch-seal" data-testid="seal">
      <h2 id="batch-seal">{t('sealed.title')}</h2>
      <Facts
        facts={[
          { name: t('sealed.count'), value: formatNumber(files, language) },
          { name: t('sealed.digest'), value: groupDigest(sealed.sha256), code: true },
          { name: t('sealed.by'), value: sealed.by ?? t('sealed.nobody') },
          { name: t('sealed.level'), value: t(`sign:level.${sealed.level}`) },
        ]}
      />
      <p className={classes['hint']}>{t('sealed.hint')}</p>
    </section>
  );
}
