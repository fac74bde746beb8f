// "Why is my token missing?": the likeliest cause in a sentence, then everything that was looked at, and a
// report for the help desk.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Loader } from '@mantine/core';
import type { ShownDoctor } from '../../../core/contract/doctor.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { doctorWords } from '../../../core/domain/messages/doctor.ts';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import { useErrorText } from '../../base/error-text.ts';
import type { Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import { Facts } from '../../components/facts.tsx';
import { AlertIcon, PassedIcon, RefreshIcon } from '../../components/icons.tsx';
import { ModuleMarks } from '../../components/module-marks.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import classes from './doctor.module.css';
import { SaveReport } from './save-report.tsx';

export function DoctorView({ zone }: { readonly zone: Zone }) {
  const { t } = useTranslation('doctor');
  const [found, setFound] = useState<ShownDoctor | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [looks, setLooks] = useState(0);
  const [done, setDone] = useState(-1);
  const looking = done !== looks;
  useEffect(() => {
    let current = true;
    void pena()
      .call('doctor.look', {})
      .then((answer) => {
        if (!current) return;
        setFound(answer.ok ? answer.value : null);
        setFailure(answer.ok ? null : answer.error);
        setDone(looks);
        if (answer.ok) announce(t('done'));
      });
    return () => {
      current = false;
    };
  }, [looks, t]);

  return (
    <div className={classes['doctor']}>
      <ViewHeader
        title={t('title')}
        subtitle={looking ? t('looking') : t('subtitle')}
        actions={
          <Button
            variant="default"
            leftSection={looking ? <Loader size={16} /> : <RefreshIcon size={18} />}
            aria-disabled={looking}
            onClick={() => {
              if (!looking) setLooks(looks + 1);
            }}
          >
            {t('again')}
          </Button>
        }
      />
      {failure !== null && <FailureNotice failure={failure} />}
      {found !== null && (
        <>
          <CauseCard found={found} />
          <LookedAt found={found} />
          <Tokens found={found} />
          {found.modules.length > 0 && <ModuleMarks modules={found.modules} zone={zone} />}
          <SaveReport />
        </>
      )}
    </div>
  );
}

interface Props {
  readonly found: ShownDoctor;
}

function CauseCard({ found: { cause } }: Props) {
  const { t, i18n } = useTranslation('doctor');
  const well = cause.kind === 'none';
  const Icon = well ? PassedIcon : AlertIcon;
  return (
    <section className={classes['cause']} data-well={well} data-testid="cause">
      <Icon size={28} />
      <div>
        <h2>{t(well ? 'allWell' : 'likeliest')}</h2>
        <p>{doctorWords(languageOf(i18n.language)).causes[cause.kind](cause.subject)}</p>
      </div>
    </section>
  );
}

function LookedAt({ found: { service, readers, usbReaders, policyFault } }: Props) {
  const { t, i18n } = useTranslation('doctor');
  const errorText = useErrorText();
  const seen = readers?.map(({ name, card, product }) => (
    <span key={name} className={classes['line']}>
      {name}: {card ? t('card') : t('empty')}
      {product !== null && ` (${product})`}
    </span>
  ));
  return (
    <section className={classes['card']} aria-label={t('looked')}>
      <h2>{t('looked')}</h2>
      <Facts
        dense
        facts={[
          { name: t('service'), value: doctorWords(languageOf(i18n.language)).services[service] },
          {
            name: t('readers'),
            value: seen === undefined ? t('unseen') : seen.length === 0 ? t('none') : seen,
          },
          { name: t('usb'), value: usbReaders ?? t('unseen') },
          {
            name: t('policy'),
            value:
              policyFault === null
                ? t('policyRead')
                : errorText(policyFault.code, policyFault.params),
          },
        ]}
      />
    </section>
  );
}

function Tokens({ found: { tokens } }: Props) {
  const { t } = useTranslation('doctor');
  const errorText = useErrorText();
  return (
    <section className={classes['card']} aria-label={t('tokens')}>
      <h2>{t('tokens')}</h2>
      {tokens.length === 0 && <p className={classes['hint']}>{t('noToken')}</p>}
      {tokens.map(({ label, serial, certificates }, index) => (
        <div key={`${serial} ${index}`} className={classes['token']}>
          <h3>
            {label} <span className={classes['hint']}>{t('serial', { serial })}</span>
          </h3>
          {certificates.length === 0 && <p className={classes['hint']}>{t('noCertificates')}</p>}
          <ul>
            {certificates.map(({ name, refusal }, at) => (
              <li key={`${name} ${at}`}>
                <div className={classes['head']}>
                  <span>{name}</span>
                  <Badge tone={refusal === null ? 'ok' : 'warn'}>
                    {t(refusal === null ? 'usable' : 'unusable')}
                  </Badge>
                </div>
                {refusal !== null && (
                  <p className={classes['hint']}>
                    {errorText(refusal.code, refusal.params)} <code>{refusal.code}</code>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
