// Which certificate signs. What cannot be used stays in sight, with the reason in words.
import { useTranslation } from 'react-i18next';
import { Button, Loader } from '@mantine/core';
import type { CertificateChoice } from '../../../core/contract/token.ts';
import type { CertificateHandle } from '../../../core/contract/shapes.ts';
import { formatDate, formatNumber, type Zone } from '../../base/format.ts';
import { useErrorText } from '../../base/error-text.ts';
import { languageOf } from '../../base/i18n.ts';
import type { TokensState } from '../../base/tokens-state.ts';
import { Badge } from '../../components/badge.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { PracticeBadge } from '../../components/practice-badge.tsx';
import { RefreshIcon } from '../../components/icons.tsx';
import { isUsable } from './sign-form.ts';
import classes from './sign.module.css';

interface Props {
  readonly tokens: TokensState;
  readonly chosen: CertificateHandle | null;
  readonly zone: Zone;
  readonly onChoose: (certificate: CertificateChoice) => void;
  readonly onTokens: () => void;
}

export function CertificatePicker({ tokens, chosen, zone, onChoose, onTokens }: Props) {
  const { t, i18n } = useTranslation(['sign', 'common']);
  const choices = tokens.list?.certificates ?? [];
  const usable = choices.filter(isUsable);
  const refused = choices.filter((choice) => !isUsable(choice));
  const option = (choice: CertificateChoice) => (
    <Option
      key={choice.certificate}
      choice={choice}
      checked={choice.certificate === chosen}
      zone={zone}
      onChoose={() => onChoose(choice)}
    />
  );
  return (
    <fieldset className={classes['certificates']} data-testid="certificates">
      <legend className={classes['legend']}>{t('certificate.legend')}</legend>
      {tokens.list === null && tokens.reading && (
        <p className={classes['reading']} role="status">
          <Loader size={16} /> {t('certificate.reading')}
        </p>
      )}
      {usable.map(option)}
      {(tokens.list !== null || tokens.failure !== null) && usable.length === 0 && (
        <div className={classes['noCertificate']}>
          <p>
            <strong>{t('certificate.none')}</strong> {t('certificate.noneHint')}
          </p>
          <div className={classes['buttons']}>
            <Button
              variant="default"
              size="sm"
              leftSection={tokens.reading ? <Loader size={14} /> : <RefreshIcon size={16} />}
              onClick={() => void tokens.refresh()}
            >
              {t('common:refresh')}
            </Button>
            <Button variant="subtle" size="sm" onClick={onTokens}>
              {t('certificate.seeTokens')}
            </Button>
          </div>
        </div>
      )}
      {refused.length > 0 && (
        <Disclosure
          summary={t('certificate.refused', {
            count: refused.length,
            formatted: formatNumber(refused.length, languageOf(i18n.language)),
          })}
          open={usable.length === 0}
        >
          {refused.map(option)}
        </Disclosure>
      )}
    </fieldset>
  );
}

interface OptionProps {
  readonly choice: CertificateChoice;
  readonly checked: boolean;
  readonly zone: Zone;
  readonly onChoose: () => void;
}

function Option({ choice, checked, zone, onChoose }: OptionProps) {
  const { t, i18n } = useTranslation('sign');
  const errorText = useErrorText();
  const language = languageOf(i18n.language);
  const usable = isUsable(choice);
  const refusal = choice.refusal ?? { code: 'TOKEN_PIN_LOCKED' as const, params: {} };
  const id = `why-${choice.certificate}`;
  return (
    <label className={classes['option']} data-checked={checked || undefined} data-usable={usable}>
      <input
        type="radio"
        name="certificate"
        checked={checked}
        disabled={!usable}
        aria-describedby={id}
        onChange={onChoose}
      />
      <span className={classes['optionText']}>
        <span className={classes['optionHead']}>
          <strong>{choice.name}</strong>
          {choice.practice && <PracticeBadge />}
          <Badge tone={usable ? 'ok' : 'warn'}>
            {t(usable ? 'certificate.valid' : 'certificate.unusable')}
          </Badge>
        </span>
        <span id={id} className={classes['optionMeta']}>
          {usable ? (
            <>
              <span>{t('certificate.by', { issuer: choice.issuer })}</span>
              <span>
                {t('certificate.on', {
                  label: choice.tokenLabel,
                  date: formatDate(choice.notAfter, zone, language),
                })}
              </span>
              {!choice.issuerKnown && <span>{t('certificate.issuerUnknown')}</span>}
              {choice.pinPad && <span>{t('certificate.pinPad')}</span>}
            </>
          ) : (
            <span>{errorText(refusal.code, refusal.params)}</span>
          )}
        </span>
      </span>
    </label>
  );
}
