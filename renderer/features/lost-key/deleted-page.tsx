// That nothing is left of a case.
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { NothingLeft } from '../../components/nothing-left.tsx';
import type { LostKey, Proof } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly zone: Zone;
  readonly proof: Proof;
}

export function DeletedPage({ lost, zone, proof }: Props) {
  const { t, i18n } = useTranslation('lostKey');
  const language = languageOf(i18n.language);
  const count = proof.files.length;
  return (
    <NothingLeft
      title={t('done.deleted')}
      testId="lost-proof"
      files={proof.files}
      back={t('done.back')}
      onBack={() => lost.go({ kind: 'start' })}
    >
      <p>
        {t('done.deletedText', {
          ...{ count, formatted: formatNumber(count, language) },
          date: formatDateTime(proof.at, zone, language),
        })}
      </p>
      <p className={classes['hint']}>{t('done.proof')}</p>
    </NothingLeft>
  );
}
