// Offered where a document is broken: to rebuild it into a new file, with the original kept as it is.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { Failure } from '../../core/contract/shapes.ts';

interface Props {
  readonly failure: Failure;
  readonly busy: boolean;
  readonly onRepair: () => void;
}

/** What may be put right by reading all its objects anew. */
const BROKEN: readonly Failure['code'][] = ['PDF_XREF_BROKEN', 'PDF_TRUNCATED'];

export function RepairOffer({ failure: { code }, busy, onRepair }: Props) {
  const { t } = useTranslation('common');
  if (!BROKEN.includes(code)) return null;
  return (
    <>
      <p>{t('repair.offer')}</p>
      <Button variant="default" size="sm" loading={busy} onClick={onRepair}>
        {t('repair.start')}
      </Button>
    </>
  );
}
