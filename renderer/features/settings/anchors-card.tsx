// Who is trusted: the anchors that ship with the program, the office's, and those that the person takes in. A new one
// is shown with its fingerprint first, and trusted only after it was compared.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { AnchorCandidate, ShownAnchor } from '../../../core/contract/anchors.ts';
import { pena } from '../../base/bridge.ts';
import { formatDate, groupDigest, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { useShownList } from './use-shown-list.ts';
import classes from './settings.module.css';

interface Props {
  readonly zone: Zone;
  /** Whether the office's policy has the list. */
  readonly locked: boolean;
}

const read = () => pena().call('anchors.list', {});

export function AnchorsCard({ zone, locked }: Props) {
  const { t, i18n } = useTranslation('settings');
  const heading = useId();
  const { list, failure, setFailure, take } = useShownList(read);
  const [candidate, setCandidate] = useState<AnchorCandidate | null>(null);

  const choose = async (): Promise<void> => {
    const answer = await pena().call('anchors.choose', {});
    setFailure(answer.ok ? null : answer.error);
    setCandidate(answer.ok ? answer.value : null);
  };
  const change = async (what: 'anchors.add' | 'anchors.remove', sha256: string): Promise<void> => {
    const answer = await pena().call(what, { sha256 });
    if (take(answer, t('saved'))) setCandidate(null);
  };

  return (
    <section className={classes['card']} aria-labelledby={heading} data-testid="anchors-card">
      <div className={classes['section']}>
        <h2 id={heading}>{t('anchors.title')}</h2>
        <p className={classes['hint']}>
          {locked && `${t('policy.locked')} `}
          {t('anchors.hint')}
        </p>
        {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
        {list !== null && (
          <ul className={classes['authorities']} aria-label={t('anchors.listed')}>
            {list.anchors.map((anchor) => (
              <li key={`${anchor.from} ${anchor.sha256}`} className={classes['authority']}>
                <Facts anchor={anchor} zone={zone} note={noteOf(anchor, list.date)} />
                {anchor.removable && (
                  <Button
                    variant="subtle"
                    aria-label={t('anchors.removeOne', { name: anchor.name })}
                    onClick={() => void change('anchors.remove', anchor.sha256)}
                  >
                    {t('anchors.remove')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        {candidate !== null && (
          <div className={classes['candidate']} role="group" aria-label={t('anchors.compare')}>
            <strong>{t('anchors.compare')}</strong>
            <Facts anchor={candidate} zone={zone} note={null} />
            <p className={classes['hint']}>{t('anchors.compareHint')}</p>
            <div className={classes['authority']}>
              <Button onClick={() => void change('anchors.add', candidate.sha256)}>
                {t('anchors.trust')}
              </Button>
              <Button variant="default" onClick={() => setCandidate(null)}>
                {t('anchors.leave')}
              </Button>
            </div>
          </div>
        )}
        {!locked && candidate === null && (
          <div>
            <Button variant="default" onClick={() => void choose()}>
              {t('anchors.choose')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );

  function noteOf({ from, confirmed }: ShownAnchor, date: string): string {
    if (from !== 'shipped') return t(`anchors.from.${from}`);
    const day = formatDate(`${date}T00:00:00.000Z`, zone, languageOf(i18n.language));
    return t(confirmed ? 'anchors.from.shipped' : 'anchors.unconfirmed', { date: day });
  }
}

interface FactsProps {
  readonly anchor: AnchorCandidate;
  readonly zone: Zone;
  readonly note: string | null;
}

function Facts({ anchor, zone, note }: FactsProps) {
  const { t, i18n } = useTranslation('settings');
  const language = languageOf(i18n.language);
  const day = (iso: string): string => formatDate(iso, zone, language);
  return (
    <div className={classes['authorityText']}>
      <strong>{anchor.name}</strong>
      {note !== null && <span className={classes['hint']}>{note}</span>}
      <span className={classes['hint']}>
        {t('anchors.valid', { from: day(anchor.notBefore), until: day(anchor.notAfter) })}
      </span>
      <code className={classes['fingerprint']}>{groupDigest(anchor.sha256)}</code>
    </div>
  );
}
