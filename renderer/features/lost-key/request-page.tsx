// At the superior's: what is asked, the letter to be read and signed with the own token, and the answer as a file.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { AcknowledgedBy, ShownRequest } from '../../../core/contract/acknowledge.ts';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import { announce } from '../../base/announce.ts';
import { formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Facts } from '../../components/facts.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly zone: Zone;
  readonly request: ShownRequest;
  /** The letter, on its way to the sign view. */
  readonly onDocument: (document: OpenedDocument) => void;
}

export function RequestPage({ lost, zone, request, onDocument }: Props) {
  const { t, i18n } = useTranslation(['acknowledge', 'lostKey']);
  const [done, setDone] = useState<(AcknowledgedBy & { readonly saved: boolean }) | null>(null);
  const open = async (): Promise<void> => {
    const letter = await lost.ask('lostKey.openLetter', { request: request.request });
    if (letter !== null) onDocument(letter);
  };
  const answer = async (): Promise<void> => {
    const given = await lost.ask('lostKey.answerRequest', { request: request.request });
    if (given === null) return;
    setDone({ ...given.by, saved: given.saved });
    announce(t(given.saved ? 'answered' : 'notSaved', { name: given.by.name }));
  };
  const { owner, superior, ground, certificate, askedAt, sha256, answered } = request;
  const { subject, issuer, serial } = certificate;
  return (
    <>
      <ViewHeader title={t('requestTitle')} subtitle={t('requestSubtitle')} />
      <section
        className={classes['card']}
        aria-label={t('requestTitle')}
        data-testid="lost-request"
      >
        <Facts
          facts={[
            { name: t('owner'), value: owner },
            ...(superior === null ? [] : [{ name: t('superior'), value: superior }]),
            { name: t('ground'), value: t(`lostKey:event.grounds.${ground}`) },
            {
              name: t('certificate'),
              value: subject === null ? issuer : `${subject} (${issuer})`,
            },
            { name: t('serial'), value: serial, code: true },
            { name: t('askedAt'), value: formatDateTime(askedAt, zone, languageOf(i18n.language)) },
            { name: t('sha256'), value: sha256, code: true },
          ]}
        />
      </section>
      {answered ? (
        <p role="status">{t('already')}</p>
      ) : (
        <section className={classes['card']} aria-labelledby="lost-request-steps">
          <h2 id="lost-request-steps">{t('steps')}</h2>
          <ol className={classes['numbered']}>
            <li>{t('step1')}</li>
            <li>{t('step2')}</li>
            <li>{t('step3')}</li>
          </ol>
          <div className={classes['buttons']}>
            <Button disabled={lost.busy} onClick={() => void open()}>
              {t('openLetter')}
            </Button>
            <Button variant="default" disabled={lost.busy} onClick={() => void answer()}>
              {t('answer')}
            </Button>
          </div>
          {done !== null && (
            <div role="status">
              <p>{t(done.saved ? 'answered' : 'notSaved', { name: done.name })}</p>
              {!done.checked && <p className={classes['hint']}>{t('unchecked')}</p>}
            </div>
          )}
        </section>
      )}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={() => lost.go({ kind: 'start' })}>
          {t('back')}
        </Button>
      </div>
    </>
  );
}
