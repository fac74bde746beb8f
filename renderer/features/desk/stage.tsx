// Where a case stands, in a word: only the issuer's own answer is told as "revoked".
import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../../../core/contract/desk.ts';
import { Badge, type Tone } from '../../components/badge.tsx';

const TONES = {
  ...{ received: 'warn', rejected: 'plain', accepted: 'warn' },
  ...{ 'revocation-asked': 'plain', revoked: 'ok' },
} as const satisfies Record<DeskRow['stage'], Tone>;

export function StageBadge({ stage }: Pick<DeskRow, 'stage'>) {
  const { t } = useTranslation('desk');
  return <Badge tone={TONES[stage]}>{t(`stages.${stage}`)}</Badge>;
}
