// That nothing is left of a letter: what there was, by the digests of its encrypted files.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { formatDateTime, formatNumber, groupDigest, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { ViewHeader } from '../../components/view-header.tsx';
import type { DeletionProof, Letters } from './use-letters.ts';
import classes from './letters.module.css';

interface Props {
  readonly letters: Letters;
  readonly zone: Zone;
  readonly proof: DeletionProof;
}

export function DeletedPage({ letters, zone, proof }: Props) {
  const { t, i18n } = useTranslation('letters');
  const language = languageOf(i18n.language);
  const count = proof.files.length;
  return (
    <>
      <ViewHeader title={t('kept.deleted')} />
      <section
        className={classes['card']}
        aria-label={t('kept.deleted')}
        data-testid="letter-proof"
      >
        <p>
          {t('kept.deletedText', {
            ...{ count, formatted: formatNumber(count, language) },
            date: formatDateTime(proof.at, zone, language),
          })}
        </p>
        <ul className={classes['digests']}>
          {proof.files.map(({ name, sha256 }) => (
            <li key={name}>{groupDigest(sha256)}</li>
          ))}
        </ul>
      </section>
      <div className={classes['buttons']}>
        <Button onClick={() => letters.go({ kind: 'start' })}>{t('back')}</Button>
      </div>
    </>
  );
}
