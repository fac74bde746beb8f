// The letter as PDF/A, and what goes with it: exactly what its article names.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownLetter } from '../../../core/contract/letters.ts';
import { APPLICATION_RULES, type ApplicationPaper } from '../../../core/domain/application-kind.ts';
import { announce } from '../../base/announce.ts';
import { formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import type { Letters } from './use-letters.ts';
import classes from './letters.module.css';

interface Props {
  readonly letters: Letters;
  readonly zone: Zone;
  readonly shown: ShownLetter;
}

export function PapersCard({ letters, zone, shown }: Props) {
  const { t } = useTranslation('letters');
  const { papers, mayBring, mailEnclosed } = APPLICATION_RULES[shown.kind];
  const write = async (): Promise<void> => {
    const done = await letters.ask('letters.write', { letter: shown.letter });
    if (done === null) return;
    letters.update(done.letter);
    if (done.saved) announce(t('letterSaved'));
  };
  const mail = shown.told['owner.email'] ?? '';
  const { fields, papers: missing } = shown.missing;
  const first = shown.state === 'draft' && fields.length === 0 && missing.includes('letter');
  return (
    <section
      className={classes['card']}
      aria-labelledby="letter-papers"
      data-testid="letter-papers"
    >
      <h2 id="letter-papers">{t('papersTitle')}</h2>
      <p className={classes['hint']}>{t('papersText')}</p>
      <div>
        <Button
          variant={first ? 'filled' : 'default'}
          disabled={letters.busy}
          onClick={() => void write()}
        >
          {t('writeLetter')}
        </Button>
      </div>
      <ul className={classes['list']}>
        {[...papers, ...mayBring].map((paper) => (
          <Paper
            key={paper}
            paper={paper}
            optional={mayBring.includes(paper)}
            letters={letters}
            zone={zone}
            shown={shown}
          />
        ))}
        {mailEnclosed && (
          <li className={classes['row']} data-paper="mail">
            <div className={classes['grow']}>
              <h3>{t('mail')}</h3>
              <p className={classes['hint']}>{mail === '' ? t('mailHint') : mail}</p>
            </div>
            <Badge tone={mail === '' ? 'warn' : 'ok'}>{t(mail === '' ? 'owed' : 'there')}</Badge>
          </li>
        )}
      </ul>
      <p className={classes['hint']}>{t('stripped')}</p>
    </section>
  );
}

function Paper({
  paper,
  optional,
  letters,
  zone,
  shown,
}: Props & { readonly paper: ApplicationPaper; readonly optional: boolean }) {
  const { t, i18n } = useTranslation('letters');
  const kept = shown.papers.find((one) => one.paper === paper);
  const name = t(`papers.${paper}`);
  const add = async (): Promise<void> => {
    const next = await letters.ask('letters.addPaper', { letter: shown.letter, paper });
    if (next === null) return;
    letters.update(next);
    announce(t('paperAdded', { name }));
  };
  const state = kept === undefined ? (optional ? 'optional' : 'owed') : 'there';
  return (
    <li className={classes['row']} data-paper={paper} data-state={state}>
      <div className={classes['grow']}>
        <h3>{name}</h3>
        <p className={classes['hint']}>
          {kept === undefined
            ? t(`paperTexts.${paper}`)
            : t('paperAt', { date: formatDateTime(kept.at, zone, languageOf(i18n.language)) })}
        </p>
      </div>
      <Badge tone={state === 'there' ? 'ok' : state === 'owed' ? 'warn' : 'plain'}>
        {t(state)}
      </Badge>
      <Button
        variant="default"
        size="sm"
        disabled={letters.busy}
        aria-label={t(kept === undefined ? 'addOf' : 'replaceOf', { name })}
        onClick={() => void add()}
      >
        {t(kept === undefined ? 'add' : 'replace')}
      </Button>
    </li>
  );
}
