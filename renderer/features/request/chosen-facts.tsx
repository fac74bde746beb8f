// What the chosen file says, and whether its key is on this token: before any PIN.
import { useTranslation } from 'react-i18next';
import type { ChosenCertificate } from '../../../core/contract/token-keys.ts';
import { formatDate, groupDigest, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Facts } from '../../components/facts.tsx';
import { AlertIcon, PassedIcon } from '../../components/icons.tsx';
import classes from './request.module.css';

export function ChosenFacts({
  chosen,
  zone,
}: {
  readonly chosen: ChosenCertificate;
  readonly zone: Zone;
}) {
  const { t, i18n } = useTranslation('request');
  const language = languageOf(i18n.language);
  const { issuer, notBefore, notAfter, signs, key, sha256 } = chosen;
  return (
    <>
      <Facts
        dense
        facts={[
          { name: t('import.issuer'), value: issuer },
          {
            name: t('import.validity'),
            value: t('import.validityText', {
              from: formatDate(notBefore, zone, language),
              to: formatDate(notAfter, zone, language),
            }),
          },
          { name: t('import.purpose'), value: t(signs ? 'import.signs' : 'import.other') },
          { name: 'SHA-256', value: groupDigest(sha256), code: true },
        ]}
      />
      <p className={classes['match']} data-found={key !== null} data-testid="match">
        {key === null ? <AlertIcon size={20} /> : <PassedIcon size={20} />}
        <span>
          {key === null
            ? t('import.unseen')
            : t('import.matched', { label: key.label || t('unnamed'), id: key.keyId })}
        </span>
      </p>
    </>
  );
}
