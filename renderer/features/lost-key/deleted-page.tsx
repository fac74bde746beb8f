// That nothing is left of a case: what there was, by the digests of its encrypted files.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { formatDateTime, formatNumber, groupDigest, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { ViewHeader } from '../../components/view-header.tsx';
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
    <>
      <ViewHeader title={t('done.deleted')} />
      <section className={classes['card']} aria-label={t('done.deleted')} data-testid="lost-proof">
        <p>
          {t('done.deletedText', {
            ...{ count, formatted: formatNumber(count, language) },
            date: formatDateTime(proof.at, zone, language),
          })}
        </p>
        <p className={classes['hint']}>{t('done.proof')}</p>
        <ul className={classes['digests']}>
          {proof.files.map(({ name, sha256 }) => (
            <li key={name}>{groupDigest(sha256)}</li>
          ))}
        </ul>
      </section>
      <div className={classes['buttons']}>
        <Button onClick={() => lost.go({ kind: 'start' })}>{t('done.back')}</Button>
      </div>
    </>
  );
}
