// What an application lacks, in words; empty: nothing.
import { useTranslation } from 'react-i18next';
import type { DeskApplicationShown } from '../../../core/contract/desk-applications.ts';

export function useOwed({ missing }: DeskApplicationShown): string {
  const { t } = useTranslation('deskApplications');
  const { t: letters } = useTranslation('letters');
  const papers = missing.papers.map((paper) => letters(`papers.${paper}`));
  return [...papers, ...(missing.mail ? [t('mail')] : [])].join(', ');
}
