// That nothing is left of a letter.
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { NothingLeft } from '../../components/nothing-left.tsx';
import type { DeletionProof, Letters } from './use-letters.ts';

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
    <NothingLeft
      title={t('kept.deleted')}
      testId="letter-proof"
      files={proof.files}
      back={t('back')}
      onBack={() => letters.go({ kind: 'start' })}
    >
      <p>
        {t('kept.deletedText', {
          ...{ count, formatted: formatNumber(count, language) },
          date: formatDateTime(proof.at, zone, language),
        })}
      </p>
    </NothingLeft>
  );
}
