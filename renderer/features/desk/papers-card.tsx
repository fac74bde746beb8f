// The papers as they came: a PDF is shown and verified by our own viewer, the rest is saved; nothing is ever started.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { DeskCase } from '../../../core/contract/desk.ts';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import { announce } from '../../base/announce.ts';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

interface Props {
  readonly desk: Desk;
  readonly shown: DeskCase;
  readonly onDocument: (document: OpenedDocument) => void;
}

export function PapersCard({ desk, shown, onDocument }: Props) {
  const { t } = useTranslation('desk');
  const { papers, missing } = shown;
  const open = async (sha256: string): Promise<void> => {
    const document = await desk.ask('desk.openPaper', { case: shown.case, sha256 });
    if (document !== null) onDocument(document);
  };
  const save = async (sha256: string): Promise<void> => {
    const answer = await desk.ask('desk.savePaper', { case: shown.case, sha256 });
    if (answer?.saved === true) announce(t('saved'));
  };
  const owed = missing.map((kind) => t(`paperKinds.${kind}`)).join(', ');
  return (
    <section className={classes['card']} aria-labelledby="desk-papers" data-testid="desk-papers">
      <h2 id="desk-papers">{t('papers')}</h2>
      <p>{owed === '' ? t('complete') : t('missing', { papers: owed })}</p>
      {papers.length === 0 && <p className={classes['hint']}>{t('noPapers')}</p>}
      <ul className={classes['list']}>
        {papers.map(({ sha256, kind, name, pdf }, i) => (
          <li key={`${sha256}-${String(i)}`} className={classes['row']}>
            <div className={classes['grow']}>
              <h3>{t(`paperKinds.${kind}`)}</h3>
              <p className={classes['hint']}>{name}</p>
            </div>
            {pdf && (
              <Button
                variant="default"
                size="sm"
                disabled={desk.busy}
                aria-label={t('openPaperOf', { name })}
                onClick={() => void open(sha256)}
              >
                {t('openPaper')}
              </Button>
            )}
            <Button
              variant="default"
              size="sm"
              disabled={desk.busy}
              aria-label={t('savePaperOf', { name })}
              onClick={() => void save(sha256)}
            >
              {t('savePaper')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
