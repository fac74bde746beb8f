// What only the first signature of a document can have: a foot on every page, and a certification.
import { useTranslation } from 'react-i18next';
import { NativeSelect } from '@mantine/core';
import type { CertificationChoice, FooterChoice } from '../../core/contract/signing.ts';
import { languageOf } from '../base/i18n.ts';

export interface FirstSignatureWish {
  /** Null: nothing at the foot of pages. */
  readonly footer: string | null;
  readonly certification: CertificationChoice;
}

interface Props extends FirstSignatureWish {
  readonly footers: readonly FooterChoice[];
  readonly onChange: (part: Partial<FirstSignatureWish>) => void;
}

const LEVELS = [1, 2, 3] as const;

export function FirstSignature({ footers, footer, certification, onChange }: Props) {
  const { t, i18n } = useTranslation('sign');
  const language = languageOf(i18n.language);
  return (
    <>
      {footers.length > 0 && (
        <NativeSelect
          label={t('first.footer')}
          description={t('first.footerHint')}
          value={footer ?? ''}
          data={[
            { value: '', label: t('first.noFooter') },
            ...footers.map(({ id, title }) => ({ value: id, label: title[language] })),
          ]}
          onChange={(event) => onChange({ footer: event.currentTarget.value || null })}
        />
      )}
      <NativeSelect
        label={t('first.certification')}
        description={t('first.certificationHint')}
        value={String(certification ?? '')}
        data={[
          { value: '', label: t('first.noCertification') },
          ...LEVELS.map((level) => ({ value: String(level), label: t(`first.levels.p${level}`) })),
        ]}
        onChange={(event) => {
          const chosen = LEVELS.find((level) => String(level) === event.currentTarget.value);
          onChange({ certification: chosen ?? null });
        }}
      />
    </>
  );
}
