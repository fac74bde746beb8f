// On which ground the certificate is given up: Pasal 16(2), UU ITE 12(2)c, Pasal 16(1).
import { useTranslation } from 'react-i18next';
import type { ReportGround } from '../../../core/domain/revocation-request.ts';
import { ChoiceCard } from '../../components/choice-card.tsx';
import classes from './lost-key.module.css';

interface Props {
  readonly ground: ReportGround;
  readonly onGround: (ground: ReportGround) => void;
}

/** What comes to pass most comes first. */
const ORDER = [
  'lost',
  'compromised',
  'damaged',
  'inaccessible',
  'moved',
  'retired',
] as const satisfies readonly ReportGround[];

export function GroundField({ ground, onGround }: Props) {
  const { t } = useTranslation('lostKey');
  return (
    <fieldset className={classes['grounds']}>
      <legend className={classes['legend']}>{t('event.ground')}</legend>
      {ORDER.map((one) => (
        <ChoiceCard
          key={one}
          name="ground"
          value={one}
          title={t(`event.grounds.${one}`)}
          text={t(`event.groundTexts.${one}`)}
          chosen={one === ground}
          onChoose={() => onGround(one)}
        />
      ))}
    </fieldset>
  );
}
