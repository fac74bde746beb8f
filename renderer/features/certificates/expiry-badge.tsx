// How long a certificate still lasts, in a word.
import { useTranslation } from 'react-i18next';
import type { ShownCertificate } from '../../../core/contract/certificate.ts';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';

export function ExpiryBadge({ certificate }: { readonly certificate: ShownCertificate }) {
  const { t, i18n } = useTranslation('certificates');
  const { reportedLostSince, replaced, warning, daysLeft } = certificate;
  if (reportedLostSince !== null) return <Badge tone="bad">{t('state.reported')}</Badge>;
  if (replaced) return <Badge tone="plain">{t('state.replaced')}</Badge>;
  if (warning === 'expired') return <Badge tone="bad">{t('state.expired')}</Badge>;
  if (warning === null) return <Badge tone="ok">{t('state.valid')}</Badge>;
  const formatted = formatNumber(daysLeft, languageOf(i18n.language));
  return <Badge tone="warn">{t('state.days', { count: daysLeft, formatted })}</Badge>;
}
