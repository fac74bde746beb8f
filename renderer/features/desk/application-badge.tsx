// How far an application is at the desk, in a word.
import { useTranslation } from 'react-i18next';
import type { DeskApplicationRow } from '../../../core/contract/desk-applications.ts';
import { Badge, type Tone } from '../../components/badge.tsx';

const TONES = {
  ...{ received: 'warn', accepted: 'ok', rejected: 'plain' },
} as const satisfies Record<DeskApplicationRow['state'], Tone>;

export function ApplicationBadge({ state }: Pick<DeskApplicationRow, 'state'>) {
  const { t } = useTranslation('deskApplications');
  return <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>;
}
