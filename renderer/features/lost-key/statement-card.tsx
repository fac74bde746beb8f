// Surat keterangan: the data it needs, the letter, and its scan once owner and superior have signed.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox } from '@mantine/core';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import { announce } from '../../base/announce.ts';
import { CheckIcon } from '../../components/icons.tsx';
import { PeopleForm } from './people-form.tsx';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly shown: ShownCase;
}

export function StatementCard({ lost, shown }: Props) {
  const { t } = useTranslation('lostKey');
  const [signed, setSigned] = useState(shown.statement?.signedByOwner ?? false);
  const [acknowledged, setAcknowledged] = useState(shown.statement?.acknowledged ?? false);
  const write = async (): Promise<void> => {
    const answer = await lost.ask('lostKey.letter', {
      case: shown.case,
      letter: 'surat-keterangan',
    });
    if (answer?.saved === true) announce(t('report.saved'));
  };
  const add = async (): Promise<void> => {
    const paper = { kind: 'statement', signedByOwner: signed, acknowledged } as const;
    const next = await lost.ask('lostKey.addPaper', { case: shown.case, paper });
    if (next === null) return;
    lost.update(next);
    announce(t('papers.added'));
  };
  return (
    <section className={classes['card']} aria-labelledby="lost-statement">
      <h2 id="lost-statement">{t('papers.statement')}</h2>
      {shown.statement === null ? (
        <p className={classes['hint']}>{t('papers.statementText')}</p>
      ) : (
        <p className={classes['kept']}>
          <CheckIcon size={18} />
          {t('papers.statementThere')}
        </p>
      )}
      <PeopleForm lost={lost} shown={shown} />
      <div>
        <Button variant="default" disabled={lost.busy} onClick={() => void write()}>
          {t('papers.writeLetter')}
        </Button>
      </div>
      <div className={classes['checks']}>
        <Checkbox
          label={t('papers.signed')}
          checked={signed}
          onChange={(event) => setSigned(event.currentTarget.checked)}
        />
        <Checkbox
          label={t('papers.acknowledged')}
          checked={acknowledged}
          onChange={(event) => setAcknowledged(event.currentTarget.checked)}
        />
      </div>
      <div>
        <Button variant="default" disabled={lost.busy} onClick={() => void add()}>
          {t('papers.addStatement')}
        </Button>
      </div>
    </section>
  );
}
