// The way to a locked document's password: a button beside it, named after it for who cannot see where it stands.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';

interface Props {
  /** Of the document. */
  readonly name: string;
  readonly onClick: () => void;
}

export function UnlockButton({ name, onClick }: Props) {
  const { t } = useTranslation('batch');
  return (
    <Button variant="default" size="xs" aria-label={t('unlockOf', { name })} onClick={onClick}>
      {t('unlock')}
    </Button>
  );
}
